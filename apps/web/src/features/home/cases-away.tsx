import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { day } from "../../components/format-time.ts";
import { trpc } from "../../trpc.ts";

/** Cases that were put away, below those that are worked on. */
export function CasesAway({ workspaceId }: { workspaceId: string }) {
  const { data = [] } = useQuery(trpc.case.away.queryOptions({ workspaceId }, { refetchOnMount: "always" }));
  if (data.length === 0) return null;
  const now = new Date();
  return (
    <details className="homeaway">
      <summary>Put away {data.length}</summary>
      <ul>
        {data.map(({ id, title, archivedAt }) => (
          <li key={id}>
            <Link to="/c/$caseId" params={{ caseId: id }}>
              {title}
            </Link>{" "}
            <span className="meta">{day(new Date(archivedAt), now)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
