import type { CellView, TagView } from "@assay/domain";
import { stateWord } from "@assay/domain";
import { Link } from "@tanstack/react-router";
import { Stance } from "../../components/stance.tsx";
import { StateMark } from "../../components/state-mark.tsx";
import { TimeAgo } from "../../components/time-ago.tsx";
import { useCase } from "../case/use-case.ts";
import { Quotes } from "./evidence-in-place.tsx";
import { challengeOf } from "./model/challenge.ts";

/** Everybody's side of a cell: the tag that is open, other people's tags, and a challenge with its reason. */
export function ContestedSides({ tag }: { tag: TagView }) {
  const { view, cellOf } = useCase();
  const cell = cellOf(tag.claimId, tag.sourceId);
  const others = cell.tags.filter((one) => one.id !== tag.id && one.state !== "draft");
  const challenge = tag.state === "challenged" ? challengeOf(view.reviews, tag) : null;
  if (others.length === 0 && challenge === null) return null;
  return (
    <section>
      <h2 className="h">
        Both sides
        {challenge === null ? <span className="review-light">{wordsOf(cell)}</span> : null}
      </h2>
      <div className="review-sides">
        <SideOf tag={tag} open />
        {challenge === null ? null : (
          <article className="review-sideof">
            <Author id={challenge.reviewerId} at={challenge.createdAt} deed="challenges" />
            {challenge.proposedStance === null ? null : <Stance stance={challenge.proposedStance} />}
            <p className="review-rationale">{challenge.reason}</p>
          </article>
        )}
        {others.map((one) => (
          <SideOf key={one.id} tag={one} />
        ))}
      </div>
    </section>
  );
}

function wordsOf(cell: CellView): string {
  return cell.state === "contested" ? cell.reason : stateWord(cell.state);
}

function SideOf({ tag, open = false }: { tag: TagView; open?: boolean }) {
  const { caseId } = useCase();
  return (
    <article className="review-sideof">
      <Author id={tag.authorId} at={tag.updatedAt} deed={open ? "(this tag)" : ""} />
      <p className="review-tagline">
        <Stance stance={tag.stance} attributed={tag.attributed} />
        <StateMark state={tag.state} />
      </p>
      <Quotes evidence={tag.evidence} stance={tag.stance} />
      {tag.attestation === null ? null : (
        <p className="review-attested">
          {tag.attestation.readInFull ? "Read in full" : "Not read in full"}.{" "}
          {tag.attestation.searchTerms.length === 0 ? "No search terms." : "Searched "}
          <i>{tag.attestation.searchTerms.join(", ")}</i>
        </p>
      )}
      <p className="review-rationale">{tag.rationale}</p>
      <p className="meta">
        version {tag.version}
        {tag.confidence === null ? "" : `, confidence ${tag.confidence}`}
      </p>
      {open ? null : (
        <Link className="link meta" to="/c/$caseId/review/$tagId" params={{ caseId, tagId: tag.id }}>
          Open this tag
        </Link>
      )}
    </article>
  );
}

function Author({ id, at, deed }: { id: string; at: string; deed: string }) {
  const { me, personById } = useCase();
  const name = id === me.id ? "You" : (personById(id)?.name ?? "Somebody who left");
  return (
    <h3 className="h">
      {name} {deed} <span className="review-light"><TimeAgo iso={at} /></span>
    </h3>
  );
}
