import { withScope } from "@assay/db";
import { carryTag, countStaled, countStates, lapseRulings } from "@assay/domain";
import type { AnchorState, Completeness, Evidence, TextComparison } from "@assay/domain";
import type { CaseContext } from "../context.ts";
import type { SourceContent } from "../inputs/source-inputs.ts";
import { textOf } from "../reading/read-source.ts";
import { findDuplicate } from "./find-duplicate.ts";
import type { ExistingSource } from "./find-duplicate.ts";
import { findBase, findStanding, readBaseText } from "./find-revised.ts";
import { mapApart } from "./map-apart.ts";
import { readContent } from "./read-content.ts";
import { sameText } from "./revise-source.ts";

/** What would become of one passage. */
export interface PassagePreview {
  tagId: string;
  claimId: string;
  authorId: string;
  before: string;
  after: Evidence;
  score: number;
  reasons: readonly string[];
}

export interface RevisionPreview {
  ok: true;
  /** Of the revision this would become. */
  number: number;
  baseRevisionId: string;
  sha256: string;
  /** UTF-16 code units. */
  length: number;
  notes: string[];
  comparison: TextComparison;
  passages: PassagePreview[];
  counts: Record<AnchorState, number>;
  /** Tags that would become stale. */
  staleTags: number;
  /** How many of those are "missing": they attest that the old text is silent (S3). */
  staleMissing: number;
  /** Another source with the very same text. */
  existing: ExistingSource | null;
}

export type RevisionInspection = RevisionPreview | { ok: false; reason: string; rule: string };

export interface PreviewRevision {
  sourceId: string;
  content: SourceContent;
  completeness: Completeness;
}

/** What a new revision would change, and where the passages would be that this person may see (B1). Stores nothing. */
export async function previewRevision(
  ctx: CaseContext,
  { sourceId, content, completeness }: PreviewRevision,
): Promise<RevisionInspection> {
  const { read } = await readContent(ctx, content);
  if (!read.ok) return { ok: false, reason: read.reason, rule: read.rule };
  const { sha256, length, notes } = read;
  const { base, found, oldText, duplicate } = await withScope(ctx.app.db, ctx.scope, async (tx, session) => {
    const base = await findBase(session, ctx.caseId, sourceId);
    return {
      base,
      found: await findStanding(session, ctx.caseId, sourceId, "seen"),
      oldText: await readBaseText(ctx, session, base),
      duplicate: await findDuplicate(tx, ctx.caseId, sha256),
    };
  });
  const isSameText = base.sha256 === sha256;
  if (isSameText && base.completeness === completeness) {
    const { reason, rule } = sameText(base);
    return { ok: false, reason, rule };
  }
  const tags = found.filter(({ tag }) => tag.state !== "withdrawn");
  const anchors = tags.flatMap(({ tag }) => tag.evidence);
  const { mapped, comparison } = await mapApart(ctx, { oldText, newText: textOf(read.stored), anchors, compare: true });
  if (comparison === null) throw new Error("The texts were not compared");
  const number = base.number + 1;
  let at = 0;
  const between = { from: base, to: { number }, sameWholeText: isSameText && completeness === "full" };
  const carried = tags.map(({ tag, own, ruled }) => {
    const places = mapped.slice(at, (at += tag.evidence.length));
    const known = tag.evidence.map((now) => ({ now, own: own.find(({ id }) => id === now.id) ?? now }));
    return { tag, ruled, places, ...carryTag(tag, known, places, between) };
  });
  const { staleTags, staleMissing } = countStaled(lapseRulings(carried, between));
  const passages = carried.flatMap(({ tag, places, evidence }): PassagePreview[] => {
    const { id: tagId, claimId, authorId } = tag;
    return evidence.map((after, index) => {
      const { score = 0, reasons = [] } = places[index] ?? {};
      return { tagId, claimId, authorId, before: tag.evidence[index]?.exact ?? "", after, score, reasons };
    });
  });
  const counts = countStates(passages.map(({ after }) => after));
  const existing = duplicate?.sourceId === sourceId ? null : duplicate;
  return {
    ok: true, number, baseRevisionId: base.id, sha256, length, notes, comparison, passages, counts, staleTags,
    staleMissing, existing,
  };
}
