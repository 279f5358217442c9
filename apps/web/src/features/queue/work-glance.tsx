import "./work.css";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { QUEUE_KINDS } from "@assay/domain";
import { Kbd } from "../../components/kbd.tsx";
import { useMe } from "../account/me.ts";
import { workGlance } from "./work-query.ts";
import { WorkRow } from "./work-row.tsx";

/** The start of my work on the start page; nothing where nothing waits. */
export function WorkGlance({ workspaceId }: { workspaceId: string }) {
  const { user } = useMe();
  const { data } = useQuery({ ...workGlance(workspaceId), refetchOnMount: "always" });
  if (data === undefined || data.items.length === 0) return null;
  const total = QUEUE_KINDS.reduce((sum, kind) => sum + data.counts[kind], 0);
  return (
    <section aria-labelledby="work-glance">
      <div className="home-head">
        <h2 id="work-glance">My work</h2>
        <span className="meta">{total}</span>
        <span className="grow" />
        <Link to="/w/$workspaceId/work" params={{ workspaceId }} className="link">
          All of it
        </Link>
        <Kbd>q</Kbd>
      </div>
      <ol className="work-list work-list-short">
        {data.items.map((entry) => (
          <WorkRow key={entry.id} entry={entry} me={user?.id ?? ""} />
        ))}
      </ol>
    </section>
  );
}
