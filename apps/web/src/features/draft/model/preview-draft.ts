import { carryTag, compareTexts, countStaled, countStates, lapseRulings, makeAnchor, mapAnchors, ruledStance } from "@assay/domain";
import type { CaseView, Completeness, Evidence, MappedAnchor, RevisionText, SourceView, TextComparison } from "@assay/domain";
import { rangeInText } from "@assay/editor";
import type { DraftAnchor, DraftText } from "@assay/editor";
import { lookedFor, passageId } from "./draft-passages.ts";

export interface DraftPreview {
  comparison: TextComparison;
  passages: { tagId: string; claimId: string; authorId: string; before: string; after: Evidence; score: number; reasons: readonly string[] }[];
  counts: ReturnType<typeof countStates>;
  staleTags: number;
  /** How many of those are "missing": they attest that the old text is silent (S3). */
  staleMissing: number;
}

/**
 * What saving a draft would change, worked out here by the rules that the desk will apply: a passage whose words were
 * followed through the typing is believed, any other one is looked for by comparing the texts (X4, T6).
 */
export function previewDraft(
  { tags, adjudications }: Pick<CaseView, "tags" | "adjudications">,
  source: SourceView,
  stored: RevisionText,
  draft: DraftText,
  anchors: readonly DraftAnchor[],
  completeness: Completeness,
): DraftPreview {
  const kept = new Map(anchors.filter(({ state }) => state === "kept").map((anchor) => [anchor.id, anchor]));
  const standing = tags.filter((tag) => tag.sourceId === source.id && tag.state !== "withdrawn");
  const unsure = standing.flatMap((tag) => tag.evidence.filter((evidence) => !kept.has(passageId(tag, evidence))));
  const looked = mapAnchors(stored.text, draft.text, unsure.map((evidence) => lookedFor(stored.text, evidence)));
  const mapped = new Map(unsure.map((evidence, index) => [evidence, looked[index]]));
  const { number } = source.revision;
  const sameWholeText = stored.text === draft.text && completeness === "full";
  const between = { from: { id: stored.id, number }, to: { number: number + 1 }, sameWholeText };
  const carried = standing.map((tag) => {
    const places = tag.evidence.map((evidence) => {
      const anchor = kept.get(passageId(tag, evidence));
      return anchor === undefined ? mapped.get(evidence) : followed(draft, anchor);
    });
    const known = tag.evidence.map((evidence) => ({ now: evidence, own: evidence }));
    const after = carryTag(tag, known, places.filter((place) => place !== undefined), between);
    return { tag, ruled: ruledStance(tag, adjudications), places, ...after };
  });
  const { staleTags, staleMissing } = countStaled(lapseRulings(carried, between));
  const passages = carried.flatMap(({ tag, places, evidence }) =>
    evidence.map((after, index) => {
      const { score = 0, reasons = [] } = places[index] ?? {};
      const before = tag.evidence[index]?.exact ?? "";
      return { tagId: tag.id, claimId: tag.claimId, authorId: tag.authorId, before, after, score, reasons };
    }),
  );
  const counts = countStates(passages.map(({ after }) => after));
  return { comparison: compareTexts(stored.text, draft.text), passages, counts, staleTags, staleMissing };
}

function followed(draft: DraftText, anchor: DraftAnchor): MappedAnchor {
  const { start, end } = rangeInText(draft, anchor);
  return { anchor: makeAnchor(draft.text, start, end), score: 1, reasons: [] };
}

/** What the editor knows of passages and the desk cannot see from the texts alone. */
export function followedPassages(draft: DraftText, anchors: readonly DraftAnchor[]) {
  return anchors
    .filter(({ state }) => state === "kept")
    .map((anchor) => {
      const [tagId = "", evidenceId = ""] = anchor.id.split(" ");
      return { tagId, evidenceId, ...rangeInText(draft, anchor) };
    });
}
