import type { Stance, VerdictKind } from "@assay/domain";
import { STANCES, stanceWord, VERDICT_KINDS, verdictWord } from "@assay/domain";
import type { PrintedBlock } from "./printed-report.ts";

const STANCE_MEANING: Record<Stance, string> = {
  verified: "the source says so",
  disputed: "the source says otherwise",
  missing: "the source was read in full and is silent",
};

const VERDICT_MEANING: Record<VerdictKind, string> = {
  corroborated: "enough independent origins verify it",
  supported: "verified, with no number of origins asked for",
  single_source: "one origin alone verifies it",
  conflicting: "origins verify it and origins dispute it",
  refuted: "disputed, and nobody verifies it",
  not_enough_evidence: "no settled cell speaks to it",
};

export function signs(): PrintedBlock {
  return {
    is: "signs",
    stances: STANCES.map((sign) => ({ sign, word: stanceWord(sign), meaning: STANCE_MEANING[sign] })),
    verdicts: VERDICT_KINDS.map((sign) => ({ sign, word: verdictWord(sign), meaning: VERDICT_MEANING[sign] })),
  };
}
