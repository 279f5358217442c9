import { defaultEvidenceRole, isLostState, makeAnchor } from "@assay/domain";
import type { AnchorState, Attestation, Evidence, EvidenceRole, Stance, TagContent, TagView } from "@assay/domain";

/** Edits of what an annotator writes, as values: each returns new content and leaves the old one as it was. */

/** A passage of a tag is known by its place: its id belongs to one version and is another in the next. */
export interface Passage {
  start: number;
  end: number;
  state?: AnchorState;
}

/** A lost passage has its place in an older revision, which is no place in this one. */
export function samePlace(a: Passage, b: Passage): boolean {
  return a.start === b.start && a.end === b.end && isLost(a) === isLost(b);
}

function isLost({ state = "exact" }: Passage): boolean {
  return isLostState(state);
}

/** A lost passage where its author says it is now (X4). */
export function placePassage(content: TagContent, lost: Passage, placed: Evidence): TagContent {
  return addPassage(removePassage(content, lost), placed);
}

/** Words that a newer revision changed, kept as they are now. */
export function keepWords(content: TagContent, passage: Passage): TagContent {
  const evidence = content.evidence.map((one): Evidence => (samePlace(one, passage) ? { ...one, state: "exact" } : one));
  return { ...content, evidence };
}

export function evidenceOf(id: string, text: string, passage: Passage, role: EvidenceRole): Evidence {
  return { id, role, ...makeAnchor(text, passage.start, passage.end) };
}

export function newContent(stance: Stance, evidence: Evidence[] = []): TagContent {
  return { stance, attributed: false, confidence: null, rationale: "", evidence, attestation: null };
}

/** The part of a tag that its author writes: what the next version starts from. */
export function contentOf(tag: TagView): TagContent {
  const { stance, attributed, confidence, rationale, evidence, attestation } = tag;
  return { stance, attributed, confidence, rationale, evidence, attestation };
}

/** The same words twice are one passage: adding them again changes nothing. Passages stand in reading order. */
export function addPassage(content: TagContent, passage: Evidence): TagContent {
  if (content.evidence.some((other) => samePlace(other, passage))) return content;
  const evidence = [...content.evidence, passage].sort((a, b) => a.start - b.start || a.end - b.end);
  return { ...content, evidence };
}

export function removePassage(content: TagContent, passage: Passage): TagContent {
  const evidence = content.evidence.filter((other) => !samePlace(other, passage));
  return evidence.length === content.evidence.length ? content : { ...content, evidence };
}

/** The same passage with other edges; its role stays. Where another passage has these very edges, the two become one. */
export function movePassage(content: TagContent, from: Passage, made: (role: EvidenceRole) => Evidence): TagContent {
  const before = content.evidence.find((one) => samePlace(one, from));
  if (before === undefined) return content;
  return addPassage(removePassage(content, from), made(before.role));
}

export function setRole(content: TagContent, passage: Passage, role: EvidenceRole): TagContent {
  const evidence = content.evidence.map((one) =>
    samePlace(one, passage) && one.role !== role ? { ...one, role } : one,
  );
  return evidence.every((one, i) => one === content.evidence[i]) ? content : { ...content, evidence };
}

/**
 * Passages stay between verified and disputed and their usual roles turn with the stance; a chosen "qualifies" stays.
 * "Missing" has neither passages nor `attributed`, and the other two have no attestation (S1–S4): what does not belong
 * is dropped, and undo brings it back.
 */
export function changeStance(content: TagContent, stance: Stance): TagContent {
  if (content.stance === stance) return content;
  if (stance === "missing") return { ...content, stance, attributed: false, evidence: [] };
  const before = defaultEvidenceRole(content.stance);
  const after = defaultEvidenceRole(stance);
  const evidence = content.evidence.map((one) =>
    one.role === before && before !== after ? { ...one, role: after } : one,
  );
  return { ...content, stance, evidence, attestation: null };
}

/** The content that pressing V or D leaves: the stance, and the selected passage among the others. */
export function withStance(content: TagContent | null, stance: Stance, passage: Evidence): TagContent {
  if (content === null) return newContent(stance, [passage]);
  return addPassage(changeStance(content, stance), passage);
}

export function attest(content: TagContent | null, attestation: Attestation, rationale: string): TagContent {
  return { ...changeStance(content ?? newContent("missing"), "missing"), attestation, rationale };
}
