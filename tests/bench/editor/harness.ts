import { benchSource, extraMark } from "./corpus.ts";
import { measureAdd, type BenchPage } from "./measure.ts";

/** What a harness page does once loaded: mounts, then offers to add marks one by one. */
export function runHarness(mount: (source: ReturnType<typeof benchSource>, target: HTMLElement) => BenchPage): void {
  const source = benchSource(1000, 500);
  const target = document.getElementById("root");
  if (target === null) throw new Error("The harness page has no root");
  const begun = performance.now();
  const page = mount(source, target);
  // Reading a height makes the browser lay out, so that mounting ends with the text in place.
  void target.scrollHeight;
  const mounted = performance.now() - begun;
  Object.assign(window, {
    bench: { mounted, add: (run: number) => measureAdd(() => page.add(extraMark(source, run))) },
  });
}
