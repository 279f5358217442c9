import type { CaseView, CellView, ClaimView, SourceView, VerdictOverrideView, VerdictView } from "@assay/domain";
import {
  claimLabel,
  deriveCells,
  EMPTY_CELL,
  sourceName,
  STANCES,
  verdictsOf,
  VERDICT_RULE_VERSION,
} from "@assay/domain";
import type { ReportSnapshot, SnapshotClaim, SnapshotPolicy, SnapshotSource, SnapshotVerdict } from "./report-snapshot.ts";
import { SCHEMA_VERSION } from "./report-snapshot.ts";
import { snapshotCell } from "./snapshot-cell.ts";
import { documentPart } from "./snapshot-document.ts";
import { countSnapshot, tallySettled, zeroes } from "./snapshot-counts.ts";
import type { SnapshotInput } from "./snapshot-input.ts";
import { snapshotNotes } from "./snapshot-notes.ts";
import { snapshotRatings } from "./snapshot-ratings.ts";
import type { CaseIndex } from "./snapshot-tag.ts";
import { indexCase, nameOf } from "./snapshot-tag.ts";
import { snapshotThreads } from "./snapshot-threads.ts";

/**
 * Freezes a case for export. Verdicts are the case's own: they rest on all its sources, also on those outside the
 * scope, so that a report never says otherwise than the desk; a note says so where it matters.
 */
export function buildSnapshot({ view, texts, title, scope, now, generator, document, agreement }: SnapshotInput): ReportSnapshot {
  const index = indexCase(view, texts);
  const cells = deriveCells(view);
  const verdicts = verdictsOf(view, cells);
  const labels = new Map(view.claims.map((claim) => [claim.id, claimLabel(claim)]));
  const standing = view.claims.filter((claim) => !claim.withdrawn);
  const sourceViews = chosen(view.sources, scope.sourceIds);
  const all = chosen(standing, scope.claimIds).map((claim) =>
    snapshotClaim(claim, sourceViews, cells.get(claim.id), verdicts.get(claim.id), labels, index),
  );
  const claims = scope.settledOnly ? all.map(settledPart).filter((claim) => claim.cells.length > 0) : all;
  const tallies = tallySettled(claims);
  const sources = sourceViews.map((source) => snapshotSource(source, tallies.get(source.id)));
  const counts = countSnapshot(claims, sources);
  const snapshotScope = {
    settledOnly: scope.settledOnly,
    claimsInCase: standing.length,
    sourcesInCase: view.sources.length,
    cellsLeftOut: all.reduce((sum, claim) => sum + claim.cells.length, 0) - counts.cells,
    claimsLeftOut: all.length - claims.length,
  };
  const policy = policyOf(view);
  const ratings = snapshotRatings(view, claims, index);
  return {
    schemaVersion: SCHEMA_VERSION,
    generator,
    generatedAt: now,
    title: title.trim() || view.title,
    case: { id: view.id, title: view.title, summary: view.summary, workspace: view.workspaceName },
    log: { lastEvent: view.lastEvent, lastHash: view.lastHash },
    policy,
    notes: snapshotNotes({ counts, scope: snapshotScope, policy, sources, claims }),
    scope: snapshotScope,
    counts,
    sources,
    claims,
    ...(ratings === null ? {} : { ratings }),
    ...(scope.includeDiscussion === true ? { discussion: snapshotThreads(view, idsOf(claims, sources), index) } : {}),
    ...documentPart({ document, agreement, view, texts }, { claims, sources }),
  };
}

function idsOf(claims: readonly { id: string }[], sources: readonly { id: string }[]) {
  return { claims: new Set(claims.map(({ id }) => id)), sources: new Set(sources.map(({ id }) => id)) };
}

function policyOf({ policy }: CaseView): SnapshotPolicy {
  const { selfReview, independenceThreshold, requiredTags, autoAccept } = policy;
  return { selfReview, independenceThreshold, requiredTags, autoAccept, ruleVersion: VERDICT_RULE_VERSION };
}

function chosen<T extends { id: string; number: number }>(items: readonly T[], ids: string[] | "all"): T[] {
  const wanted = ids === "all" ? null : new Set(ids);
  return items.filter((item) => wanted === null || wanted.has(item.id)).sort((a, b) => a.number - b.number);
}

function settledPart(claim: SnapshotClaim): SnapshotClaim {
  return { ...claim, cells: claim.cells.filter((cell) => cell.reviewed) };
}

function snapshotClaim(
  claim: ClaimView,
  sources: readonly SourceView[],
  row: Map<string, CellView> | undefined,
  verdict: (VerdictView & { override: VerdictOverrideView | null }) | undefined,
  labels: Map<string, string>,
  index: CaseIndex,
): SnapshotClaim {
  if (verdict === undefined) throw new Error(`No verdict was derived for claim ${claim.id}`);
  return {
    id: claim.id,
    number: claim.number,
    label: claimLabel(claim),
    text: claim.text,
    type: claim.type,
    claimant: claim.claimant,
    version: claim.version,
    parentLabel: claim.parentId === null ? null : (labels.get(claim.parentId) ?? null),
    ...(claim.suggestion && { suggestion: { ...claim.suggestion } }),
    verdict: snapshotVerdict(verdict, index),
    cells: sources.map((source) => snapshotCell(row?.get(source.id) ?? EMPTY_CELL, claim, source, index)),
  };
}

function snapshotVerdict(
  verdict: VerdictView & { override: VerdictOverrideView | null },
  index: CaseIndex,
): SnapshotVerdict {
  const { override } = verdict;
  return {
    kind: override?.verdict ?? verdict.kind,
    derived: verdict.kind,
    reason: verdict.reason,
    supportedBy: [...verdict.supportedBy],
    refutedBy: [...verdict.refutedBy],
    allSupportAttributed: verdict.allSupportAttributed,
    pending: verdict.pending,
    silent: verdict.silent,
    empty: verdict.empty,
    override:
      override === null
        ? null
        : {
            verdict: override.verdict,
            reason: override.reason,
            author: nameOf(index, override.authorId),
            at: override.createdAt,
            ruleVersion: override.ruleVersion,
          },
  };
}

function snapshotSource(source: SourceView, settled: SnapshotSource["settled"] | undefined): SnapshotSource {
  const { revision } = source;
  const name = sourceName(source);
  return {
    id: source.id,
    number: source.number,
    name,
    group: source.independenceGroup.trim() || name,
    title: source.title,
    publisher: source.publisher,
    author: source.author,
    url: source.url,
    publishedAt: source.publishedAt,
    retrievedAt: source.retrievedAt,
    kind: source.kind,
    language: source.language,
    independenceGroup: source.independenceGroup,
    revision: {
      number: revision.number,
      sha256: revision.sha256,
      length: revision.length,
      completeness: revision.completeness,
      originalName: revision.originalName,
      receivedAt: revision.createdAt,
    },
    settled: settled ?? zeroes(STANCES),
  };
}
