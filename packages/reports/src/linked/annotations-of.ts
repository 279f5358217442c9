import { languageTag, safeUrl } from "../html/safe-url.ts";
import type {
  ReportSnapshot,
  SnapshotClaim,
  SnapshotEvidence,
  SnapshotSource,
  SnapshotTag,
} from "../snapshot/report-snapshot.ts";
import { iriOf } from "./iri.ts";
import type { LinkedAnnotation, LinkedPassage, LinkedSource } from "./linked-annotation.ts";

/** Every passage and attested silence of a report, also of tags that lost or wait (A4), in the report's order. */
export function annotationsOf(snapshot: ReportSnapshot): LinkedAnnotation[] {
  // Addresses are parsed once a source, not once a passage.
  const sources = new Map(snapshot.sources.map((source) => [source.id, linkedSource(source)]));
  return snapshot.claims.flatMap((claim) =>
    claim.cells.flatMap((cell) => {
      const source = sources.get(cell.sourceId);
      if (source === undefined) throw new Error(`The report has a cell of source ${cell.sourceId} and not the source`);
      const tags = cell.tag === null ? cell.otherTags : [cell.tag, ...cell.otherTags];
      return tags.flatMap((tag) => ofTag(tag, claim, source));
    }),
  );
}

function ofTag(tag: SnapshotTag, claim: SnapshotClaim, source: Omit<LinkedSource, "textSha256">): LinkedAnnotation[] {
  const judgement = {
    tagVersion: tag.version,
    author: tag.author,
    modified: tag.updatedAt,
    claim: { id: iriOf(claim.id), label: claim.label, text: claim.text },
    stance: tag.stance,
    attributed: tag.attributed,
    state: tag.state,
    confidence: tag.confidence,
    rationale: tag.rationale,
  };
  const passages = tag.evidence.map((evidence) => ({
    id: iriOf(tag.id, evidence.id),
    ...judgement,
    source: { ...source, textSha256: evidence.textSha256 },
    passage: linkedPassage(evidence),
    attestation: null,
  }));
  if (tag.attestation === null) return passages;
  const { readInFull, searchTerms, revisionSha256 } = tag.attestation;
  const silence = {
    id: iriOf(tag.id),
    ...judgement,
    source: { ...source, textSha256: revisionSha256 },
    passage: null,
    attestation: { readInFull, searchTerms: [...searchTerms] },
  };
  return [...passages, silence];
}

function linkedSource({ id, name, url, language }: SnapshotSource): Omit<LinkedSource, "textSha256"> {
  return { id: iriOf(id), name, url: safeUrl(url), language: languageTag(language) };
}

function linkedPassage({ role, exact, prefix, suffix, start, end, codePoints }: SnapshotEvidence): LinkedPassage {
  return { role, exact, prefix, suffix, position: codePoints === null ? null : { utf16: { start, end }, codePoints } };
}
