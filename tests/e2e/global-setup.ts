import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT } from "../../apps/server/bin/prepare.mjs";

/** Starts the built server as a user would, on an empty data folder; `process.env.ASSAY_URL` says where. */
export default async function setUp(): Promise<() => Promise<void>> {
  const data = mkdtempSync(join(tmpdir(), "assay-e2e-"));
  const server = spawn(process.execPath, [join(ROOT, "apps/server/dist/main.js")], {
    env: { ...process.env, ASSAY_DATA: data, PORT: "0", DATABASE_URL: "" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const url = await new Promise<string>((resolve, reject) => {
    let output = "";
    server.stdout.on("data", (chunk: Buffer) => {
      output += chunk.toString();
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(output);
      if (found) resolve(found[0]);
    });
    server.on("exit", (code) => reject(new Error(`The server ended (exit ${code}) before it was ready:\n${output}`)));
  });
  process.env.ASSAY_URL = url;
  process.env.ASSAY_E2E_DATA = data;
  return async () => {
    const ended = new Promise((resolve) => server.once("exit", resolve));
    server.kill("SIGTERM");
    await ended;
    rmSync(data, { recursive: true, force: true });
  };
}
