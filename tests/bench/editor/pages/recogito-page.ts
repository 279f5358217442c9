import { createTextAnnotator, type TextAnnotation } from "@recogito/text-annotator";
import "@recogito/text-annotator/text-annotator.css";
import { firstBlockEndingAfter, type HighlightMark } from "@assay/editor";
import { offerPeer } from "./peer.ts";
import { staticText } from "./static-text.ts";

/**
 * Recogito's text annotator, by its own fastest renderer, over the same static text. Not with content-visibility: it
 * measures every mark, which lays out each paragraph for itself and takes minutes.
 */
offerPeer((source, root) => {
  const { nodes, scroller } = staticText(source, root, false);
  const annotator = createTextAnnotator<TextAnnotation, TextAnnotation>(scroller, {
    renderer: "CSS_HIGHLIGHTS",
    style: ({ bodies }) => ({ fill: bodies[0]?.value === "disputed" ? "#d55e00" : "#009e73", fillOpacity: 0.12 }),
  });
  const toAnnotation = ({ id, start, end, stance }: HighlightMark): TextAnnotation => {
    const block = firstBlockEndingAfter(source.blocks, start);
    const from = source.blocks[block]!.start;
    const range = document.createRange();
    range.setStart(nodes[block]!, start - from);
    range.setEnd(nodes[block]!, end - from);
    return {
      id,
      bodies: [{ id: `${id}-stance`, annotation: id, purpose: "tagging", value: stance }],
      target: { annotation: id, selector: [{ quote: source.text.slice(start, end), start, end, range }] },
    };
  };
  annotator.setAnnotations(source.marks.map(toAnnotation));
  return {
    add: (mark) => annotator.addAnnotation(toAnnotation(mark)),
    // Its setVisible() does nothing with this renderer.
    hide: () => annotator.setFilter(() => false),
    show: () => annotator.setFilter(undefined),
    unmount: () => annotator.destroy(),
  };
});
