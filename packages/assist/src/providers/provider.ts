import type {
  AssistClaim,
  AssistReport,
  AssistSource,
  Attribution,
  ClaimSuggestion,
} from "../suggestion.ts";

/** Who made a suggestion: what is needed to know later where it came from. */
export interface ProviderIdentity {
  /** "built-in", or where a model is: the host of its service, or its folder. */
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

export interface ReadingOptions {
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
  /** Of whoever was asked. */
  identity: ProviderIdentity;
  sources: SourceReading[];
  report: AssistReport;
  /** What a model read of it. All the rest is the built-in reader's, whoever was asked. */
  byModel?: { sources: ReadonlySet<string>; cells: ReadonlySet<string> };
  /** Plain sentences for whoever reads the suggestions: what fell back, what was left out. */
  notices: string[];
}

/** How `byModel` names a cell. */
export function cellName(claim: string, source: string): string {
  return `${claim} ${source}`;
}

/**
 * Something that reads sources and proposes. It is given texts and claims and nothing else, least of all what people
 * tagged (B1), and answers for every source and every claim.
 */
export interface AssistProvider {
  readonly identity: ProviderIdentity;
  read(request: ReadRequest, options?: ReadingOptions): Promise<Reading>;
}
