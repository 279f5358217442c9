import { runHarness } from "./harness.ts";

/**
 * The floor: the text as static HTML with content-visibility, marks by the CSS Custom Highlight API. Nothing can be
 * selected by offset, hovered, chosen or stepped through; it is what painting alone costs.
 */
runHarness(({ text, blocks, marks }, target) => {
  const scroller = document.createElement("div");
  scroller.className = "floor";
  scroller.innerHTML = blocks.map(({ start, end }) => `<p>${text.slice(start, end)}</p>`).join("");
  target.append(scroller);
  const nodes = [...scroller.children].map((paragraph) => paragraph.firstChild as Text);
  const highlights = { verified: new Highlight(), disputed: new Highlight() };
  for (const [name, highlight] of Object.entries(highlights)) CSS.highlights.set(`floor-${name}`, highlight);
  const add = ({ start, end, stance }: (typeof marks)[number]): void => {
    const block = blocks.findIndex((candidate) => candidate.end > start);
    const from = blocks[block]!.start;
    const node = nodes[block]!;
    highlights[stance === "disputed" ? "disputed" : "verified"].add(
      new StaticRange({
        startContainer: node,
        startOffset: start - from,
        endContainer: node,
        endOffset: end - from,
      }),
    );
  };
  for (const mark of marks) add(mark);
  return { add };
});
