import type { ProviderIdentity } from "@assay/assist";
import type { ClaimType } from "@assay/domain";
import type { ModelAddresses } from "./model-addresses.ts";
import type { CaseReading, ReadCell } from "./case-suggestions.ts";

/** Everything that one reading of a case rests on, as a plain value: texts and claims, and nothing of any tag (B1). */
export interface ReadingTask {
  sources: TaskSource[];
  claims: TaskClaim[];
  /** Null: the built-in reader alone. */
  model: ModelTask | null;
  /** Said beside the suggestions: why the desk's model was not asked. */
  notices: string[];
}

export type ModelTask =
  | { kind: "endpoint"; baseUrl: string; model: string; key: string | null; addresses: ModelAddresses }
  | { kind: "local"; models: string; folder: string };

export interface TaskSource {
  id: string;
  revisionId: string;
  text: string;
  published: string | null;
  language: string | null;
}

export interface TaskClaim {
  id: string;
  version: number;
  text: string;
  type: ClaimType;
}

/** What comes back, written out once, in the thread: cells are large and asked for one by one. */
export interface WrittenReading {
  identity: ProviderIdentity;
  /** JSON of a CaseReading. */
  reading: string;
  /** JSON of its differences once more: they are asked for with each claim, and the whole is large. */
  differences: string;
  /** JSON of ReadCell[], by claim. */
  cells: [claimId: string, json: string][];
}

export type ToReader = { id: number; task: ReadingTask };
export type FromReader =
  | { id: number; progress: number }
  | { id: number; written: WrittenReading }
  /** `fault` is for whoever keeps the log. */
  | { id: number; fault: string };

export function writeReading(reading: CaseReading, cells: ReadonlyMap<string, ReadCell[]>): WrittenReading {
  return {
    identity: reading.identity,
    reading: JSON.stringify(reading),
    differences: JSON.stringify(reading.report.differences),
    cells: [...cells].map(([claimId, list]) => [claimId, JSON.stringify(list)]),
  };
}
