import type { Evidence, RevisionText, Stance, TagView } from "@assay/domain";
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { Button } from "../../components/button.tsx";
import { useCase, useSourceText } from "../case/use-case.ts";
import { ANCHOR_WORDS } from "../revision/anchor-words.ts";
import type { ContextBlock } from "./model/evidence-context.ts";
import { paragraphOf, placeEvidence } from "./model/evidence-context.ts";

/** The passages where they stand: the source's own paragraph, with its neighbours, from the revision itself. */
export function EvidenceInPlace({ tag }: { tag: TagView }) {
  const text = useSourceText(tag.sourceId);
  if (tag.evidence.length === 0) {
    return (
      <section>
        <h2 className="h">Evidence</h2>
        <p className="meta">This tag has no passage.</p>
      </section>
    );
  }
  return (
    <section>
      <div className="review-head">
        <h2 className="h">Evidence in its place</h2>
        {text.data === undefined ? null : <Places tag={tag} text={text.data} />}
      </div>
      {text.data !== undefined ? (
        <Placed tag={tag} text={text.data} />
      ) : text.isError ? (
        <>
          <p className="meta">The source’s text could not be loaded. These are the words as they were selected.</p>
          <Quotes evidence={tag.evidence} stance={tag.stance} />
          <Button onClick={() => void text.refetch()}>Try again</Button>
        </>
      ) : (
        <Quotes evidence={tag.evidence} stance={tag.stance} />
      )}
    </section>
  );
}

function Placed({ tag, text }: { tag: TagView; text: RevisionText }) {
  const { contexts, unplaced } = useMemo(() => placeEvidence(text.text, text.blocks, tag.evidence), [text, tag]);
  return (
    <>
      {contexts.map((context, index) => (
        <div key={context.blocks[0]?.start ?? index} className="review-context">
          {context.blocks.map((block) => (
            <Paragraph key={block.start} block={block} stance={tag.stance} />
          ))}
        </div>
      ))}
      {unplaced.length === 0 ? null : (
        <>
          <p className="review-lost meta">
            {unplaced.length === 1 ? "This passage has" : "These passages have"} no certain place in the current text.
            The author has to select {unplaced.length === 1 ? "it" : "them"} again.
          </p>
          <Quotes evidence={unplaced} stance={tag.stance} />
        </>
      )}
    </>
  );
}

function Places({ tag, text }: { tag: TagView; text: RevisionText }) {
  return (
    <ul className="review-places">
      {tag.evidence.map((one) => (
        <PlaceLine key={one.id} one={one} tag={tag} text={text} />
      ))}
    </ul>
  );
}

function PlaceLine({ one, tag, text }: { one: Evidence; tag: TagView; text: RevisionText }) {
  const { caseId, claimById, sourceById } = useCase();
  const claim = claimById(tag.claimId);
  const source = sourceById(tag.sourceId);
  const stood = source?.revisions.find(({ id }) => id === one.stoodIn)?.number;
  const search = {
    ...(stood === undefined ? {} : { revision: stood }),
    ...(claim === undefined ? {} : { claim: claim.number }),
    ...(source === undefined ? {} : { source: source.number }),
    at: `${one.start}-${one.end}`,
  };
  return (
    <li className="meta">
      <Link
        className="review-place"
        to="/c/$caseId"
        params={{ caseId }}
        search={search}
        title="Show it in the workbench"
      >
        {stood === undefined ? `¶${paragraphOf(text.blocks, one.start)}, ` : ""}characters {one.start}–{one.end}
      </Link>
      , revision r{stood ?? source?.revision.number ?? 1}, {one.role}
      {one.state === "exact" ? "" : `, ${ANCHOR_WORDS[one.state]}`}
    </li>
  );
}

function Paragraph({ block, stance }: { block: ContextBlock; stance: Stance }) {
  return (
    <p className={`review-block review-block-${block.kind}${block.dim ? " review-dim" : ""}`}>
      {block.parts.map((part, index) =>
        part.evidenceId === null ? (
          <span key={index}>{part.text}</span>
        ) : (
          <mark
            key={index}
            className={`review-mark review-mark-${stance}${part.opens ? " review-mark-opens" : ""}`}
          >
            {part.text}
          </mark>
        ),
      )}
    </p>
  );
}

/** The words alone, where there is no text to show them in. */
export function Quotes({ evidence, stance }: { evidence: readonly Evidence[]; stance: Stance }) {
  return evidence.map((one) => (
    <blockquote key={one.id} className={`review-quote review-quote-${stance}`}>
      {one.exact}
    </blockquote>
  ));
}
