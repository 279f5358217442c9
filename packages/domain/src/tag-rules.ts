import type { AnchorState } from "./anchoring/anchor.ts";
import type { Completeness } from "./source.ts";
import type { EvidenceRole, TagContent } from "./tag.ts";
import type { Outcome } from "./refusal.ts";
import type { Stance } from "./stance.ts";
import { allowed, refuse } from "./refusal.ts";
import { isLostState } from "./carry-tag.ts";
import { isStance } from "./stance.ts";

/** What the rules have to know of the revision that the tag judges. */
export interface TagContext {
  completeness: Completeness;
  revisionSha256: string;
  /** UTF-16 code units. */
  textLength: number;
}

/** One thing that a tag lacks; `reason` names it and, where there is one, the key that mends it. */
export interface Lacking {
  rule: string;
  reason: string;
}

/**
 * Is this a tag at all, be it only a draft (S5)? A draft may lack evidence or an attestation; its passages must lie
 * inside the text. Whether it can be submitted is for `lackingForSubmit`.
 */
export function checkTagContent(content: TagContent, ctx: TagContext): Outcome {
  if (!isStance(content.stance)) return refuse("S5", "A tag is verified, disputed or missing. Press V, D or M.");
  const ids = new Set<string>();
  for (const passage of content.evidence) {
    if (ids.has(passage.id)) return refuse("S5", "The same passage is listed twice. Remove one of the two.");
    ids.add(passage.id);
    if (isLost(passage)) continue;
    const { start, end, exact } = passage;
    const inside = Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start < end;
    if (!inside || end > ctx.textLength || exact.length !== end - start) {
      return refuse("X1", "A passage does not lie inside the text of this source. Select it again.");
    }
  }
  return allowed;
}

/** Everything that stands between this content and submission (S1–S5), in the order a person would mend it. */
export function lackingForSubmit(content: TagContent, ctx: TagContext): Lacking[] {
  const formed = checkTagContent(content, ctx);
  if (!formed.ok) return [{ rule: formed.rule, reason: formed.reason }];
  const lacking = content.stance === "missing" ? lackingForMissing(content, ctx) : lackingForPassages(content);
  if (content.evidence.some(isLost)) {
    lacking.push({
      rule: "X4",
      reason: "A passage could not be found again in this revision. Select it again, or remove it.",
    });
  }
  if (content.evidence.some(({ state }) => state === "fuzzy")) {
    lacking.push({
      rule: "X4",
      reason: "The words of a passage changed with a newer revision. Read them, then keep them or select others.",
    });
  }
  return lacking;
}

/** `lackingForSubmit` as one answer: the first rule that is broken, with every reason. */
export function checkForSubmit(content: TagContent, ctx: TagContext): Outcome {
  const lacking = lackingForSubmit(content, ctx);
  const first = lacking[0];
  return first === undefined ? allowed : refuse(first.rule, lacking.map(({ reason }) => reason).join(" "));
}

/** The role a passage takes when it is selected with the stance's key. */
export function defaultEvidenceRole(stance: Stance): EvidenceRole {
  return stance === "disputed" ? "refutes" : "supports";
}

function lackingForPassages({ stance, evidence }: TagContent): Lacking[] {
  const lacking: Lacking[] = [];
  if (stance === "verified" && !evidence.some(({ role }) => role !== "refutes")) {
    const passage = evidence.length === 0 ? "a passage" : "a passage that supports or qualifies the claim";
    lacking.push({
      rule: "S1",
      reason: `A verified tag needs ${passage}. Select one in the source, then press V.`,
    });
  }
  if (stance === "disputed" && evidence.length === 0) {
    lacking.push({
      rule: "S2",
      reason: "A disputed tag needs a passage. Select one in the source, then press D.",
    });
  }
  return lacking;
}

function lackingForMissing({ evidence, attestation, attributed }: TagContent, ctx: TagContext): Lacking[] {
  const lacking: Lacking[] = [];
  const say = (rule: string, reason: string) => lacking.push({ rule, reason });
  if (ctx.completeness === "partial") {
    say("S3", "This source is partial, so nobody can attest that it is silent. Add its full text first.");
  }
  if (evidence.length > 0) {
    say("S3", "A missing tag has no passage. Remove its passages, or press V or D to tag the cell by them.");
  }
  if (attestation === null) {
    say("S3", "A missing tag needs an attestation. Press M and attest that you read the whole source.");
  } else if (!attestation.readInFull) {
    say("S3", "The attestation does not say that the whole source was read. Press M and attest it.");
  } else if (attestation.revisionSha256 !== ctx.revisionSha256) {
    say("S3", "The attestation is for an earlier revision. Read the current one, then press M and attest it.");
  }
  if (attributed) say("S4", "A missing tag is never attributed, for the source says nothing. Clear the mark.");
  return lacking;
}

function isLost({ state }: { state: AnchorState }): boolean {
  return isLostState(state);
}
