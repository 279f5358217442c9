import type { TagView } from "@assay/domain";
import { stanceWord } from "@assay/domain";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useDeferredValue, useState } from "react";
import { Input } from "../../components/field.tsx";
import { TimeAgo } from "../../components/time-ago.tsx";
import { trpc } from "../../trpc.ts";
import { useCase } from "../case/use-case.ts";
import { CAUSE_WORDS } from "./model/cause-words.ts";

const OUTCOMES = {
  uphold: "upheld",
  overturn: "overturned",
  split_claim: "split",
  insufficient: "sent back",
} as const;

/** A4: how disputes over claims like this one were decided before, in any case of the desk. */
export function Precedents({ tag }: { tag: TagView }) {
  const { caseId } = useCase();
  const [typed, setTyped] = useState("");
  const query = useDeferredValue(typed.trim());
  const found = useQuery(
    trpc.review.precedents.queryOptions({ caseId, tagId: tag.id, query }, { placeholderData: keepPreviousData }),
  );
  return (
    <section className="review-sec">
      <h2 className="h">Precedents</h2>
      <Input
        type="search"
        aria-label="Search earlier adjudications"
        placeholder="Search claims, notes, rationales"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      {found.data === undefined ? null : found.data.length === 0 ? (
        <p className="meta">
          {query === "" ? "No claim like this one was adjudicated before." : "No adjudication says this."}
        </p>
      ) : (
        <ol className="review-precedents">
          {found.data.map((one) => (
            <li key={one.adjudicationId}>
              <Link to="/c/$caseId/review/$tagId" params={{ caseId: one.caseId, tagId: one.tagId }}>
                {one.claimText}
              </Link>
              <p className="meta">
                {one.stances.map(stanceWord).join(" against ")} in {one.sourceName}: {OUTCOMES[one.outcome]}
                {one.ruled === null ? "" : `, ${stanceWord(one.ruled)} stands`}, {CAUSE_WORDS[one.cause]}
              </p>
              {one.note === "" ? null : <p className="review-said">{one.note}</p>}
              <p className="micro">
                {one.adjudicatorName}, <TimeAgo iso={one.createdAt} />
                {one.caseId === caseId ? "" : `, in ${one.caseTitle}`}
              </p>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
