/**
 * Everything a fresh clone lacks, made once and skipped when nothing changed: packages, generated client, bundles.
 * Only Node's own modules are imported at the top, since it runs before anything is installed.
 */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "..");
const LEAST_NODE = [20, 19];
const SERVER_BUNDLE = join(ROOT, "apps/server/dist/main.js");
/** Beside the server's own, where it looks for the thread that reads files. */
const READER_BUNDLE = join(ROOT, "apps/server/dist/reading-worker.js");
/** The same for the process that prints reports. */
const PRINTER_BUNDLE = join(ROOT, "apps/server/dist/printing-process.js");
/** The command for a lost password; it works on the database itself. */
const RESET_BUNDLE = join(ROOT, "apps/server/dist/reset-command.js");
/** The same for the thread that reads cases for suggestions. */
const ASSIST_BUNDLE = join(ROOT, "apps/server/dist/assist-worker.js");
const CLI_BUNDLE = join(ROOT, "apps/cli/dist/assay.js");
const WEB_PAGE = join(ROOT, "apps/web/dist/index.html");

/** A step that could not be done, said in words a newcomer can act on. */
export class PrepareError extends Error {}

export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const [leastMajor, leastMinor] = LEAST_NODE;
  if (major < leastMajor || (major === leastMajor && minor < leastMinor)) {
    throw new PrepareError(`Assay needs Node ${LEAST_NODE.join(".")} or newer; this is ${process.versions.node}.`);
  }
}

/** Runs a command quietly; its output is shown only when it fails. */
async function run(command, args, what) {
  const child = spawn(command, args, {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "pipe"],
    shell: process.platform === "win32",
  });
  let output = "";
  child.stdout.on("data", (chunk) => (output += chunk));
  child.stderr.on("data", (chunk) => (output += chunk));
  const code = await new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  if (code !== 0) throw new PrepareError(`${what} did not succeed (exit ${code}).\n${output.trimEnd().slice(-4000)}`);
}

/** Changes whenever one of the files' path, size or time does. Cheap enough for every start. */
function stampOf(folders) {
  const hash = createHash("sha256").update(process.versions.node);
  const visit = (path) => {
    const stat = statSync(path);
    if (stat.isDirectory()) {
      for (const name of readdirSync(path).sort()) {
        if (name !== "node_modules" && name !== "dist" && name !== "data") visit(join(path, name));
      }
    } else if (!/\.(test|spec)\.tsx?$/.test(path)) {
      hash.update(`${path}\0${stat.size}\0${stat.mtimeMs}\n`);
    }
  };
  for (const folder of folders) visit(join(ROOT, folder));
  return hash.digest("hex");
}

/** Runs `make` unless `stampFile` says that it already ran on the same input. */
async function once(stampFile, stamp, outputs, make) {
  const fresh = existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp && outputs.every(existsSync);
  if (fresh) return;
  await make();
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, stamp);
}

/** Whether node_modules holds what the lockfile asks for, whoever installed it; npm keeps its own account of it there. */
function isInstalled() {
  const account = join(ROOT, "node_modules/.package-lock.json");
  if (!existsSync(account)) return false;
  const wanted = JSON.parse(readFileSync(join(ROOT, "package-lock.json"), "utf8")).packages;
  const there = JSON.parse(readFileSync(account, "utf8")).packages;
  return Object.entries(wanted).every(
    ([path, { version, optional, devOptional, link }]) =>
      !path.startsWith("node_modules/") || link || ((optional || devOptional) && !there[path]) || there[path]?.version === version,
  );
}

export async function ensureInstalled(say) {
  if (isInstalled()) return;
  say("Installing packages, once. This takes about a minute.");
  // No package needs its install script here, and some would try to download; NODE_ENV must not leave out the tools.
  const flags = ["--ignore-scripts", "--include=dev", "--include=optional", "--no-audit", "--no-fund"];
  await run("npm", ["ci", ...flags], "Installing packages");
}

export async function ensureGenerated(say) {
  const client = join(ROOT, "packages/db/src/generated/client.ts");
  await once(join(ROOT, "packages/db/src/generated/.assay-stamp"), stampOf(["prisma", "packages/db/bin"]), [client], async () => {
    say("Generating the database client.");
    await run(process.execPath, [join(ROOT, "packages/db/bin/generate.mjs")], "Generating the database client");
  });
}

async function bundle(entry, outfile) {
  const { build } = await import("esbuild");
  await build({
    absWorkingDir: ROOT,
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    sourcemap: true,
    logLevel: "silent",
    plugins: [
      {
        // Packages stay where npm put them; the workspace's own code is bundled.
        name: "workspace-only",
        setup(b) {
          b.onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
            kind === "entry-point" || path.startsWith("@assay/") ? undefined : { path, external: true },
          );
        },
      },
    ],
  });
}

const SERVER_INPUTS = ["apps/server", "packages", "seeds", "prisma", "tsconfig.json"];

export async function ensureServer(say) {
  const bundles = [SERVER_BUNDLE, READER_BUNDLE, PRINTER_BUNDLE, ASSIST_BUNDLE, RESET_BUNDLE];
  await once(join(ROOT, "apps/server/dist/.assay-stamp"), stampOf(SERVER_INPUTS), bundles, async () => {
    say("Building the server.");
    await Promise.all([
      bundle("apps/server/src/main.ts", SERVER_BUNDLE),
      bundle("apps/server/src/reading/reading-worker.ts", READER_BUNDLE),
      bundle("apps/server/src/printing/printing-process.ts", PRINTER_BUNDLE),
      bundle("apps/server/src/assist/assist-worker.ts", ASSIST_BUNDLE),
      bundle("apps/server/src/reset-command.ts", RESET_BUNDLE),
    ]);
  });
  return SERVER_BUNDLE;
}

export async function ensureResetCommand(say) {
  await ensureServer(say);
  return RESET_BUNDLE;
}

export async function ensureCli(say) {
  await once(join(ROOT, "apps/cli/dist/.assay-stamp"), stampOf(["apps/cli", "packages"]), [CLI_BUNDLE], async () => {
    say("Building the command.");
    await bundle("apps/cli/src/main.ts", CLI_BUNDLE);
  });
  return CLI_BUNDLE;
}

export async function ensureWeb(say) {
  const inputs = ["apps/web", "packages/domain", "packages/editor", "package-lock.json"];
  await once(join(ROOT, "apps/web/dist/.assay-stamp"), stampOf(inputs), [WEB_PAGE], async () => {
    say("Building the pages.");
    await run(process.execPath, [join(ROOT, "node_modules/vite/bin/vite.js"), "build", "apps/web"], "Building the pages");
  });
}
