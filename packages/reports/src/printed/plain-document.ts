import type { LiveBlock, ReportBlock, ReportDocument } from "@assay/domain";
import type { ReportSnapshot } from "../snapshot/report-snapshot.ts";

/** The order of a report that nobody has arranged: what readers ask first comes first. */
export function plainDocument(snapshot: ReportSnapshot): ReportDocument {
  const blocks: ReportBlock[] = [];
  const audience = "public" as const;
  const next = (): string => `plain-${blocks.length + 1}`;
  const head = (text: string): void => {
    blocks.push({ id: next(), type: "heading", level: 2, audience, children: [{ text }] });
  };
  const live = (type: Exclude<LiveBlock["type"], "findings" | "claim" | "evidence" | "annotated">): void => {
    blocks.push({ id: next(), type, audience });
  };
  live("standfirst");
  live("figures");
  head("Findings");
  blocks.push({ id: next(), type: "findings", detail: "full", audience });
  head("Every finding at a glance");
  live("matrix");
  if (snapshot.claims.length > 0 && snapshot.sources.length > 0) {
    live("corroboration");
    live("omission");
  }
  head("Sources");
  live("sources");
  if (snapshot.discussion !== undefined) {
    head("Discussion");
    live("discussion");
  }
  head("How this was worked");
  live("method");
  return { title: snapshot.title, blocks };
}
