import { isUnsettledState, stanceWord } from "@assay/domain";
import type { TagView } from "@assay/domain";
import { TimeAgo } from "../../../components/time-ago.tsx";
import { useCase } from "../../case/use-case.ts";
import { WhatChangedNote } from "../../review/what-changed.tsx";

/** Why the tag is back with its author, or held: shown before everything else. */
export function TagNotice({ tag }: { tag: TagView }) {
  const { view, personById } = useCase();
  const name = (id: string) => personById(id)?.name ?? "Somebody who left";
  const review = (decision: string) =>
    view.reviews.findLast((one) => one.tagId === tag.id && one.decision === decision);

  if (tag.state === "changes_requested" || (tag.state === "draft" && review("request_changes") !== undefined)) {
    const asked = review("request_changes");
    const ruling = view.adjudications.findLast((one) => one.tagId === tag.id && one.outcome === "insufficient");
    const quiet = tag.state === "draft" ? "insp-said quiet" : "insp-said";
    if (asked === undefined && ruling === undefined) return <Reason title="Changes requested" text={tag.stateReason} />;
    const from = asked === undefined || (ruling !== undefined && ruling.createdAt > asked.createdAt) ? ruling : asked;
    if (from === undefined) return null;
    return (
      <div className={quiet}>
        <b>{name("reviewerId" in from ? from.reviewerId : from.adjudicatorId)} asks for changes</b>,{" "}
        <TimeAgo iso={from.createdAt} />, on version {from.tagVersion}
        <p>{"reason" in from ? from.reason : from.note}</p>
      </div>
    );
  }
  if (tag.state === "challenged") {
    const challenge = review("challenge");
    if (challenge === undefined) return <Reason title="Challenged" text={tag.stateReason} />;
    return (
      <div className="insp-said">
        <b>{name(challenge.reviewerId)} challenges this tag</b>
        {challenge.proposedStance === null ? "" : ` and proposes ${stanceWord(challenge.proposedStance)}`},{" "}
        <TimeAgo iso={challenge.createdAt} />
        <p>{challenge.reason}</p>
      </div>
    );
  }
  if (tag.state === "overturned") {
    const ruling = view.adjudications.findLast((one) => one.tagId === tag.id);
    if (ruling === undefined) return <Reason title="Overturned" text={tag.stateReason} />;
    return (
      <div className="insp-said">
        <b>{name(ruling.adjudicatorId)} overturned this tag</b>
        {ruling.stance === null ? "" : `: ${stanceWord(ruling.stance)} stands`}, <TimeAgo iso={ruling.createdAt} />
        <p>{[ruling.cause.replaceAll("_", " "), ruling.note].filter((part) => part !== "").join(". ")}</p>
      </div>
    );
  }
  if (tag.state === "stale") {
    return (
      <>
        <Reason title="Stale" text={tag.stateReason} />
        <WhatChangedNote tag={tag} />
      </>
    );
  }
  return tag.evidence.some(({ state }) => isUnsettledState(state)) ? <WhatChangedNote tag={tag} /> : null;
}

function Reason({ title, text }: { title: string; text: string }) {
  return (
    <div className="insp-said">
      <b>{title}</b>
      {text === "" ? null : <p>{text}</p>}
    </div>
  );
}
