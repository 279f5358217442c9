import type { TemplateBlock as WithoutId } from "@assay/domain";
import { documentFrom } from "@assay/domain";
import { buildSnapshot } from "../snapshot/build-snapshot.ts";
import type { ReportSnapshot } from "../snapshot/report-snapshot.ts";
import { ferryInput } from "./ferry-case.ts";

const audience = "public" as const;
const words = (text: string) => [{ text }];

/** A release of the ferry case whose document holds every kind of block. */
export function everyBlock(): ReportSnapshot {
  const evidenceId = buildSnapshot(ferryInput()).claims[0]?.cells[0]?.tag?.evidence[0]?.id ?? "";
  const part = (title: string): WithoutId => ({ type: "heading", level: 2, audience, children: words(title) });
  const blocks: WithoutId[] = [
    { type: "lede", audience, children: words("What was said of the ferry.") },
    { type: "standfirst", audience },
    { type: "figures", audience },
    part("In our words"),
    { type: "paragraph", audience, children: [{ text: "Prose of ", bold: true }, { type: "link", url: "https://a.example/", children: words("ours") }] },
    { type: "quote", audience, children: words("A quotation of our own.") },
    { type: "item", ordered: true, audience, children: words("one") },
    { type: "item", ordered: false, audience, children: words("a dash") },
    { type: "paragraph", audience: "internal", children: words("Not for publication.") },
    { type: "heading", level: 3, audience, children: words("One claim alone") },
    { type: "claim", claimId: "claim-5", detail: "brief", audience },
    { type: "evidence", claimId: "claim-1", sourceId: "source-1", evidenceId, audience },
    part("Findings"),
    { type: "findings", detail: "full", audience },
    part("At a glance"),
    ...(["matrix", "corroboration", "omission", "agreement", "sources", "method", "corrections", "discussion"] as const).map(
      (type): WithoutId => ({ type, audience }),
    ),
    part("Annotated"),
    { type: "annotated", sourceId: null, audience },
  ];
  let last = 0;
  const newId = () => `00000000-0000-4000-8000-${String((last += 1)).padStart(12, "0")}`;
  return {
    ...buildSnapshot(ferryInput({ document: documentFrom(blocks, "Aground", newId) })),
    release: {
      number: 2,
      sha256: "c0ffee".padEnd(64, "0"),
      releasedAt: "2026-10-11T09:44:00.000Z",
      releasedBy: "Wren Halloran",
      signatures: [{ name: "Teo Lindgren", role: "reviewer", at: "2026-10-11T09:38:00.000Z" }],
      corrections: [
        { corrects: 1, madeRelease: 2, at: "2026-10-11T09:20:00.000Z", by: "Priya Oyelaran", what: "Two, not three.", why: "The infirmary rang." },
      ],
    },
  };
}
