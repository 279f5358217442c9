import type { CellView, ClaimView, SourceView, TagView } from "@assay/domain";
import { blindWords, claimLabel, isBlindTo, sourceName } from "@assay/domain";
import { Link } from "@tanstack/react-router";
import { X } from "lucide-react";
import type { RefObject } from "react";
import { useLayoutEffect, useRef, useState } from "react";
import { IconButton } from "../../components/button.tsx";
import { Kbd } from "../../components/kbd.tsx";
import { Stance } from "../../components/stance.tsx";
import { StateMark } from "../../components/state-mark.tsx";
import { useCase } from "../case/use-case.ts";
import { peekPlace } from "./model/peek-place.ts";
import { approverOf } from "./model/tag-people.ts";

interface MatrixPeekProps {
  claim: ClaimView;
  source: SourceView;
  cell: CellView;
  /** Where the cursor's cell is looked for. */
  grid: RefObject<HTMLElement | null>;
  /** Anything that moves the cell on the screen. */
  moved: string;
  onClose: () => void;
}

/** The cell's words without leaving the matrix. The focus stays on the cell, so that the arrows go on peeking. */
export function MatrixPeek({ claim, source, cell, grid, moved, onClose }: MatrixPeekProps) {
  const { caseId, view } = useCase();
  const box = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<{ left: number; top: number } | null>(null);
  useLayoutEffect(() => {
    const anchor = grid.current?.querySelector("[data-cursor]");
    if (anchor === null || anchor === undefined || box.current === null) return;
    const { width, height } = box.current.getBoundingClientRect();
    const window_ = { width: window.innerWidth, height: window.innerHeight };
    setPlace(peekPlace(anchor.getBoundingClientRect(), { width, height }, window_));
  }, [grid, moved, cell]);
  return (
    <div
      ref={box}
      className="matrix-peek"
      role="region"
      aria-live="polite"
      aria-label={`Evidence of ${claimLabel(claim)}, ${sourceName(source)}`}
      style={place === null ? { visibility: "hidden" } : place}
    >
      <header className="matrix-peek-head">
        <span className="meta">
          <b>{claimLabel(claim)}</b> {sourceName(source)}
        </span>
        <span className="grow" />
        <IconButton small label="Close" kbd="Escape" onClick={onClose}>
          <X className="icon" aria-hidden />
        </IconButton>
      </header>
      <div className="matrix-peek-body">
        <p className="matrix-peek-claim">{claim.text}</p>
        {isBlindTo(view, { claimId: claim.id, sourceId: source.id }) ? (
          <p className="meta">{blindWords(view.policy.requiredTags)}</p>
        ) : null}
        {cell.tags.length === 0 ? (
          <p className="meta">No tag to see here. Open it in the workbench to tag it.</p>
        ) : (
          cell.tags.map((tag) => <PeekTag key={tag.id} tag={tag} source={source} />)
        )}
        {cell.state === "contested" ? <p className="meta">{cell.reason}</p> : null}
      </div>
      <footer className="matrix-peek-foot meta">
        <Link
          className="link"
          to="/c/$caseId"
          params={{ caseId }}
          search={{ claim: claim.number, source: source.number }}
        >
          Open in the workbench
        </Link>
        <Kbd>Enter</Kbd>
      </footer>
    </div>
  );
}

function PeekTag({ tag, source }: { tag: TagView; source: SourceView }) {
  const { caseId, view, personById } = useCase();
  const approver = approverOf(view, tag);
  const name = (id: string) => personById(id)?.name ?? "somebody who left";
  return (
    <section className="matrix-peek-tag">
      <p className="matrix-peek-line">
        <Stance stance={tag.stance} attributed={tag.attributed} />
        <StateMark state={tag.state} />
        <span className="meta">
          {name(tag.authorId)}
          {approver === null ? "" : ` → ${name(approver)}`}
        </span>
        <Link className="link meta" to="/c/$caseId/review/$tagId" params={{ caseId, tagId: tag.id }}>
          Review page
        </Link>
      </p>
      {tag.evidence.map((one) => (
        <blockquote key={one.id} className={`matrix-peek-words matrix-peek-${tag.stance}`}>
          {one.exact}
          {one.state === "exact" ? null : <span className="micro"> anchor {one.state}</span>}
        </blockquote>
      ))}
      {tag.attestation === null ? null : (
        <p className="matrix-peek-attested">
          {tag.attestation.readInFull ? "Read in full" : "Not read in full"}, r{source.revision.number}{" "}
          <span className="mono">{tag.attestation.revisionSha256.slice(0, 8)}</span>.{" "}
          {tag.attestation.searchTerms.length === 0 ? (
            "No search terms recorded."
          ) : (
            <>
              Searched <i>{tag.attestation.searchTerms.join(", ")}</i>.
            </>
          )}
        </p>
      )}
      {tag.rationale.trim() === "" ? null : <p className="matrix-peek-rationale">{tag.rationale}</p>}
      {tag.stateReason.trim() === "" || tag.state === "approved" ? null : (
        <p className="meta">“{tag.stateReason}”</p>
      )}
    </section>
  );
}
