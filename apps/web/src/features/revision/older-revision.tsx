import "./revision.css";
import { SourceText } from "@assay/editor/react";
import type { SourceTextApi } from "@assay/editor/react";
import type { HighlightMark } from "@assay/editor";
import { claimLabel, isLostState, sourceName } from "@assay/domain";
import type { CaseView, SourceView } from "@assay/domain";
import { useQuery } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { Button } from "../../components/button.tsx";
import { TimeAgo } from "../../components/time-ago.tsx";
import { refusalOf } from "../../refusal.ts";
import { revisionTextQuery } from "../case/case-query.ts";
import { useCase } from "../case/use-case.ts";
import { useBenchParts } from "../workbench/state/bench-context.tsx";
import type { Span } from "../workbench/model/place.ts";
import { ChangesDialog } from "./changes-dialog.tsx";
import { readRevision } from "./read-revision.ts";

interface OlderRevisionProps {
  source: SourceView;
  revisionId: string;
  /** Words to be shown in it. */
  span: Span | null;
}

/**
 * A source as it was. It is read and not tagged: tags stand on the newest revision. Marked in it are the passages that
 * were lost since, where they last stood (X4).
 */
export function OlderRevision({ source, revisionId, span }: OlderRevisionProps) {
  const { caseId, view } = useCase();
  const bench = useBenchParts();
  const { nav } = bench;
  const text = useQuery(revisionTextQuery(caseId, source.id, revisionId));
  const [comparing, setComparing] = useState(false);
  const pane = useRef<SourceTextApi>(null);
  const revision = source.revisions.find(({ id }) => id === revisionId);
  const marks = useMemo(() => lostMarks(view, revisionId), [view, revisionId]);
  const loaded = text.data !== undefined;
  useEffect(() => {
    if (!loaded || pane.current === null) return;
    pane.current.focus();
    if (span !== null) pane.current.scrollToRange(span, { flash: true });
  }, [loaded, span]);
  const onMarkClick = useCallback(
    ([first]: HighlightMark[]) => {
      if (first !== undefined) nav.choose(first.claimId, source.id);
    },
    [nav, source.id],
  );
  const back = () => readRevision(bench, source, source.revision.id);
  if (revision === undefined) return <p className="pane-wait">There is no such revision of this source.</p>;
  return (
    <div className="revision-older">
      <div className="revision-note" role="note">
        <p>
          Revision {revision.number} of {source.revisions.length}, stored <TimeAgo iso={revision.createdAt} />. Tags stand
          on revision {source.revision.number}.
        </p>
        <Button onClick={() => setComparing(true)}>What changed since</Button>
        <Button variant="primary" onClick={back}>
          Back to revision {source.revision.number}
        </Button>
      </div>
      {text.data === undefined ? (
        <p className="pane-wait">{text.isError ? refusalOf(text.error).message : "Opening the text"}</p>
      ) : (
        <SourceText
          revision={text.data}
          marks={marks}
          label={`${sourceName(source)}, revision ${revision.number}`}
          lang={source.language}
          onMarkClick={onMarkClick}
          apiRef={pane}
        />
      )}
      {comparing && text.data !== undefined ? (
        <ChangesDialog source={source} older={revision} olderText={text.data.text} onClose={() => setComparing(false)} />
      ) : null}
    </div>
  );
}

function lostMarks(view: CaseView, revisionId: string): HighlightMark[] {
  return view.tags.flatMap((tag) => {
    const claim = view.claims.find(({ id }) => id === tag.claimId);
    if (tag.state === "withdrawn" || claim === undefined || claim.withdrawn) return [];
    const { id: tagId, claimId, stance } = tag;
    return tag.evidence
      .filter(({ state, stoodIn }) => isLostState(state) && stoodIn === revisionId)
      .map(({ start, end }) => {
        return { id: `${tagId}:${start}-${end}`, tagId, claimId, start, end, stance, label: claimLabel(claim) };
      });
  });
}
