import { isLostState } from "@assay/domain";
import type { Block, TagView } from "@assay/domain";
import { useLayoutEffect, useRef } from "react";
import { useCaseOf, useSourceText } from "../../case/use-case.ts";
import { readRevision } from "../../revision/read-revision.ts";
import { formatSpan } from "../model/place.ts";
import { keepWords, removePassage, setRole } from "../model/tag-edits.ts";
import { startEdges } from "../panes/edge-actions.ts";
import { useBenchParts } from "../state/bench-context.tsx";
import { useMedia } from "../state/use-media.ts";
import { cellName } from "../state/tag-writes.ts";
import { EvidenceRow } from "./evidence-row.tsx";
import type { PassageActs } from "./evidence-row.tsx";

/** Of more passages than these, each shows what can be done with it when it is its turn; fingers cannot hover. */
const FEW = 6;
const HOVERS = "(hover: hover)";
const NO_BLOCKS: readonly Block[] = [];

interface EvidenceListProps {
  tag: TagView;
  editable: boolean;
  /** On a phone the sheet goes away when a passage is looked at. */
  onLeave: () => void;
}

export function EvidenceList({ tag, editable, onLeave }: EvidenceListProps) {
  const bench = useBenchParts();
  const { nav, tags, latest, actions } = bench;
  const source = useCaseOf(({ sourceById }) => sourceById(tag.sourceId));
  const number = useCaseOf(({ claimById }) => claimById(tag.claimId)?.number);
  const text = useSourceText(tag.sourceId);
  const acts = useRef<PassageActs | null>(null);
  const name = cellName(latest(), tag);
  const quiet = useMedia(HOVERS) && tag.evidence.length > FEW;
  const newest: PassageActs = {
    show: (passage) => {
      if (passage.stoodIn !== undefined && source !== undefined) readRevision(bench, source, passage.stoodIn, passage);
      else nav.showPassage(tag.sourceId, { start: passage.start, end: passage.end });
      onLeave();
    },
    link: (passage) => {
      const place = { claim: number, source: source?.number };
      const stood = source?.revisions.find(({ id }) => id === passage.stoodIn)?.number;
      const older = stood === undefined ? {} : { revision: stood };
      actions.copyLink({ ...place, ...older, at: formatSpan(passage) }, "this passage");
    },
    turn: (passage, role) =>
      tags.edit(tag, `Role of a passage of ${name}`, (content) => content && setRole(content, passage, role)),
    place: (passage) => bench.store.setState({ dialog: { kind: "place", tagId: tag.id, passageId: passage.id } }),
    keep: (passage) =>
      void tags.edit(tag, `Keep the words of a passage of ${name}`, (content) => content && keepWords(content, passage)),
    moveEdges: (passage) => {
      onLeave();
      startEdges(bench, tag.authorId, { tag, passage });
    },
    remove: (passage) =>
      void tags.edit(tag, `Remove a passage of ${name}`, (content) => content && removePassage(content, passage)),
  };
  useLayoutEffect(() => {
    acts.current = newest;
  });
  if (tag.evidence.length === 0) return null;
  return (
    <ul className="insp-evidence">
      {tag.evidence.map((passage) => (
        <EvidenceRow
          key={`${isLostState(passage.state) ? "lost " : ""}${passage.start}-${passage.end}`}
          passage={passage}
          stance={tag.stance}
          editable={editable}
          quiet={quiet}
          blocks={text.data?.blocks ?? NO_BLOCKS}
          stoodIn={source?.revisions.find(({ id }) => id === passage.stoodIn)?.number ?? null}
          acts={acts}
        />
      ))}
    </ul>
  );
}
