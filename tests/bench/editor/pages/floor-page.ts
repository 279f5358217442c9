import { firstBlockEndingAfter, type HighlightMark } from "@assay/editor";
import { offerPeer } from "./peer.ts";
import { staticText } from "./static-text.ts";

/**
 * The floor: static HTML with content-visibility, marks by the CSS Custom Highlight API. Nothing can be hovered, chosen
 * or stepped through; it is what painting alone costs.
 */
offerPeer((source, root) => {
  const { nodes } = staticText(source, root, true);
  const highlights = { verified: new Highlight(), disputed: new Highlight() };
  const show = (): void => {
    for (const [name, highlight] of Object.entries(highlights)) CSS.highlights.set(`floor-${name}`, highlight);
  };
  const add = ({ start, end, stance }: HighlightMark): void => {
    const block = firstBlockEndingAfter(source.blocks, start);
    const from = source.blocks[block]!.start;
    const [startContainer, startOffset, endOffset] = [nodes[block]!, start - from, end - from];
    highlights[stance === "disputed" ? "disputed" : "verified"].add(
      new StaticRange({ startContainer, startOffset, endContainer: startContainer, endOffset }),
    );
  };
  show();
  for (const mark of source.marks) add(mark);
  return { add, show, hide: () => CSS.highlights.clear(), unmount: () => CSS.highlights.clear() };
});
