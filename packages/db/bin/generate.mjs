#!/usr/bin/env node
// Writes the Prisma client to packages/db/src/generated, unless the one there was made from this very schema by this
// very Prisma. Plain JavaScript without dependencies: it runs before anything of the project can.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const output = path.join(root, "packages/db/src/generated");
const schema = path.join(root, "prisma/schema.prisma");
const stampFile = path.join(output, "stamp");

const require = createRequire(path.join(root, "package.json"));
const prismaPackage = require.resolve("prisma/package.json");
const { version } = JSON.parse(readFileSync(prismaPackage, "utf8"));
const stamp = createHash("sha256").update(version).update(readFileSync(schema)).digest("hex");

const isCurrent = existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp;
if (!isCurrent || process.argv.includes("--force")) {
  rmSync(stampFile, { force: true });
  const prisma = path.join(path.dirname(prismaPackage), "build/index.js");
  const run = spawnSync(process.execPath, [prisma, "generate", "--schema", schema], {
    cwd: root,
    encoding: "utf8",
    env: {
      ...process.env,
      // generate never runs the schema engine, yet downloads it first unless told where one is. Any file will do.
      PRISMA_SCHEMA_ENGINE_BINARY: path.join(root, "package.json"),
      PRISMA_HIDE_UPDATE_MESSAGE: "1",
      CHECKPOINT_DISABLE: "1",
    },
  });
  if (run.status !== 0) {
    process.stderr.write(`${run.stdout ?? ""}${run.stderr ?? ""}${run.error ? `${run.error.message}\n` : ""}`);
    process.exit(run.status || 1);
  }
  writeFileSync(stampFile, stamp);
}
