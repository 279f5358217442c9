import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT, ensureGenerated, ensureServer, ensureWeb } from "../../apps/server/bin/prepare.mjs";

export interface RunningServer {
  url: string;
  data: string;
  stop(): Promise<void>;
}

/** What a server is built of, made where it is not there: by one, before several are started at once. */
export async function prepareServer(): Promise<void> {
  const silent = () => {};
  await ensureGenerated(silent);
  await Promise.all([ensureServer(silent), ensureWeb(silent)]);
}

/** The built server as a user starts it: its own process, an embedded Postgres, an empty data folder of its own. */
export async function startBuiltServer(env: Record<string, string> = {}): Promise<RunningServer> {
  await prepareServer();
  const data = mkdtempSync(join(tmpdir(), "assay-server-"));
  const child = spawn(process.execPath, [join(ROOT, "apps/server/dist/main.js")], {
    env: { ...process.env, ASSAY_DATA: data, PORT: "0", DATABASE_URL: "", ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const url = await new Promise<string>((resolve, reject) => {
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => {
      output += chunk.toString();
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(output);
      if (found) resolve(found[0]);
    });
    child.once("exit", (code) => reject(new Error(`The server ended (exit ${code}) before it was ready:\n${output}`)));
  });
  return {
    url,
    data,
    async stop() {
      if (child.exitCode === null) {
        const ended = new Promise((resolve) => child.once("exit", resolve));
        child.kill("SIGTERM");
        await ended;
      }
      rmSync(data, { recursive: true, force: true });
    },
  };
}
