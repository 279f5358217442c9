import "./scale.css";
import type { RatingScale, Role } from "@assay/domain";
import { can, lackingAbility } from "@assay/domain";
import { useQuery } from "@tanstack/react-query";
import { trpc } from "../../trpc.ts";
import { RatingMark } from "./rating-mark.tsx";
import { ScaleForm } from "./scale-form.tsx";

/** The desk's own scale, on the page of its policy. */
export function ScaleSection({ workspaceId, role }: { workspaceId: string; role: Role }) {
  const { data } = useQuery(trpc.rating.scale.queryOptions({ workspaceId }));
  if (data === undefined) return null;
  return (
    <section className="scale" id="scale" aria-labelledby="scale-title">
      <h2 id="scale-title">Rating scale</h2>
      <p className="policy-lead">
        What the desk says of a claim, or of a whole piece, for publication. A verdict stays beside it, derived from the
        sources. What was released keeps the scale it was released with.
      </p>
      {can(role, "manage_case") ? (
        <ScaleForm workspaceId={workspaceId} scale={data} />
      ) : (
        <>
          <ScaleList scale={data} />
          <p className="meta">{lackingAbility(role, "manage_case")}</p>
        </>
      )}
    </section>
  );
}

function ScaleList({ scale }: { scale: RatingScale }) {
  return (
    <>
      <h3>{scale.name}</h3>
      <ol className="scale-list">
        {scale.entries.map(({ id, label, colour, definition }, place) => (
          <li key={id}>
            <RatingMark label={label} colour={colour} value={place + 1} of={scale.entries.length} />
            <p className="meta">{definition}</p>
          </li>
        ))}
      </ol>
    </>
  );
}
