import type {
  CaseView,
  CellState,
  CellView,
  ClaimView,
  SourceView,
  VerdictKind,
  VerdictOverrideView,
} from "@assay/domain";
import { ratingOf } from "@assay/domain";
import type { ReportOptions } from "./report-search.ts";

type Verdicts = ReadonlyMap<string, { kind: VerdictKind; override: VerdictOverrideView | null }>;
type Cells = ReadonlyMap<string, ReadonlyMap<string, CellView>>;

/** What the server exports by. */
export interface Scope {
  claimIds: "all" | string[];
  sourceIds: "all" | string[];
  settledOnly: boolean;
  includeDiscussion?: true;
}

/** The verdict a reader sees: the desk's own where there is one (V4). */
export function shownVerdict(verdict: { kind: VerdictKind; override: VerdictOverrideView | null }): VerdictKind {
  return verdict.override?.verdict ?? verdict.kind;
}

export function claimsInScope(view: CaseView, verdicts: Verdicts, options: ReportOptions): ClaimView[] {
  const standing = view.claims.filter((claim) => !claim.withdrawn);
  const { claims, verdicts: kinds } = options;
  if (claims !== null) return standing.filter((claim) => claims.includes(claim.number));
  if (kinds === null) return standing;
  return standing.filter((claim) => {
    const verdict = verdicts.get(claim.id);
    return verdict !== undefined && kinds.includes(shownVerdict(verdict));
  });
}

export function sourcesInScope(view: CaseView, { sources }: ReportOptions): SourceView[] {
  return sources === null ? view.sources : view.sources.filter((source) => sources.includes(source.number));
}

export function scopeOf(view: CaseView, verdicts: Verdicts, options: ReportOptions): Scope {
  const isAllClaims = options.claims === null && options.verdicts === null;
  return {
    claimIds: isAllClaims ? "all" : claimsInScope(view, verdicts, options).map((claim) => claim.id),
    sourceIds: options.sources === null ? "all" : sourcesInScope(view, options).map((source) => source.id),
    settledOnly: options.settledOnly,
    ...(options.discussion ? { includeDiscussion: true } : {}),
  };
}

/** What the ClaimReview file leaves out, in words; null where every claim in scope is rated. */
export function unratedWords({ ratings }: CaseView, claims: readonly ClaimView[]): string | null {
  const rated = claims.filter(({ id }) => ratingOf(ratings, id) !== null).length;
  if (claims.length === 0 || rated === claims.length) return null;
  if (rated === 0) return "No claim in scope is rated, so this file lists none. Rate them under Ratings.";
  return `${rated} of the ${claims.length} claims in scope ${rated === 1 ? "is" : "are"} rated; this file lists no other.`;
}

export interface OpenCell {
  claim: ClaimView;
  source: SourceView;
  cell: CellView;
}

export interface Warning {
  state: Exclude<CellState, "settled">;
  cells: OpenCell[];
}

/** In the order in which they would hold back a release. */
const ORDER: readonly Warning["state"][] = [
  "contested",
  "stale",
  "changes_requested",
  "awaiting_review",
  "in_progress",
  "empty",
];

/** Cells in scope that nobody has settled, by what they wait for. Nothing is hidden from whoever exports. */
export function warningsOf(claims: readonly ClaimView[], sources: readonly SourceView[], cells: Cells): Warning[] {
  const byState = new Map<Warning["state"], OpenCell[]>();
  for (const claim of claims) {
    const row = cells.get(claim.id);
    for (const source of sources) {
      const cell = row?.get(source.id);
      if (cell === undefined || cell.state === "settled") continue;
      byState.set(cell.state, [...(byState.get(cell.state) ?? []), { claim, source, cell }]);
    }
  }
  return ORDER.flatMap((state) => {
    const found = byState.get(state);
    return found === undefined ? [] : [{ state, cells: found }];
  });
}

/** Adds or takes one entry; naming every one is the same as all. */
export function toggled(held: readonly number[] | null, every: readonly number[], one: number): number[] | null {
  const now = held ?? every;
  const next = now.includes(one) ? now.filter((each) => each !== one) : [...now, one].sort((a, b) => a - b);
  return every.every((each) => next.includes(each)) ? null : next;
}
