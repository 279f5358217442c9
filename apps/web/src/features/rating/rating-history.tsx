import type { RatingView } from "@assay/domain";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { TimeAgo } from "../../components/time-ago.tsx";
import { trpc } from "../../trpc.ts";
import { useCase } from "../case/use-case.ts";
import { RatingMark } from "./rating-mark.tsx";

/** What it was rated before, newest first. */
export function RatingHistory({ rating, name }: { rating: RatingView; name: string }) {
  const { caseId, personById } = useCase();
  const [open, setOpen] = useState(false);
  const { id: ratingId, version } = rating;
  // Another version is another list.
  const query = useQuery({ ...trpc.rating.history.queryOptions({ caseId, ratingId }), enabled: open, staleTime: 0 });
  return (
    <>
      <Button variant="quiet" aria-label={`Earlier ratings of ${name}`} onClick={() => setOpen(true)}>
        {version - 1} earlier
      </Button>
      <Dialog open={open} onOpenChange={setOpen} title={`Ratings of ${name}`}>
        <ol className="rating-past">
          {(query.data ?? []).map((one) => (
            <li key={one.version}>
              {one.label === "" ? <b>Lifted</b> : <RatingMark label={one.label} colour={one.colour} />}
              <p className="rating-why">{one.justification}</p>
              <p className="micro">
                {personById(one.authorId)?.name ?? "A former member"}, <TimeAgo iso={one.createdAt} />
              </p>
            </li>
          ))}
        </ol>
      </Dialog>
    </>
  );
}
