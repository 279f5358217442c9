import type { ClaimView } from "@assay/domain";
import { claimLabel, isOnScale, lackingAbility, ratingOf } from "@assay/domain";
import { Link } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { Button } from "../../components/button.tsx";
import { TimeAgo } from "../../components/time-ago.tsx";
import { VerdictMark } from "../../components/verdict-mark.tsx";
import { useCase } from "../case/use-case.ts";
import { RatingForm } from "./rating-form.tsx";
import { RatingHistory } from "./rating-history.tsx";
import { RatingMark } from "./rating-mark.tsx";

interface RatingRowProps {
  /** Null: the whole piece. */
  claim: ClaimView | null;
  startOpen: boolean;
}

/** What the sources come to, and what the desk says of it: side by side, never one for the other. */
export function RatingRow({ claim, startOpen }: RatingRowProps) {
  const { caseId, view, verdicts, can, me, personById } = useCase();
  const [editing, setEditing] = useState(startOpen && can("rate"));
  const opener = useRef<HTMLButtonElement>(null);
  const wasEditing = useRef(editing);
  useEffect(() => {
    if (wasEditing.current && !editing) opener.current?.focus();
    wasEditing.current = editing;
  }, [editing]);
  const claimId = claim?.id ?? null;
  const stored = view.ratings.find((rating) => rating.claimId === claimId);
  const rating = ratingOf(view.ratings, claimId);
  const name = claim === null ? "the piece" : claimLabel(claim);
  const verdict = claim === null ? undefined : verdicts.get(claim.id);
  const place = view.ratingScale.entries.findIndex(({ id }) => id === rating?.entryId) + 1;
  return (
    <li className="rating-row" id={claim === null ? "rating-piece" : `rating-${claim.number}`}>
      <div className="rating-what">
        {claim === null ? (
          <>
            <h3>The whole piece</h3>
            <p className="meta">{view.title}</p>
          </>
        ) : (
          <>
            <h3>
              <Link to="/c/$caseId" params={{ caseId }} search={{ claim: claim.number }} className="rating-label">
                {claimLabel(claim)}
              </Link>{" "}
              {claim.text}
            </h3>
            {verdict === undefined ? null : (
              <p className="rating-verdict">
                <span className="meta">Verdict</span>
                <VerdictMark
                  kind={verdict.override?.verdict ?? verdict.kind}
                  open={verdict.pending}
                  overridden={verdict.override !== null}
                />
              </p>
            )}
          </>
        )}
      </div>
      {editing ? (
        <RatingForm
          claimId={claimId}
          name={name}
          rating={rating}
          version={stored?.version ?? 0}
          onClose={() => setEditing(false)}
        />
      ) : (
        <div className="rating-said">
          {rating === null ? (
            <p className="rating-none">Not rated</p>
          ) : (
            <>
              <RatingMark
                label={rating.label}
                colour={rating.colour}
                {...(place === 0 ? {} : { value: place, of: view.ratingScale.entries.length })}
              />
              {isOnScale(view.ratingScale, rating) ? null : (
                <p className="rating-lost">The scale has this entry no longer. Rate it again before a release.</p>
              )}
              <p className="rating-why">{rating.justification}</p>
              <p className="micro">
                {personById(rating.authorId)?.name ?? "A former member"}, <TimeAgo iso={rating.updatedAt} />
              </p>
            </>
          )}
          <p className="rating-actions">
            <Button
              ref={opener}
              onClick={() => setEditing(true)}
              aria-label={rating === null ? `Rate ${name}` : `Change the rating of ${name}`}
              disabledReason={can("rate") ? null : lackingAbility(me.role, "rate")}
            >
              {rating === null ? "Rate" : "Change"}
            </Button>
            {stored === undefined || stored.version < 2 ? null : <RatingHistory rating={stored} name={name} />}
          </p>
        </div>
      )}
    </li>
  );
}
