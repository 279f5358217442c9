import type { CaseView, ReportBlock, ReportDocument, RevisionText } from "@assay/domain";
import { claimLabel } from "@assay/domain";
import { listed } from "../prose.ts";
import type { SnapshotInput } from "./snapshot-input.ts";
import type {
  ReportSnapshot,
  SnapshotBlock,
  SnapshotClaim,
  SnapshotDocument,
  SnapshotSource,
  SnapshotText,
} from "./report-snapshot.ts";

interface Shown {
  claims: readonly SnapshotClaim[];
  sources: readonly SnapshotSource[];
}

/**
 * The document as a report prints it. A block whose subject is gone keeps its place and says so, because a reader who
 * remembers it would otherwise take its absence for an answer.
 */
export function snapshotDocument(document: ReportDocument, view: CaseView, shown: Shown): SnapshotDocument {
  const blocks = document.blocks.map((block): SnapshotBlock => {
    const gone = goneWords(block, view, shown);
    return gone === null ? block : { ...block, gone };
  });
  return { title: document.title, blocks };
}

function goneWords(block: ReportBlock, view: CaseView, { claims, sources }: Shown): string | null {
  if (block.type === "annotated") {
    if (block.sourceId !== null && !sources.some(({ id }) => id === block.sourceId)) {
      return "The source that was copied here is not in this report.";
    }
    return sources.length === 0 ? "There is no source to copy yet." : null;
  }
  if (block.type !== "claim" && block.type !== "evidence") return null;
  const lost = goneClaim(block.claimId, view, claims);
  if (lost !== null || block.type === "claim") return lost;
  const source = sources.find(({ id }) => id === block.sourceId);
  const claim = claims.find(({ id }) => id === block.claimId);
  if (source === undefined) return "The source that was quoted here is not in this report.";
  const cell = claim?.cells.find(({ sourceId }) => sourceId === block.sourceId);
  const tags = cell === undefined ? [] : [...(cell.tag === null ? [] : [cell.tag]), ...cell.otherTags];
  if (tags.some(({ evidence }) => evidence.some(({ id }) => id === block.evidenceId))) return null;
  // Of a passage that was taken out and of one that is still blind the same is said (B1).
  const label = claim?.label ?? "a claim";
  return `The passage of ${source.name} quoted here for ${label} is no longer in its tag, or not to be seen yet.`;
}

function goneClaim(claimId: string, view: CaseView, claims: readonly SnapshotClaim[]): string | null {
  if (claims.some(({ id }) => id === claimId)) return null;
  const claim = view.claims.find(({ id }) => id === claimId);
  if (claim === undefined) return "The claim that stood here is not in this case.";
  const label = claimLabel(claim);
  if (!claim.withdrawn) return `${label} stood here; it is outside what this report covers.`;
  const children = view.claims.filter(({ parentId, withdrawn }) => parentId === claimId && !withdrawn);
  if (children.length === 0) return `${label} stood here; it was withdrawn.`;
  return `${label} stood here; it was split into ${listed(children.map(claimLabel))}.`;
}

/** What a snapshot holds for its document; nothing without one. */
export function documentPart(
  { document, agreement, view, texts }: Pick<SnapshotInput, "document" | "agreement" | "view" | "texts">,
  shown: Shown,
): Pick<ReportSnapshot, "document" | "agreement" | "texts"> {
  if (document === undefined) return {};
  const part = snapshotDocument(document, view, shown);
  const copied = copiedTexts(part, shown.sources, texts);
  return {
    document: part,
    ...(agreement === undefined ? {} : { agreement }),
    ...(copied.length === 0 ? {} : { texts: copied }),
  };
}

/** The source that an annotated copy without one takes: the draft, or else the first. */
export function copiedSource(sourceId: string | null, sources: readonly SnapshotSource[]): SnapshotSource | undefined {
  if (sourceId !== null) return sources.find(({ id }) => id === sourceId);
  return sources.find(({ kind }) => kind === "draft") ?? sources[0];
}

/** Whole texts of the sources that the document copies. */
export function copiedTexts(
  document: SnapshotDocument,
  sources: readonly SnapshotSource[],
  texts: readonly RevisionText[],
): SnapshotText[] {
  const copied = document.blocks.flatMap((block) => {
    const source = block.type === "annotated" ? copiedSource(block.sourceId, sources) : undefined;
    return source === undefined ? [] : [source];
  });
  return [...new Set(copied)].flatMap(({ id: sourceId, revision: { sha256 } }) => {
    const text = texts.find((one) => one.sourceId === sourceId && one.sha256 === sha256);
    return text === undefined ? [] : [{ sourceId, sha256, text: text.text, blocks: text.blocks }];
  });
}
