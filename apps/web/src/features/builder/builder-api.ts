import type { AppRouter } from "@assay/server";
import type { BlockAudience, ReportDocument } from "@assay/domain";
import { createTRPCClient, httpLink } from "@trpc/client";
import { api } from "../../trpc.ts";

/** A document is longer than an address may be, so this one query travels as a POST. */
const client = createTRPCClient<AppRouter>({ links: [httpLink({ url: "/api/trpc", methodOverride: "POST" })] });

interface PreviewInput {
  caseId: string;
  document: ReportDocument;
  audience: BlockAudience;
  faces: boolean;
}

export function previewDocument(input: PreviewInput, signal: AbortSignal): Promise<{ html: string }> {
  return client.document.preview.query(input, { signal });
}

export function saveDocument(input: {
  mutationId: string;
  caseId: string;
  baseVersion: number;
  document: ReportDocument;
}): Promise<{ version: number }> {
  return api.document.save.mutate(input);
}
