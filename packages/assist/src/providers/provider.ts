import type {
  AssistClaim,
  AssistReport,
  AssistSource,
  Attribution,
  ClaimSuggestion,
} from "../suggestion.ts";

/** Who made a suggestion: what is needed to know later where it came from. */
export interface ProviderIdentity {
  /** "built-in", or the name of a model as the desk knows it. */
  provider: string;
  version: string;
  /** sha256 of what a model was asked, without the texts; the built-in reader is not asked in words. */
  promptHash?: string;
}

export interface ReadRequest {
  sources: readonly AssistSource[];
  /** Those of the case; empty where there are none yet. */
  claims: readonly AssistClaim[];
}

export interface ReadOptions {
  signal?: AbortSignal;
  /** 0 to 1. */
  onProgress?: (done: number) => void;
}

/** Of one source, by itself. */
export interface SourceReading {
  source: string;
  /** Ranked, the most checkable first. */
  claims: ClaimSuggestion[];
  attributions: Attribution[];
}

export interface Reading {
  /** Who made most of it. Parts that a model did not make are the built-in reader's: `notices` says so. */
  identity: ProviderIdentity;
  sources: SourceReading[];
  report: AssistReport;
  /** Plain sentences for whoever reads the suggestions: what fell back, what was left out. */
  notices: string[];
}

/**
 * Something that reads sources and proposes. It is given texts and claims and nothing else, least of all what people
 * tagged (B1), and answers for every source and every claim.
 */
export interface AssistProvider {
  readonly identity: ProviderIdentity;
  read(request: ReadRequest, options?: ReadOptions): Promise<Reading>;
}
