import { sha256 } from "@assay/db";
import type { Session } from "@assay/db";
import { DomainError, GENESIS_HASH, hashEvent } from "@assay/domain";
import type { CaseEvent } from "@assay/domain";
import { ArchiveRefusal } from "./archive-refusal.ts";
import type { ArchivedTable } from "./archived-tables.ts";
import { rowOf } from "./check-archive.ts";
import type { Columns, Row } from "./check-archive.ts";
import type { Renaming } from "./copy-ids.ts";
import { LOG, tableFile } from "./manifest.ts";
import type { OpenArchive } from "./open-archive.ts";

const ROWS = 500;
const BYTES = 4 * 1024 * 1024;

export async function readColumns(session: Session, tables: readonly string[]): Promise<Columns> {
  const { rows } = await session.query<{ table: string; names: string[] }>(
    `SELECT c.relname AS table, array_agg(a.attname::text) AS names
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
    WHERE c.relnamespace = 'public'::regnamespace AND c.relname = ANY ($1) AND a.attnum > 0 AND NOT a.attisdropped
    GROUP BY c.relname`,
    [tables],
  );
  return new Map(rows.map(({ table, names }) => [table, new Set(names)]));
}

/** Puts a table's rows into a workspace. `change` is given each row on its way. */
export async function storeTable(
  session: Session,
  archive: OpenArchive,
  table: ArchivedTable,
  workspaceId: string,
  change: (row: Row) => Row = (row) => row,
): Promise<number> {
  if (!archive.has(tableFile(table.name))) return 0;
  let stored = 0;
  let part: string[] = [];
  let size = 0;
  let columns: string[] = [];
  const store = async (bytes?: Buffer): Promise<void> => {
    if (part.length === 0) return;
    await insert(session, table, columns, part, bytes);
    stored += part.length;
    part = [];
    size = 0;
  };
  for await (const line of archive.lines(tableFile(table.name))) {
    const row: Row = { ...change(rowOf(line, table)), workspace_id: workspaceId };
    columns = Object.keys(row);
    const json = JSON.stringify(row);
    part.push(json);
    size += json.length;
    if (table.bytes !== undefined) {
      await store(await readWhole(archive, `${table.bytes.folder}/${String(row[table.bytes.sha256])}`));
    } else if (part.length >= ROWS || size >= BYTES) await store();
  }
  await store();
  return stored;
}

async function readWhole(archive: OpenArchive, name: string): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of archive.read(name)) parts.push(part);
  return Buffer.concat(parts);
}

/** Columns were held against the database's own names; a column that the archive does not know takes its default. */
async function insert(
  session: Session,
  table: ArchivedTable,
  columns: readonly string[],
  rows: readonly string[],
  bytes: Buffer | undefined,
): Promise<void> {
  const into = columns.map((column) => `"${column}"`);
  const from = columns.map((column) => `r."${column}"`);
  const values: unknown[] = [`[${rows.join(",")}]`];
  if (bytes !== undefined && table.bytes !== undefined) {
    into.push(`"${table.bytes.column}"`);
    from.push("$2::bytea");
    values.push(bytes);
  }
  const query = `INSERT INTO "${table.name}" (${into.join(", ")})
    SELECT ${from.join(", ")} FROM jsonb_populate_recordset(NULL::"${table.name}", $1::jsonb) r`;
  await refusing(table.name, () => session.query(query, values));
}

/**
 * The log as it was, entry for entry; the case's row says where it ends. With new ids it says the same of those, and is
 * chained anew. Answers its last hash.
 */
export async function storeLog(
  session: Session,
  archive: OpenArchive,
  workspaceId: string,
  renaming: Renaming | null,
): Promise<string> {
  const { id, lastEvent } = archive.manifest.case;
  let lastHash = renaming === null ? archive.manifest.case.lastHash : GENESIS_HASH;
  const entry = (line: string): string => {
    if (renaming === null) return line;
    const body = renaming.event(JSON.parse(line) as CaseEvent);
    const prevHash = lastHash;
    lastHash = hashEvent(prevHash, body, sha256);
    return JSON.stringify({ ...body, prevHash, hash: lastHash });
  };
  let part: string[] = [];
  const store = async (): Promise<void> => {
    if (part.length === 0) return;
    await session.query(
      `INSERT INTO case_events (case_id, number, workspace_id, at, actor_id, kind, subject, reason, payload,
        mutation_id, prev_hash, hash)
      SELECT "caseId", number, $2::uuid, at, "actorId", kind, subject, reason, payload, "mutationId", "prevHash", hash
      FROM jsonb_to_recordset($1::jsonb) AS event ("caseId" uuid, number int, at timestamptz, "actorId" text,
        kind text, subject text, reason text, payload jsonb, "mutationId" uuid, "prevHash" text, hash text)`,
      [`[${part.join(",")}]`, workspaceId],
    );
    part = [];
  };
  await refusing("log", async () => {
    for await (const line of archive.lines(LOG)) {
      part.push(entry(line.toString("utf8")));
      if (part.length >= ROWS) await store();
    }
    await store();
    const ends = "UPDATE cases SET last_event = $2, last_hash = $3 WHERE id = $1";
    await session.query(ends, [renaming?.id(id) ?? id, lastEvent, lastHash]);
  });
  return lastHash;
}

const HERE_ALREADY =
  "This case is on this server already. It can be imported as a copy, a case with ids of its own; as the same case " +
  "only where it is not.";

/** What the database does not take is the archive's fault: it holds rows to the same rules as anybody's. */
async function refusing<T>(what: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (code === "23505") throw new DomainError("ALREADY_EXISTS", HERE_ALREADY, { field: "archive" });
    if (/^2[23]/u.test(code)) {
      const where = what.replaceAll("_", " ");
      throw new ArchiveRefusal(`The archive’s ${where} hold a value that no case can have.`, { code });
    }
    throw error;
  }
}
