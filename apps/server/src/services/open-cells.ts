import { Prisma, runSql } from "@assay/db";
import type { NewEvent } from "@assay/db";
import { cellKey, nextState, stanceWord } from "@assay/domain";
import type { CellRef, Stance, TagState } from "@assay/domain";
import type { CaseContext } from "../context.ts";
import type { Work } from "./in-case-mutation.ts";
import type { Touched } from "./load-change.ts";
import { moveTags } from "./move-tags.ts";

export interface OpenedTag extends CellRef {
  id: string;
  authorId: string;
  state: TagState;
  version: number;
  stance: Stance;
  /** What the policy wants of the cell. */
  requiredTags: number;
  autoAccept: boolean;
}

export interface Opened {
  events: NewEvent[];
  /** Everything that was hidden in the cells, so that whoever hears of the opening has it. */
  touched: Touched;
}

export const NOTHING_OPENED: Opened = { events: [], touched: {} };

/** The part of a mutation's work that opening cells takes: also inside a change of a whole workspace. */
export type CellWork = Pick<Work, "session" | "at"> & { caseId: string; workspaceId: string };

/**
 * Opens those of the cells, or all of the case's, that are blind and have as many submitted tags as the policy of this
 * moment asks for (B2). Tags that a rewording made stale do not count: they judged other words. `lowered`: the policy
 * asked for more until now, so that with one required tag whatever holds a tag opens.
 */
export async function openRipeCells(work: CellWork, among: readonly CellRef[] | "lowered"): Promise<Opened> {
  const { session, caseId } = work;
  const lowered = among === "lowered";
  const within = lowered ? Prisma.empty : Prisma.sql`AND t.claim_id = ANY(${among.map(claimOf)}::uuid[])`;
  const tags = await runSql<OpenedTag>(
    session,
    Prisma.sql`WITH policy AS (
        SELECT coalesce((p.merged ->> 'requiredTags')::int, 1) AS required,
          coalesce((p.merged ->> 'autoAccept')::boolean, false) AS accepts
        FROM (SELECT w.policy || c.policy AS merged FROM cases c JOIN workspaces w ON w.id = c.workspace_id
          WHERE c.id = ${caseId}::uuid) AS p
      ), shut AS (
        SELECT t.claim_id, t.source_id FROM tags t, policy
        WHERE (policy.required > 1 OR ${lowered}) AND t.case_id = ${caseId}::uuid ${within}
          AND NOT EXISTS (SELECT FROM cell_openings g
          WHERE g.claim_id = t.claim_id AND g.source_id = t.source_id)
        GROUP BY t.claim_id, t.source_id, policy.required
        HAVING count(*) FILTER (WHERE t.state IN ('submitted', 'approved')) >= policy.required OR policy.required = 1
      )
      SELECT t.id::text, t.claim_id::text AS "claimId", t.source_id::text AS "sourceId", t.author_id AS "authorId",
        t.state::text AS state, t.version, v.stance::text AS stance,
        policy.required AS "requiredTags", policy.accepts AS "autoAccept"
      FROM policy, shut JOIN tags t ON t.claim_id = shut.claim_id AND t.source_id = shut.source_id
      JOIN tag_versions v ON v.tag_id = t.id AND v.version = t.version
      ORDER BY t.claim_id, t.source_id, t.created_at, t.id`,
  );
  const wanted = lowered ? null : new Set(among.map(cellKey));
  const cells = cellsOf(tags.filter((tag) => wanted === null || wanted.has(cellKey(tag))));
  return cells.length === 0 ? NOTHING_OPENED : openCells(work, cells);
}

/** What a submission did, and the openings that it brings about. */
export async function openAfter(
  ctx: CaseContext,
  { session, at }: Work,
  cells: readonly CellRef[],
  { events, touched }: Opened,
): Promise<Opened> {
  const { workspaceId } = ctx.scope;
  const opened = await openRipeCells({ session, at, caseId: ctx.caseId, workspaceId }, cells);
  const tags = [...new Set([...(touched.tags ?? []), ...(opened.touched.tags ?? [])])];
  return { events: [...events, ...opened.events], touched: { ...touched, ...opened.touched, tags } };
}

async function openCells(work: CellWork, cells: readonly OpenedTag[][]): Promise<Opened> {
  const { session, at, caseId, workspaceId } = work;
  const events: NewEvent[] = [];
  const tagIds = cells.flatMap((tags) => tags.map(({ id }) => id));
  const places = cells.flatMap(([tag]) => (tag === undefined ? [] : [{ claim: tag.claimId, source: tag.sourceId }]));
  await runSql(
    session,
    Prisma.sql`INSERT INTO cell_openings (claim_id, source_id, workspace_id, case_id, opened_at)
      SELECT claim, source, ${workspaceId}::uuid, ${caseId}::uuid, ${at}::timestamptz
      FROM jsonb_to_recordset(${JSON.stringify(places)}::jsonb) AS place (claim uuid, source uuid)`,
  );
  for (const tags of cells) {
    const [{ claimId, sourceId, requiredTags, autoAccept }] = tags as [OpenedTag];
    const shown = tags.map(({ id, authorId, state, version, stance }) => ({ id, authorId, state, version, stance }));
    const payload = { claimId, sourceId, requiredTags, tags: shown };
    events.push({ kind: "cell.opened", subject: claimId, payload });
    if (autoAccept) events.push(...(await acceptEqual(work, tags)));
  }
  const touched = await hiddenThings(work, tagIds);
  return { events, touched: { ...touched, openings: true } };
}

/**
 * B2: equal stances of independent tags settle the cell, where the policy wants it. It is the policy that approves, and
 * nobody reviews their own tag (T4): state and event say so.
 */
async function acceptEqual(work: CellWork, tags: readonly OpenedTag[]): Promise<NewEvent[]> {
  const given = tags.filter(({ state }) => state === "submitted");
  const [first] = given;
  if (first === undefined || given.length < 2 || given.some(({ stance }) => stance !== first.stance)) return [];
  const reason = `Approved by the policy: ${given.length} independent tags agree on ${stanceWord(first.stance)}.`;
  const moves = given.flatMap((tag) => {
    const to = nextState(tag.state, "approve");
    return to === null ? [] : [{ tag, kind: "tag.accepted", to, reason, payload: { by: "policy" } } as const];
  });
  return moveTags(work, moves);
}

/** B1: what nobody but its author could see until now. */
async function hiddenThings({ session }: CellWork, tags: string[]): Promise<Touched> {
  const [row] = await runSql<{ reviews: string[]; adjudications: string[]; threads: string[] }>(
    session,
    Prisma.sql`SELECT
      ARRAY(SELECT id::text FROM reviews WHERE tag_id = ANY(${tags}::uuid[])) AS reviews,
      ARRAY(SELECT id::text FROM adjudications WHERE tag_id = ANY(${tags}::uuid[])) AS adjudications,
      ARRAY(SELECT id::text FROM threads WHERE tag_id = ANY(${tags}::uuid[])) AS threads`,
  );
  return { tags, ...row };
}

function cellsOf(tags: readonly OpenedTag[]): OpenedTag[][] {
  const cells = new Map<string, OpenedTag[]>();
  for (const tag of tags) {
    const key = cellKey(tag);
    cells.set(key, [...(cells.get(key) ?? []), tag]);
  }
  return [...cells.values()];
}

function claimOf({ claimId }: CellRef): string {
  return claimId;
}
