import type { LiveBlock, ProseBlock, ProseLink, ReportBlock, ProseInline } from "@assay/domain";
import { isProse } from "@assay/domain";

/** A live block as Slate holds it: void, with the one empty leaf that Slate asks of every element. */
export type LiveElement = LiveBlock & { children: [{ text: "" }] };

/** One block of a report document that is being edited. */
export type ReportElement = ProseBlock | LiveElement;

export type ReportNode = ReportElement | ProseLink;

export function toReportValue(blocks: readonly ReportBlock[]): ReportElement[] {
  return blocks.map((block): ReportElement => (isProse(block) ? block : { ...block, children: [{ text: "" }] }));
}

/** What is stored: without the empty leaves that Slate keeps around links, and without links that lost their words. */
export function fromReportValue(value: readonly ReportElement[]): ReportBlock[] {
  return value.map((element): ReportBlock => {
    if (!isProse(element)) {
      const { children: _, ...block } = element;
      return block;
    }
    const kept = element.children.filter((one): one is ProseInline => {
      return "type" in one ? one.children.some(({ text }) => text !== "") : one.text !== "";
    });
    return { ...element, children: kept.length === 0 ? [{ text: "" }] : kept };
  });
}
