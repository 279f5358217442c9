import type { ProviderIdentity } from "@assay/assist";
import type {
  AssistReport,
  Attribution,
  CellSuggestion,
  ClaimSuggestion,
  Omission,
  SourceDifference,
} from "@assay/assist";
import type { DismissalView } from "@assay/domain";

/** Every suggestion has a key that is its own in the case, and stays the same as long as it says the same. */
export type Keyed<Suggestion> = Suggestion & { key: string };

/** Reading goes on in the background: ask again. Stopped: somebody cancelled it; it begins anew when asked `again`. */
export type ReadingState = "reading" | "ready" | "failed" | "stopped";

export interface ReadingStatus {
  state: ReadingState;
  /** 0 to 1, of what is being read. */
  progress: number;
  /** Why it failed, and what mends it. */
  problem: string | null;
}

export interface SuggestedClaim extends Keyed<ClaimSuggestion> {
  /** The claim that was made of it, if one was. */
  claimId: string | null;
  /** The claim of the case that says the same already. */
  sameAs: string | null;
  /** The claim of the case that is worded much like it: where its words are evidence of that one, it is known already. */
  alike: string | null;
}

export interface SourceSuggestions {
  sourceId: string;
  /** All offsets are in its text. */
  revisionId: string;
  /** Who read it: where a model did not answer, the built-in reader. */
  identity: ProviderIdentity;
  /** The most checkable first. */
  claims: SuggestedClaim[];
  attributions: Attribution[];
}

/** A cell without passages and differences: `assist.cell` and `assist.claim` have those. */
export type CellOutline = Keyed<Pick<CellSuggestion, "source" | "suggestion" | "score" | "attributed" | "silence">>;

export interface ReadClaim {
  id: string;
  /** The wording that was read. */
  version: number;
  cells: CellOutline[];
}

type Lists = Pick<AssistReport, "differences" | "quotes" | "merges" | "splits" | "contradictions" | "shared">;

/** An AssistReport of the case, by the ids of its sources and claims. */
export type CaseReport = { [Name in keyof Lists]: Keyed<Lists[Name][number]>[] } & {
  languages: AssistReport["languages"];
  claims: ReadClaim[];
  /** Proposed groups of sources that are not independent of each other. */
  independence: { key: string; sourceIds: string[] }[];
  omissions: Omission[];
};

export interface CaseReading {
  identity: ProviderIdentity;
  /** Plain sentences: what fell back to the built-in reader, what was left out. */
  notices: string[];
  sources: SourceSuggestions[];
  report: CaseReport;
}

/** What the machine proposes for a case. Nothing in it is a record, and nothing of it rests on anybody's tags (B1). */
export interface CaseSuggestions extends ReadingStatus {
  /**
   * While something new is being read: the last reading, if all its texts are still the newest. Claims may have been
   * added or reworded since.
   */
  reading: CaseReading | null;
  /** Names the reading, with what became of it in the case. */
  readingKey: string | null;
  /** The reading is the one that the client said it has: it is not sent again. */
  unchanged: boolean;
  /** Whoever reads now: the desk's own model or the built-in reader. */
  reader: { name: string; leavesMachine: boolean };
  dismissed: DismissalView[];
}

export interface ReadCell extends Keyed<CellSuggestion> {
  /** Who read it: where a model did not answer, the built-in reader. */
  identity: ProviderIdentity;
  claimId: string;
  claimVersion: number;
  revisionId: string;
}

export interface CellAnswer extends ReadingStatus {
  identity: ProviderIdentity | null;
  /** Null while it is being read. */
  cell: ReadCell | null;
}

export interface ClaimAnswer extends ReadingStatus {
  identity: ProviderIdentity | null;
  /** In the order of the sources; empty while they are being read. */
  cells: ReadCell[];
  /** Of the case's differences those that are about this claim, and those that touch the best passages of its cells. */
  differences: Keyed<SourceDifference>[];
}
