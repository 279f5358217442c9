import type { CaseView, Evidence } from "@assay/domain";
import { isLostState } from "@assay/domain";
import { compareBySpan } from "../model/evidence-order.ts";
import type { Bench } from "../state/bench-context.tsx";

/** How far down the panes the passages stand that are compared. */
const LINE = 0.3;

/** The passages of a cell's standing tags that have a place in the text, in reading order. */
export function passagesOf(view: CaseView, claimId: string, sourceId: string): Evidence[] {
  return view.tags
    .filter((tag) => tag.claimId === claimId && tag.sourceId === sourceId && tag.state !== "withdrawn")
    .flatMap((tag) => tag.evidence)
    .filter((one) => !isLostState(one.state))
    .sort(compareBySpan)
    .filter((one, i, all) => i === 0 || one.start !== all[i - 1]?.start || one.end !== all[i - 1]?.end);
}

/** The line on which compared passages begin, in the window's coordinates; null while nothing is compared. */
export function compareLine({ store, panes }: Pick<Bench, "store" | "panes">): number | null {
  if (!store.getState().comparing) return null;
  const boxes = [...panes.entries()].flatMap(([, api]) => {
    const box = api.scrollElement?.getBoundingClientRect();
    return box === undefined || box.height === 0 ? [] : [box];
  });
  if (boxes.length === 0) return null;
  const top = Math.max(...boxes.map((box) => box.top));
  const height = Math.min(...boxes.map((box) => box.bottom)) - top;
  return Math.round(top + height * LINE);
}

export function toggleCompare(bench: Bench): void {
  if (bench.store.getState().comparing) leaveCompare(bench);
  else bench.store.setState({ comparing: true, sheet: null });
}

/** The passages stay in view when the room above and below the texts goes. */
export function leaveCompare({ store, nav, panes }: Bench): void {
  store.setState({ comparing: false });
  requestAnimationFrame(() => nav.align());
  panes.get(store.getState().sourceId)?.focus();
}
