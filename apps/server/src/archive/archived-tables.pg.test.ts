import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase } from "@assay/db/test-database";
import type { TestDatabase } from "@assay/db/test-database";
import { ARCHIVED_TABLES, NOT_ARCHIVED } from "./archived-tables.ts";

let test: TestDatabase;
let pool: pg.Pool;

beforeAll(async () => {
  test = await createTestDatabase();
  pool = new pg.Pool({ connectionString: test.url });
});
afterAll(async () => {
  await pool.end();
  await test.drop();
});

const listed = new Map(ARCHIVED_TABLES.map((table) => [table.name, table]));

interface ForeignKey {
  child: string;
  parent: string;
  columns: string[];
}

async function foreignKeys(): Promise<ForeignKey[]> {
  const { rows } = await pool.query<ForeignKey>(
    `SELECT conrelid::regclass::text AS child, confrelid::regclass::text AS parent,
      (SELECT array_agg(a.attname::text ORDER BY a.attnum) FROM pg_attribute a
        WHERE a.attrelid = conrelid AND a.attnum = ANY (conkey)) AS columns
    FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace`,
  );
  return rows;
}

interface Column {
  table: string;
  name: string;
  type: string;
}

async function columnsOf(): Promise<Column[]> {
  const { rows } = await pool.query<Column>(
    `SELECT table_name AS table, column_name AS name, udt_name AS type FROM information_schema.columns
    WHERE table_schema = 'public'`,
  );
  return rows;
}

describe("the list of archived tables", () => {
  it("has every table that a case owns, or says why it stays behind", async () => {
    const owned = new Set((await columnsOf()).filter(({ name }) => name === "case_id").map(({ table }) => table));
    owned.add("cases");
    for (let before = 0; before !== owned.size; ) {
      before = owned.size;
      for (const { child, parent } of await foreignKeys()) if (owned.has(parent)) owned.add(child);
      // Readings and notes that hang on a tag without a foreign key.
      for (const { table, name } of await columnsOf()) {
        if (/^(?:tag|claim|thread|release)_id$/u.test(name)) owned.add(table);
      }
    }
    expect([...owned].toSorted()).toEqual([...listed.keys(), ...Object.keys(NOT_ARCHIVED)].toSorted());
  });

  it("knows every foreign key between them, and has the parent first", async () => {
    const places = new Map([...listed.keys()].map((name, place) => [name, place]));
    const lacking = (await foreignKeys()).filter(({ child, parent, columns }) => {
      const table = listed.get(child);
      if (table === undefined || !listed.has(parent)) return false;
      if ((places.get(parent) ?? 0) > (places.get(child) ?? 0)) return true;
      // Of a key of two columns the first leads to a row of the archive, and the database sees to the rest.
      return !columns.some((column) => table.refs[column] !== undefined);
    });
    expect(lacking).toEqual([]);
  });

  it("knows every column that holds an id: of a row or of a person", async () => {
    const lacking = (await columnsOf()).flatMap(({ table: of, name, type }) => {
      const table = listed.get(of);
      if (table === undefined || name === "id" || name === "workspace_id") return [];
      if (type === "uuid") return table.refs[name] === undefined ? [`${of}.${name}`] : [];
      const isPerson = /(?:_by|user_id|author_id|er_id|or_id|assignee_id)$/u.test(name) || name === "mentions";
      return isPerson && !table.people.includes(name) ? [`${of}.${name}`] : [];
    });
    expect(lacking).toEqual([]);
  });

  it("names no table or column that is not there, and keeps all bytes as files", async () => {
    const columns = await columnsOf();
    const has = new Set(columns.map(({ table, name }) => `${table}.${name}`));
    const named = ARCHIVED_TABLES.flatMap(({ name, order, refs, people, without = [], bytes }) => {
      const ofBytes = bytes ? [bytes.column, bytes.sha256] : [];
      return [...order, ...Object.keys(refs), ...people, ...without, ...ofBytes].map((column) => `${name}.${column}`);
    });
    expect(named.filter((column) => !has.has(column))).toEqual([]);
    const binary = columns.filter(({ table, type }) => type === "bytea" && listed.has(table));
    expect(binary.map(({ table, name }) => `${table}.${name}`)).toEqual(
      ARCHIVED_TABLES.flatMap(({ name, bytes }) => (bytes ? [`${name}.${bytes.column}`] : [])).toSorted(),
    );
  });
});
