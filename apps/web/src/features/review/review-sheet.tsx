import type { TagView } from "@assay/domain";
import { claimLabel, sourceName } from "@assay/domain";
import { Stance } from "../../components/stance.tsx";
import { StateMark } from "../../components/state-mark.tsx";
import { TimeAgo } from "../../components/time-ago.tsx";
import { useCase } from "../case/use-case.ts";
import { ContestedSides } from "./contested-sides.tsx";
import { EvidenceInPlace } from "./evidence-in-place.tsx";
import type { TagHistory } from "./model/timeline.ts";
import { RationaleSection } from "./rationale-section.tsx";
import { GoneNote, MovedOnNote, ReturnedNote } from "./review-notes.tsx";
import { SilenceCheck } from "./silence-check.tsx";
import { TagVersions } from "./tag-versions.tsx";
import type { SeenTag } from "./use-seen-tag.ts";
import { WhatChangedNote } from "./what-changed.tsx";

/** The tag as a reviewer reads it: the claim, the judgement, the words it rests on, the reasons. */
export function ReviewSheet({ seenTag, history }: { seenTag: SeenTag; history: TagHistory | undefined }) {
  const { seen: tag, newer, showNewer } = seenTag;
  const { claimById, view } = useCase();
  const claim = claimById(tag.claimId);
  const wasApproved = view.reviews.some((one) => one.tagId === tag.id && one.decision === "approve");
  if (claim === undefined) return null;
  return (
    <>
      <MovedOnNote seen={tag} newer={newer} onShow={showNewer} />
      <GoneNote tag={tag} />
      <ReturnedNote key={tag.id} tag={tag} />
      <p className="meta">
        {claimLabel(claim)} · {claim.type}
        {claim.claimant === "" ? "" : ` · claimed by ${claim.claimant}`} · version {tag.version} of this tag
      </p>
      <h1>{claim.text}</h1>
      {tag.state === "submitted" && wasApproved ? <WhatChangedNote tag={tag} /> : null}
      <Tagline tag={tag} />
      {tag.stance === "missing" ? <SilenceCheck tag={tag} /> : <EvidenceInPlace tag={tag} />}
      <RationaleSection tag={tag} history={history} />
      <TagVersions tag={tag} history={history} />
      <ContestedSides tag={tag} />
    </>
  );
}

function Tagline({ tag }: { tag: TagView }) {
  const { sourceById, personById, me } = useCase();
  const source = sourceById(tag.sourceId);
  const author = tag.authorId === me.id ? "You" : (personById(tag.authorId)?.name ?? "Somebody who left");
  return (
    <p className="review-tagline">
      <Stance stance={tag.stance} attributed={tag.attributed} />
      <span>in {source === undefined ? "" : <b>{sourceName(source)}</b>}</span>
      <StateMark state={tag.state} />
      <span className="meta">
        {author}, <TimeAgo iso={tag.versionAt} />
        {tag.confidence === null ? "" : ` · confidence ${tag.confidence}`}
      </span>
    </p>
  );
}
