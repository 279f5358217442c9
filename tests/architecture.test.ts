import { readFileSync, readdirSync, statSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");

/** Who may import whom. The linter enforces the same table per import statement; this one holds the manifests to it. */
const ALLOWED: Record<string, string[]> = {
  "packages/domain": [],
  "packages/assist": ["@assay/domain"],
  "packages/db": ["@assay/domain"],
  "packages/editor": ["@assay/domain"],
  "packages/ingest": ["@assay/domain"],
  "packages/reports": ["@assay/domain"],
  seeds: ["@assay/domain"],
  "apps/server": ["@assay/assist", "@assay/db", "@assay/domain", "@assay/ingest", "@assay/reports", "@assay/seeds"],
  "apps/web": ["@assay/domain", "@assay/editor", "@assay/server"],
  "apps/cli": ["@assay/assist", "@assay/domain", "@assay/ingest", "@assay/reports", "@assay/server"],
};

/** Names that say nothing about what is inside. */
const REFUSED_NAMES = ["ui", "utils", "common", "config", "types"];

interface Manifest {
  name: string;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}

const manifestOf = (folder: string) => JSON.parse(readFileSync(join(ROOT, folder, "package.json"), "utf8")) as Manifest;

function foldersUnder(parent: string): string[] {
  return readdirSync(join(ROOT, parent))
    .filter((name) => statSync(join(ROOT, parent, name)).isDirectory())
    .map((name) => `${parent}/${name}`);
}

function sourceFiles(folder: string): string[] {
  const found: string[] = [];
  for (const entry of readdirSync(join(ROOT, folder), { withFileTypes: true })) {
    if (["node_modules", "dist", "generated", "data"].includes(entry.name)) continue;
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) found.push(...sourceFiles(path));
    else if (/\.tsx?$/.test(entry.name)) found.push(path);
  }
  return found;
}

const WORKSPACES = [...foldersUnder("packages"), ...foldersUnder("apps"), "seeds"];

function workspaceImports(file: string): { from: string; typeOnly: boolean }[] {
  const text = readFileSync(join(ROOT, file), "utf8");
  return [...text.matchAll(/^(?:import|export)\s+(type\s)?[^;]*?from\s+"(@assay\/[\w-]+)[^"]*"/gm)].map((m) => ({
    from: m[2] ?? "",
    typeOnly: m[1] !== undefined,
  }));
}

describe("architecture", () => {
  it("knows every workspace and saw its files", () => {
    expect(WORKSPACES.toSorted()).toEqual(Object.keys(ALLOWED).toSorted());
    for (const folder of WORKSPACES) expect(sourceFiles(folder).length, folder).toBeGreaterThan(0);
  });

  it.each(WORKSPACES)("%s declares only what it may depend on", (folder) => {
    const { dependencies = {}, devDependencies = {} } = manifestOf(folder);
    const declared = [...Object.keys(dependencies), ...Object.keys(devDependencies)].filter((n) => n.startsWith("@assay/"));
    expect(declared.filter((name) => !ALLOWED[folder]?.includes(name))).toEqual([]);
  });

  it.each(WORKSPACES)("%s imports only what it may depend on", (folder) => {
    const wrong: string[] = [];
    for (const file of sourceFiles(folder)) {
      if (/\.test\.tsx?$/.test(file)) continue;
      for (const { from, typeOnly } of workspaceImports(file)) {
        if (!ALLOWED[folder]?.includes(from)) wrong.push(`${file} → ${from}`);
        // The pages and the command know the server only as a type.
        else if (from === "@assay/server" && !typeOnly) wrong.push(`${file} → ${from} (as a value)`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it("pins every version exactly", () => {
    const loose: string[] = [];
    for (const folder of [".", ...WORKSPACES]) {
      const manifest = manifestOf(folder);
      for (const [name, version] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })) {
        if (!/^\d/.test(version)) loose.push(`${folder}: ${name}@${version}`);
      }
    }
    expect(loose).toEqual([]);
  });

  it("has no package with a name that says nothing", () => {
    expect(WORKSPACES.filter((folder) => REFUSED_NAMES.includes(relative("packages", folder)))).toEqual([]);
  });

  it("reads the environment in one place", () => {
    const readers = WORKSPACES.flatMap(sourceFiles).filter(
      (file) => !/\.test\.tsx?$/.test(file) && /process\.env\b/.test(readFileSync(join(ROOT, file), "utf8")),
    );
    expect(readers.filter((file) => !["apps/server/src/env.ts", "apps/cli/src/env.ts", "packages/db/src/test-database.ts"].includes(file))).toEqual([]);
  });
});
