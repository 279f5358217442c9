import { offerPeer } from "./peer.ts";
import { staticText } from "./static-text.ts";

/** The floor of typing: the browser's own editing of static HTML with content-visibility and its marks. */
offerPeer((source, root) => {
  const { scroller, nodes } = staticText(source, root, true);
  const sheet = scroller.firstElementChild as HTMLElement;
  sheet.contentEditable = "true";
  const highlight = new Highlight();
  CSS.highlights.set("floor-verified", highlight);
  for (const [i, { start, end }] of source.marks.entries()) {
    const block = Math.floor((i * nodes.length) / source.marks.length);
    const from = source.blocks[block]!.start;
    const [startContainer, startOffset, endOffset] = [nodes[block]!, start - from, end - from];
    highlight.add(new StaticRange({ startContainer, startOffset, endContainer: startContainer, endOffset }));
  }
  const nothing = (): void => {};
  return { add: nothing, hide: nothing, show: nothing, unmount: () => CSS.highlights.clear() };
});
