import type { Database } from "@assay/db";
import { readPolicy } from "@assay/domain";
import type { OpeningView, PresenceView, Role } from "@assay/domain";
import { liveEntries } from "./live-message.ts";
import type { LiveEntry, LoggedEvent } from "./live-message.ts";
import type { Sight } from "./see-change.ts";

export interface LiveQuestion {
  caseId: string;
  /** Everybody for whom this is read. */
  viewers: readonly string[];
  /** Null: no entries, only where the log ends. */
  after: number | null;
  /** Entries at once; a mutation is never cut in two. */
  most: number;
}

export interface LiveAnswer {
  head: number;
  /** Of those viewers who are still members; the others may be told nothing more. */
  roles: Record<string, Role>;
  /** Changes when a name, a role or a membership of the workspace does. */
  people: string;
  sight: Sight;
  presences: PresenceView[];
  entries: LiveEntry[];
}

interface LiveRow {
  head: number;
  members: Record<string, Role>;
  people: string;
  policy: unknown;
  openings: OpeningView[];
  presences: PresenceView[];
  events: LoggedEvent[];
}

/** All streams of a case wait for one reading: a connection that is gone without a word must not hold them up. */
const ANSWER_MS = 10_000;

/** What a case's viewers have missed, in one query (E3). Null when none of them is a member any longer (P1). */
export async function readLive(
  { pool }: Pick<Database, "pool">,
  { caseId, viewers, after, most }: LiveQuestion,
): Promise<LiveAnswer | null> {
  const query = {
    name: "assay_live",
    text: "SELECT * FROM assay_live($1, $2, $3, $4)",
    values: [caseId, viewers, after, most],
    query_timeout: ANSWER_MS,
  };
  const { rows } = await pool.query<LiveRow>(query);
  const [row] = rows;
  if (row === undefined) return null;
  const { head, members, people, policy, openings, presences, events } = row;
  const sight = { policy: readPolicy(policy), openings };
  return { head, roles: members, people, sight, presences, entries: liveEntries(events) };
}
