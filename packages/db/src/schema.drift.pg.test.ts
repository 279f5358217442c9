import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import path from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import type * as Engine from "@prisma/schema-engine-wasm";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase } from "./test-database.ts";
import type { TestDatabase } from "./test-database.ts";

const PRISMA = fileURLToPath(new URL("../../../prisma", import.meta.url));
const ENGINE = "@prisma/schema-engine-wasm";
const CHAR = 18;
const BPCHAR = 1042;
const NO_FILTER = { externalTables: [], externalEnums: [] };

type Bindings = typeof Engine & { __wbg_set_wasm(exports: WebAssembly.Exports): void };

let test: TestDatabase;
let pool: pg.Pool;
let datamodel: string;
let engine: Engine.SchemaEngine;

beforeAll(async () => {
  test = await createTestDatabase();
  pool = new pg.Pool({ connectionString: test.url });
  datamodel = await readFile(path.join(PRISMA, "schema.prisma"), "utf8");
  engine = await startEngine();
});
afterAll(async () => {
  await pool.end();
  await test.drop();
});

/** Prisma's own engine, on a database that our runner migrated. Node cannot import WebAssembly by name, so by hand. */
async function startEngine(): Promise<Engine.SchemaEngine> {
  const glue = path.join(path.dirname(createRequire(import.meta.url).resolve(ENGINE)), "schema_engine_bg.js");
  const bindings = (await import(pathToFileURL(glue).href)) as Bindings;
  const bytes = await readFile(glue.replace(/\.js$/, ".wasm"));
  const { instance } = await WebAssembly.instantiate(bytes, {
    "./schema_engine_bg.js": bindings as unknown as WebAssembly.ModuleImports,
  });
  bindings.__wbg_set_wasm(instance.exports);
  (instance.exports["__wbindgen_start"] as (() => void) | undefined)?.();
  const adapter = bindMigrationAwareSqlAdapterFactory(new CatalogueAdapter(pool));
  return bindings.SchemaEngine.new({ datamodels: [["schema.prisma", datamodel]] }, () => undefined, adapter);
}

/**
 * The engine reads catalogues whose columns have Postgres's internal type "char", which the adapter does not know. They
 * pass through it as another text type, and get the type that the engine expects behind it.
 */
class CatalogueAdapter extends PrismaPg {
  #charColumns: number[] = [];

  constructor(pool: pg.Pool) {
    const query = pool.query.bind(pool) as (config: pg.QueryConfig, values?: unknown[]) => Promise<pg.QueryResult>;
    super(
      Object.assign(pool, {
        query: async (config: pg.QueryConfig, values?: unknown[]) => {
          const result = await query(config, values);
          this.#charColumns = [];
          for (const [index, field] of (result.fields ?? []).entries()) {
            if (field.dataTypeID !== CHAR) continue;
            field.dataTypeID = BPCHAR;
            this.#charColumns.push(index);
          }
          return result;
        },
      }),
    );
  }

  override async connect() {
    const adapter = await super.connect();
    const queryRaw = adapter.queryRaw.bind(adapter);
    return Object.assign(adapter, {
      // The engine makes one query at a time, so the columns noted are those of this one.
      queryRaw: async (query: Parameters<typeof queryRaw>[0]) => {
        const result = await queryRaw(query);
        for (const index of this.#charColumns) result.columnTypes[index] = ColumnTypeEnum.Character;
        return result;
      },
    });
  }
}

const asFile = (content: string) => ({ files: [{ path: "schema.prisma", content }] });

async function diff(wanted: string): Promise<string | null> {
  const { stdout } = await engine.diff({
    from: { tag: "schemaDatasource", configDir: PRISMA, ...asFile(datamodel) },
    to: { tag: "schemaDatamodel", ...asFile(wanted) },
    script: true,
    exitCode: true,
    filters: NO_FILTER,
  });
  return stdout;
}

describe("the migrations", () => {
  it("make exactly the tables that schema.prisma describes", async () => {
    expect((await diff(datamodel))?.trim()).toBe("-- This is an empty migration.");
  });

  it("would be found lacking if the schema had one more column", async () => {
    const more = datamodel.replace("model Case {", "model Case {\n  mood String @default(\"\")\n");
    expect(await diff(more)).toContain(`ALTER TABLE "cases" ADD COLUMN     "mood"`);
  });

  it("leave a history that Prisma itself finds complete and unedited", async () => {
    const folder = path.join(PRISMA, "migrations");
    const names = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isDirectory());
    const migrationDirectories = await Promise.all(
      names.map(async ({ name }) => ({
        path: name,
        migrationFile: {
          path: "migration.sql",
          content: { tag: "ok" as const, value: await readFile(path.join(folder, name, "migration.sql"), "utf8") },
        },
      })),
    );
    const diagnosis = await engine.diagnoseMigrationHistory({
      migrationsList: {
        baseDir: folder,
        lockfile: { path: "migration_lock.toml", content: await readFile(path.join(folder, "migration_lock.toml"), "utf8") },
        shadowDbInitScript: "",
        migrationDirectories,
      },
      optInToShadowDatabase: false,
      filters: NO_FILTER,
    });
    expect(diagnosis).toEqual({ editedMigrationNames: [], failedMigrationNames: [], hasMigrationsTable: true, history: null });
  });
});
