import type { Session } from "@assay/db";
import type { Role } from "@assay/domain";
import { ARCHIVED_TABLES } from "./archived-tables.ts";
import type { ArchivedTable } from "./archived-tables.ts";

const PART = 500;

/** Names in the SQL below come from the list of tables alone; the case's id is a parameter. */
function rowsOf(table: ArchivedTable): string {
  const { of } = table;
  if (of === "itself") return `"${table.name}" t WHERE t.id = $1::uuid`;
  if (of === "case_id") return `"${table.name}" t WHERE t.case_id = $1::uuid`;
  const parent = ARCHIVED_TABLES.find(({ name }) => name === of.table);
  if (parent === undefined) throw new Error(`${table.name} hangs on ${of.table}, which is not archived`);
  return `"${table.name}" t WHERE t."${of.column}" IN (SELECT t."${of.key ?? "id"}" FROM ${rowsOf(parent)})`;
}

export async function* readTableLines(session: Session, table: ArchivedTable, caseId: string): AsyncGenerator<Buffer> {
  const left = ["workspace_id", ...(table.without ?? []), ...(table.bytes === undefined ? [] : [table.bytes.column])];
  const order = table.order.map((column) => `t."${column}"`).join(", ");
  // Bytes are cut off before the row becomes JSON, which would write them out in full.
  const row = table.bytes === undefined ? "t" : `(jsonb_populate_record(t, '{"${table.bytes.column}": ""}'))`;
  const json = `(to_jsonb(${row}) - '{${left.join(",")}}'::text[])::text`;
  yield* cursor(session, `SELECT ${json} AS line FROM ${rowsOf(table)} ORDER BY ${order}`, caseId);
}

/** The lines that `assay verify --file` reads. */
export function readLogLines(session: Session, caseId: string): AsyncGenerator<Buffer> {
  const at = `to_char(t.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
  const json = `json_build_object('caseId', t.case_id, 'number', t.number, 'at', ${at}, 'actorId', t.actor_id,
    'kind', t.kind, 'subject', t.subject, 'reason', t.reason, 'payload', t.payload, 'mutationId', t.mutation_id,
    'prevHash', t.prev_hash, 'hash', t.hash)::text`;
  const query = `SELECT ${json} AS line FROM case_events t WHERE t.case_id = $1::uuid ORDER BY t.number`;
  return cursor(session, query, caseId);
}

async function* cursor(session: Session, query: string, caseId: string): AsyncGenerator<Buffer> {
  await session.query(`DECLARE part NO SCROLL CURSOR FOR ${query}`, [caseId]);
  for (;;) {
    const { rows } = await session.query<{ line: string }>(`FETCH ${PART} FROM part`);
    if (rows.length > 0) yield Buffer.from(rows.map(({ line }) => `${line}\n`).join(""));
    if (rows.length < PART) break;
  }
  await session.query("CLOSE part");
}

/** Each file once, however many rows it belongs to. */
export async function* readBytes(
  session: Session,
  table: ArchivedTable,
  { column, sha256 }: NonNullable<ArchivedTable["bytes"]>,
  caseId: string,
): AsyncGenerator<{ name: string; bytes: Buffer }> {
  const all = `SELECT DISTINCT t."${sha256}" AS name FROM ${rowsOf(table)} ORDER BY 1`;
  const { rows } = await session.query<{ name: string }>(all, [caseId]);
  for (const { name } of rows) {
    const one = `SELECT t."${column}" AS bytes FROM ${rowsOf(table)} AND t."${sha256}" = $2 LIMIT 1`;
    const found = await session.query<{ bytes: Buffer }>(one, [caseId, name]);
    yield { name, bytes: found.rows[0]?.bytes ?? Buffer.alloc(0) };
  }
}

export interface ArchivedCase {
  id: string;
  title: string;
  lastEvent: number;
  lastHash: string;
  workspace: { name: string; policy: Record<string, unknown> };
}

export async function readCase(session: Session, caseId: string): Promise<ArchivedCase> {
  const { rows } = await session.query<ArchivedCase>(
    `SELECT c.id, c.title, c.last_event AS "lastEvent", c.last_hash AS "lastHash",
      jsonb_build_object('name', w.name, 'policy', w.policy) AS workspace
    FROM cases c JOIN workspaces w ON w.id = c.workspace_id WHERE c.id = $1`,
    [caseId],
  );
  const [row] = rows;
  if (row === undefined) throw new Error("The case went while it was read");
  return row;
}

/** Everybody whose id stands in a row or in the log, by name: no addresses leave the server. */
export async function readPeople(
  session: Session,
  caseId: string,
): Promise<{ id: string; name: string; role: Role | null }[]> {
  const ids = ARCHIVED_TABLES.flatMap((table) =>
    table.people.map((column) => {
      const value = column === "mentions" ? `unnest(t."${column}")` : `t."${column}"`;
      return `SELECT ${value} AS id FROM ${rowsOf(table)}`;
    }),
  );
  ids.push("SELECT t.actor_id AS id FROM case_events t WHERE t.case_id = $1::uuid");
  const { rows } = await session.query<{ id: string; name: string; role: Role | null }>(
    `SELECT u.id, u.name, m.role FROM (${ids.join(" UNION ")}) AS known
    JOIN users u ON u.id = known.id
    LEFT JOIN cases c ON c.id = $1::uuid
    LEFT JOIN members m ON m.user_id = u.id AND m.workspace_id = c.workspace_id
    ORDER BY u.id COLLATE "C"`,
    [caseId],
  );
  return rows;
}
