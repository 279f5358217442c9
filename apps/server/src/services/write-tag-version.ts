import { Prisma } from "@assay/db";
import type { TagContent } from "@assay/domain";
import type { Work } from "./in-case-mutation.ts";

export interface NewTagVersion {
  tagId: string;
  version: number;
  workspaceId: string;
  revisionId: string;
  claimVersion: number;
  content: TagContent;
}

/** Freezes what a tag says now (T1). A passage that earlier versions have too keeps its id. */
export async function writeTagVersion({ tx, at }: Work, written: NewTagVersion): Promise<void> {
  const { tagId, version, workspaceId, revisionId, claimVersion, content } = written;
  const { stance, attributed, confidence, rationale, attestation } = content;
  await tx.tagVersion.create({
    data: {
      tagId,
      version,
      workspaceId,
      revisionId,
      claimVersion,
      stance,
      attributed,
      confidence,
      rationale,
      attestation: attestation === null ? Prisma.DbNull : { ...attestation },
      createdAt: at,
    },
    select: { tagId: true },
  });
  await tx.evidence.createMany({
    data: content.evidence.map((one, position) => ({ ...one, workspaceId, tagId, tagVersion: version, position })),
  });
}

/** What an event tells of a content: everything, so that the log alone can prove what was judged (E2). */
export function contentPayload(content: TagContent): Record<string, unknown> {
  const { stance, attributed, confidence, rationale, evidence, attestation } = content;
  const passages = evidence.map(({ role, start, end, exact }) => ({ role, start, end, exact }));
  return { stance, attributed, confidence, rationale, evidence: passages, attestation };
}
