import type { BenchSource } from "../corpus.ts";

export interface StaticText {
  scroller: HTMLElement;
  nodes: Text[];
}

/** The text as static HTML; `lazy` with content-visibility: paragraphs far from the view are not laid out. */
export function staticText({ text, blocks }: BenchSource, root: HTMLElement, lazy: boolean): StaticText {
  const scroller = document.createElement("div");
  scroller.className = "bench-scroll";
  const sheet = document.createElement("div");
  sheet.className = lazy ? "bench-sheet bench-lazy" : "bench-sheet";
  sheet.innerHTML = blocks.map(({ start, end }) => `<p>${text.slice(start, end)}</p>`).join("");
  scroller.append(sheet);
  root.append(scroller);
  return { scroller, nodes: [...sheet.children].map((paragraph) => paragraph.firstChild as Text) };
}
