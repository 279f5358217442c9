import { documentFor } from "@assay/domain";
import type { BlockAudience, ReportDocument } from "@assay/domain";
import type { ReportScope, SnapshotAgreement } from "@assay/reports";
import type { CaseContext } from "../context.ts";
import { agreementShown } from "./agreement-shown.ts";

interface Shown {
  document: ReportDocument;
  agreement: SnapshotAgreement | undefined;
  scope: ReportScope;
  title: string;
}

/** What a snapshot of a case takes for a document: its blocks for these readers, and whatever they show beside claims. */
export async function documentShown(
  ctx: CaseContext,
  { document, audience, scope }: { document: ReportDocument; audience: BlockAudience; scope: ReportScope },
): Promise<Shown> {
  const shown = documentFor(document, audience);
  const isDiscussed = shown.blocks.some(({ type }) => type === "discussion");
  return {
    document: shown,
    agreement: await agreementShown(ctx, shown),
    scope: isDiscussed ? { ...scope, includeDiscussion: true } : scope,
    title: document.title,
  };
}
