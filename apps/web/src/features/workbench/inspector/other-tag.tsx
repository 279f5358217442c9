import { decideTagAction } from "@assay/domain";
import type { SourceView, TagView } from "@assay/domain";
import { Link } from "@tanstack/react-router";
import { Button } from "../../../components/button.tsx";
import { Stance } from "../../../components/stance.tsx";
import { StateMark } from "../../../components/state-mark.tsx";
import { useCase } from "../../case/use-case.ts";
import { useBenchParts } from "../state/bench-context.tsx";
import { AttestationNote } from "./attestation-note.tsx";
import { EvidenceList } from "./evidence-list.tsx";
import { TagHistory } from "./tag-history.tsx";
import { TagNotice } from "./tag-notice.tsx";

interface OtherTagProps {
  tag: TagView;
  source: SourceView;
  /** The only tag of its cell: the row above it says stance and state already. */
  alone: boolean;
  contested: boolean;
  onLeave: () => void;
}

/** Another person's tag: to be read, and by those who may, reviewed or adjudicated. */
export function OtherTag({ tag, source, alone, contested, onLeave }: OtherTagProps) {
  const { store } = useBenchParts();
  const { caseId, view, me, personById, can } = useCase();
  const actor = { id: me.id, role: me.role };
  const mayReview =
    can("review") &&
    (["approve", "request_changes", "challenge"] as const).some(
      (action) => decideTagAction(action, { actor, tag, policy: view.policy }).ok,
    );
  const challenge = view.reviews.findLast((one) => one.tagId === tag.id && one.decision === "challenge");
  const adjudicable = contested && can("adjudicate") && tag.state !== "overturned";
  const adjudication = decideTagAction("uphold", {
    actor,
    tag,
    policy: view.policy,
    contested,
    ...(challenge === undefined ? {} : { challengerId: challenge.reviewerId }),
  });
  return (
    <div className="insp-tag">
      <p className="insp-taghead">
        <b>{personById(tag.authorId)?.name ?? "Somebody who left"}</b>
        {alone ? null : <Stance stance={tag.stance} attributed={tag.attributed} />}
        {alone ? null : <StateMark state={tag.state} />}
      </p>
      <TagNotice tag={tag} />
      <EvidenceList tag={tag} editable={false} onLeave={onLeave} />
      {tag.attestation === null ? null : <AttestationNote attestation={tag.attestation} source={source} />}
      {tag.rationale === "" ? null : (
        <div>
          <p className="insp-h">Rationale</p>
          <p className="insp-text">{tag.rationale}</p>
        </div>
      )}
      {mayReview || adjudicable ? (
        <div className="insp-acts">
          {mayReview ? (
            <Link to="/c/$caseId/review/$tagId" params={{ caseId, tagId: tag.id }} className="btn btn-plain">
              {tag.state === "submitted" ? "Review" : "Open in review"}
            </Link>
          ) : null}
          {adjudicable ? (
            <Button
              disabledReason={adjudication.ok ? null : adjudication.reason}
              onClick={() => store.setState({ dialog: { kind: "adjudicate", tagId: tag.id } })}
            >
              Adjudicate
            </Button>
          ) : null}
        </div>
      ) : null}
      <TagHistory tag={tag} />
    </div>
  );
}
