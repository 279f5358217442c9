import type { Confidence, EvidenceRole } from "@assay/domain";
import type { DemoClaim, DemoQuote, DemoStep, DemoTag } from "./demo-case-types.ts";

/** A claim with its tags, so that the script reads cell by cell. */
export interface ScriptedClaim {
  claim: DemoClaim;
  tags: DemoTag[];
}

type CellTag = Omit<DemoTag, "claim">;
type Passage = string | DemoQuote;

interface Judgement {
  attributed?: boolean;
  confidence?: Confidence;
  rationale?: string;
  /** Left out: submitted and approved, which is what becomes of most tags. */
  history?: DemoStep[];
}

export const submit: DemoStep = { do: "submit" };

export function approve(by = "teo"): DemoStep {
  return { do: "review", by, decision: "approve" };
}

export function approvedBy(reviewer: string): DemoStep[] {
  return [submit, approve(reviewer)];
}

export function requestChanges(reason: string, by = "teo"): DemoStep {
  return { do: "review", by, decision: "request_changes", reason };
}

export function qualifies(quote: string): DemoQuote {
  return { quote, role: "qualifies" };
}

export function verified(source: string, author: string, passages: Passage[], judgement: Judgement = {}): CellTag {
  return passageTag("verified", "supports", source, author, passages, judgement);
}

export function disputed(source: string, author: string, passages: Passage[], judgement: Judgement = {}): CellTag {
  return passageTag("disputed", "refutes", source, author, passages, judgement);
}

export function missing(
  source: string,
  author: string,
  searchTerms: string[],
  judgement: Omit<Judgement, "attributed"> = {},
): CellTag {
  return {
    source,
    author,
    stance: "missing",
    attributed: false,
    confidence: judgement.confidence ?? "high",
    rationale: judgement.rationale ?? "",
    evidence: [],
    attestation: { searchTerms },
    history: judgement.history ?? approvedBy("teo"),
  };
}

export function scriptClaim(claim: DemoClaim, tags: CellTag[]): ScriptedClaim {
  return { claim, tags: tags.map((tag) => ({ claim: claim.key, ...tag })) };
}

function passageTag(
  stance: "verified" | "disputed",
  role: EvidenceRole,
  source: string,
  author: string,
  passages: Passage[],
  judgement: Judgement,
): CellTag {
  return {
    source,
    author,
    stance,
    attributed: judgement.attributed ?? false,
    confidence: judgement.confidence ?? "high",
    rationale: judgement.rationale ?? "",
    evidence: passages.map((passage) => (typeof passage === "string" ? { quote: passage, role } : passage)),
    attestation: null,
    history: judgement.history ?? approvedBy("teo"),
  };
}
