import type { TagView } from "@assay/domain";
import { claimLabel, decideTagAction } from "@assay/domain";
import { Link } from "@tanstack/react-router";
import { TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "../../components/button.tsx";
import { useKeys } from "../../components/keys.ts";
import { StateMark } from "../../components/state-mark.tsx";
import { api } from "../../trpc.ts";
import { useCase } from "../case/use-case.ts";
import { useCaseMutation } from "../case/use-case-mutation.ts";
import { CAUSE_WORDS } from "./model/cause-words.ts";
import { firstName } from "./model/names.ts";
import { isDecidedOn } from "./use-seen-tag.ts";
import { WhatChangedNote } from "./what-changed.tsx";

/** What an author has to know before anything else: why the tag came back, who said so, and where to mend it. */
export function ReturnedNote({ tag }: { tag: TagView }) {
  const { caseId, view, me, claimById, sourceById, personById } = useCase();
  if (tag.authorId !== me.id || !["changes_requested", "overturned", "stale"].includes(tag.state)) return null;
  const ruling = view.adjudications.filter((one) => one.tagId === tag.id).at(-1);
  const request = view.reviews.filter((one) => one.tagId === tag.id && one.decision === "request_changes").at(-1);
  const overturned = tag.state === "overturned" && ruling !== undefined;
  const by = overturned ? ruling.adjudicatorId : tag.state === "stale" ? null : (request?.reviewerId ?? null);
  const reason = tag.stateReason.trim() || (overturned ? ruling.note : (request?.reason ?? ""));
  const claim = claimById(tag.claimId)?.number;
  const source = sourceById(tag.sourceId)?.number;
  const place = { ...(claim === undefined ? {} : { claim }), ...(source === undefined ? {} : { source }), tag: tag.id };
  return (
    <Note>
      <p className="review-note-head">
        <StateMark state={tag.state} />
        <span className="meta">
          {by === null ? "" : `by ${personById(by)?.name ?? "somebody who left"}`}
          {overturned && ruling.stance !== null ? `, ${ruling.stance} stands, ${CAUSE_WORDS[ruling.cause]}` : ""}
        </span>
      </p>
      {reason === "" ? null : <p className="review-note-reason">{reason}</p>}
      {tag.state === "stale" ? (
        <>
          <WhatChangedNote tag={tag} />
          <Reaffirm tag={tag} />
        </>
      ) : null}
      <Link className="link" to="/c/$caseId" params={{ caseId }} search={place}>
        Revise in the workbench
      </Link>
    </Note>
  );
}

/** T9: nothing material changed. One key, as it is all that most stale tags ask for. */
function Reaffirm({ tag }: { tag: TagView }) {
  const { caseId, view, me, claimById } = useCase();
  const { run } = useCaseMutation();
  const decided = decideTagAction("reaffirm", { actor: me, tag, policy: view.policy });
  const reaffirm = () => {
    if (!decided.ok) return;
    void run(
      "Reaffirm a stale tag",
      (mutationId) => {
        const { id: tagId, version: baseVersion, revisionId, claimVersion: judged } = tag;
        const claimVersion = claimById(tag.claimId)?.version ?? judged;
        return api.tag.reaffirm.mutate({ mutationId, caseId, tagId, baseVersion, claimVersion, revisionId });
      },
      { done: "Reaffirmed. It awaits review again." },
    );
  };
  useKeys("Review", [{ key: "o", label: "Reaffirm my stale tag", bar: "reaffirm", run: reaffirm }]);
  return (
    <Button variant="primary" kbd="o" disabledReason={decided.ok ? null : decided.reason} onClick={reaffirm}>
      It still holds: reaffirm
    </Button>
  );
}

/** T5: the shown version stays until the reader takes the newer one. */
export function MovedOnNote({ seen, newer, onShow }: { seen: TagView; newer: TagView | null; onShow: () => void }) {
  const { personById } = useCase();
  if (newer === null) return null;
  const author = firstName(personById(newer.authorId)?.name ?? "The author");
  return (
    <Note>
      <p>
        {author} saved version {newer.version} while you were reading. You see version {seen.version}
        {isDecidedOn(seen) ? ", and a decision would bind to it" : ""}.
        {newer.claimVersion === seen.claimVersion ? "" : " The claim was reworded in between."}
      </p>
      <Button onClick={onShow}>Show version {newer.version}</Button>
    </Note>
  );
}

/** A link to a tag that is gone, or whose claim is. */
export function GoneNote({ tag }: { tag: TagView }) {
  const { claimById, personById } = useCase();
  const claim = claimById(tag.claimId);
  if (tag.state === "withdrawn") {
    return (
      <Note>
        <p>
          {personById(tag.authorId)?.name ?? "Its author"} withdrew this tag. It stays readable here, decides nothing,
          and can be restored by its author.
        </p>
      </Note>
    );
  }
  if (claim?.withdrawn !== true) return null;
  return (
    <Note>
      <p>{claimLabel(claim)} was withdrawn, so nobody has to decide on its tags.</p>
    </Note>
  );
}

function Note({ children }: { children: ReactNode }) {
  return (
    <div className="review-note" role="status">
      <TriangleAlert className="icon" aria-hidden />
      <div>{children}</div>
    </div>
  );
}
