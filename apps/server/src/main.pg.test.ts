import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createConnection } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterEach, expect, it } from "vitest";

const MAIN = fileURLToPath(new URL("./main.ts", import.meta.url));

let data: string;
let child: ChildProcess;
afterEach(() => {
  child.kill("SIGKILL");
  rmSync(data, { recursive: true, force: true });
});

/** The server in a process of its own; resolves with its address. */
async function start(): Promise<string> {
  data = mkdtempSync(join(tmpdir(), "assay-main-"));
  child = spawn(process.execPath, ["--import", "tsx", MAIN], {
    env: { ...process.env, ASSAY_DATA: data, PORT: "0", DATABASE_URL: "", ASSAY_LOG: "silent" },
    stdio: ["ignore", "pipe", "ignore"],
  });
  let output = "";
  return new Promise((resolve, reject) => {
    child.stdout?.on("data", (part) => {
      output += String(part);
      const url = /ready at (\S+)/.exec(output)?.[1];
      if (url !== undefined) resolve(url);
    });
    child.once("exit", () => reject(new Error(`The server ended before it was ready: ${output}`)));
  });
}

it("a second Ctrl-C ends a stop that takes long at once, and the database with it", async () => {
  const url = await start();
  // Postgres takes it away when it has stopped in good order.
  const database = join(data, "postgres/postgres/postmaster.pid");
  expect(existsSync(database)).toBe(true);
  // A request that never comes to its end keeps the server waiting.
  const socket = createConnection(Number(new URL(url).port), "127.0.0.1");
  socket.on("error", () => undefined);
  const head = ["POST /api/trpc/tag.save HTTP/1.1", "Host: 127.0.0.1", "Content-Length: 100", "Expect: 100-continue", "", "half"];
  socket.write(head.join("\r\n"));
  // It asks for the rest: the request is under way.
  const [asked] = (await once(socket, "data")) as [Buffer];
  expect(String(asked)).toMatch(/^HTTP\/1\.1 100 /);
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  // npm and the terminal each send their own for one Ctrl-C.
  child.kill("SIGINT");
  child.kill("SIGINT");
  expect(await Promise.race([ended, sleep(1_000, "still stopping")])).toBe("still stopping");
  child.kill("SIGINT");
  expect(await ended).toBe(130);
  while (existsSync(database)) await sleep(50);
  socket.destroy();
}, 180_000);
