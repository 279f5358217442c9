import { createHash } from "node:crypto";
import { GENESIS_HASH, checkReportDocument, verifyChain } from "@assay/domain";
import type { CaseEvent } from "@assay/domain";
import { ArchiveRefusal } from "./archive-refusal.ts";
import { ARCHIVED_TABLES } from "./archived-tables.ts";
import type { ArchivedTable } from "./archived-tables.ts";
import { LOG, tableFile } from "./manifest.ts";
import { parseJson } from "./open-archive.ts";
import type { OpenArchive } from "./open-archive.ts";

export type Row = Record<string, unknown>;

/** Columns of each table as this server's database has them. */
export type Columns = ReadonlyMap<string, ReadonlySet<string>>;

const sha256 = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");

/**
 * Reads all of an archive once and stores nothing. Afterwards it is known that every part is the one that was archived,
 * that every row belongs to this one case and refers to nothing outside of it, and that the log follows from its first
 * entry to its last (E1, E2). What a value may be is for the database to say. Answers every id that a row has.
 */
export async function checkArchive(archive: OpenArchive, columns: Columns): Promise<string[]> {
  const known = new Map<string, Set<string>>();
  const people = new Set(archive.manifest.people.map(({ id }) => id));
  const files = new Set<string>();
  for (const table of ARCHIVED_TABLES) await checkTable(archive, table, { columns, known, people, files });
  if (known.get("cases")?.size !== 1) throw new ArchiveRefusal("The archive does not hold one case.");
  await checkLog(archive, people);
  await checkFiles(archive, files);
  return [...known.values()].flatMap((ids) => [...ids]);
}

interface Known {
  columns: Columns;
  /** Ids of the rows read so far, by table. */
  known: Map<string, Set<string>>;
  people: ReadonlySet<unknown>;
  /** Files that rows name. */
  files: Set<string>;
}

async function checkTable(archive: OpenArchive, table: ArchivedTable, { columns, known, people, files }: Known) {
  const ids = new Set<string>();
  known.set(table.name, ids);
  // A table that is newer than the archive is empty.
  if (!archive.has(tableFile(table.name))) return;
  const has = columns.get(table.name) ?? new Set();
  const hidden = new Set(["workspace_id", ...(table.without ?? []), table.bytes?.column]);
  let shape: string | null = null;
  let count = 0;
  for await (const line of archive.lines(tableFile(table.name))) {
    const row = rowOf(line, table);
    count += 1;
    const keys = Object.keys(row).toSorted().join();
    shape ??= keys;
    const strange = Object.keys(row).find((column) => !has.has(column) || hidden.has(column));
    if (strange !== undefined || keys !== shape) throw wrong(table, count, "has other fields than it should");
    if (typeof row["id"] === "string") ids.add(row["id"]);
    for (const [column, of] of Object.entries(table.refs)) {
      const id = row[column];
      const isKnown = of === "cases" ? id === archive.manifest.case.id : known.get(of)?.has(String(id)) === true;
      if (id === null || id === undefined || isKnown) continue;
      throw wrong(table, count, "refers to something outside of its case");
    }
    for (const column of table.people) {
      const named = [row[column]].flat();
      if (named.every((id) => id === null || people.has(id))) continue;
      throw wrong(table, count, "names somebody who is not listed");
    }
    if (table.of === "itself" && row["id"] !== archive.manifest.case.id) throw wrong(table, count, "is another case");
    if (table.bytes !== undefined) files.add(`${table.bytes.folder}/${String(row[table.bytes.sha256])}`);
    if (table.name === "source_revisions") checkText(row, table, count);
    if (table.name === "report_documents") checkDocument(row, table, count);
    if (table.name === "releases" && sha256(String(row["snapshot"])) !== row["sha256"]) {
      throw wrong(table, count, "is not what was released: its checksum differs");
    }
  }
}

export function rowOf(line: Buffer, table: ArchivedTable): Row {
  const row = parseJson(line);
  if (typeof row !== "object" || row === null || Array.isArray(row)) throw wrong(table, 0, "is no row");
  return row as Row;
}

/** Every offset counts in this text (X1): it is the one that was hashed, or the case is another. */
function checkText({ text, sha256: told, length }: Row, table: ArchivedTable, count: number): void {
  const isWhole = typeof text === "string" && text.length === length && sha256(text) === told;
  if (!isWhole) throw wrong(table, count, "does not hold the text that its checksum names");
}

/** It is shown to readers, with links: it is held to what an editor of this server could have stored. */
function checkDocument({ title, blocks }: Row, table: ArchivedTable, count: number): void {
  const checked = checkReportDocument({ title, blocks });
  if (!checked.ok) throw wrong(table, count, `is no report: ${checked.reason.replace(/\.$/u, "")}`);
}

function wrong({ name }: ArchivedTable, count: number, what: string): ArchiveRefusal {
  return new ArchiveRefusal(`Row ${count} of ${name.replaceAll("_", " ")} ${what}. The archive was not made by Assay.`);
}

const LOG_PART = 500;

async function checkLog(archive: OpenArchive, people: ReadonlySet<unknown>): Promise<void> {
  const { id, lastEvent, lastHash } = archive.manifest.case;
  let after = { number: 0, hash: GENESIS_HASH };
  let part: CaseEvent[] = [];
  const follow = (head?: { number: number; hash: string }): void => {
    const checked = verifyChain(part, sha256, head === undefined ? { after } : { after, head });
    if (!checked.ok) throw new ArchiveRefusal(`The case’s log does not hold. ${checked.reason}`, { rule: "E2" });
    const last = part.at(-1);
    if (last !== undefined) after = { number: last.number, hash: last.hash };
    part = [];
  };
  for await (const line of archive.lines(LOG)) {
    const event = parseJson(line) as CaseEvent;
    if (event?.caseId !== id) throw new ArchiveRefusal("The log in the archive is that of another case.");
    if (!people.has(event.actorId)) throw new ArchiveRefusal("The log names somebody who is not listed.");
    part.push(event);
    if (part.length === LOG_PART) follow();
  }
  follow({ number: lastEvent, hash: lastHash });
}

/** A file's name is its sha256, so that it cannot stand for another. */
async function checkFiles(archive: OpenArchive, named: ReadonlySet<string>): Promise<void> {
  for (const name of named) if (!archive.has(name)) throw new ArchiveRefusal(`The archive lacks the file “${name}”.`);
  for (const { name, sha256: hash } of archive.manifest.files) {
    if (name === LOG || name.startsWith("tables/")) continue;
    if (!named.has(name)) throw new ArchiveRefusal(`No source or release of the case has the file “${name}”.`);
    if (!name.endsWith(`/${hash}`)) throw new ArchiveRefusal(`The file “${name}” is not the one that its name says.`);
    for await (const part of archive.read(name)) void part;
  }
}
