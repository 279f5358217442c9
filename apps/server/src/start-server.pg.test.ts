import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:http";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createTRPCClient, httpLink } from "@trpc/client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readEnv } from "./env.ts";
import type { AppRouter } from "./routers/app-router.ts";
import { startServer } from "./start-server.ts";
import type { RunningServer } from "./start-server.ts";

const STOP_DELAY_S = 2;

let data: string;
let taken: Server;
let running: RunningServer | null = null;
const said: string[] = [];
/** Asked while the demo is being loaded, before the server says that it is ready. */
let early: Promise<Response> | null = null;

beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), "assay-start-"));
  taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, "127.0.0.1", resolve));
});
afterAll(async () => {
  await running?.stop();
  taken.close();
  rmSync(data, { recursive: true, force: true });
});

async function start(): Promise<RunningServer> {
  const { port } = taken.address() as AddressInfo;
  const settings = { PORT: String(port), ASSAY_LOG: "silent", ASSAY_STOP_DELAY: String(STOP_DELAY_S) };
  const env = readEnv({ ASSAY_DATA: data, ...settings });
  said.length = 0;
  running = await startServer(env, (line) => {
    said.push(line);
    const port = /using (\d+) instead/.exec(said.join("\n"))?.[1];
    if (line === "Loading the demo case.") early = fetch(`http://127.0.0.1:${port}/readyz`);
  });
  return running;
}

const read = (name: string) => readFileSync(join(data, name), "utf8").trim();

function operator(url: string) {
  const headers = { authorization: `Bearer ${read("token")}` };
  return createTRPCClient<AppRouter>({ links: [httpLink({ url: `${url}/api/trpc`, headers })] });
}

describe("an embedded server", () => {
  it("makes its database, loads the demo, takes the next free port and leaves a token for this user", async () => {
    const { port } = taken.address() as AddressInfo;
    const { url, app } = await start();
    expect(url).not.toContain(`:${port}`);
    expect(said).toContain("Loading the demo case.");
    expect(said.join("\n")).toContain(`Port ${port} is taken`);
    expect(read("url")).toBe(url);
    for (const file of ["token", "secret"]) expect(statSync(join(data, file)).mode & 0o777, file).toBe(0o600);
    expect(app.demo?.accounts.map(({ role }) => role)).toEqual(expect.arrayContaining(["annotator", "reviewer"]));
    const me = await operator(url).me.get.query();
    expect(me.user?.name).toBe("This computer");
    expect(me.workspaces).toHaveLength(1);
    expect((await early)?.status, "what came too early waited").toBe(200);
    const ready = await fetch(`${url}/readyz`);
    expect(ready.status).toBe(200);
    expect(await ready.text()).toMatch(/^ready\ndatabase: ok\nmigrations: (\d+) of \1 applied\n$/);
  }, 120_000);

  it("answers what is under way before it stops, then nothing", async () => {
    if (running === null) throw new Error("The server is not running");
    const { url, app } = running;
    const api = operator(url);
    const [desk] = (await api.me.get.query()).workspaces;
    const [demo] = await api.case.list.query({ workspaceId: desk?.id ?? "" });
    const caseId = demo?.id ?? "";
    const claim = { id: crypto.randomUUID(), text: "Saved while stopping", type: "event", claimant: "" } as const;
    // Somebody else holds the case, so that the request is certainly under way when the server is told to stop.
    const holder = await app.db.pool.connect();
    await holder.query("BEGIN");
    await holder.query("SELECT set_config('assay.workspace', $1, true)", [desk?.id]);
    await holder.query("SELECT FROM cases WHERE id = $1 FOR UPDATE", [caseId]);
    const underWay = api.claim.create.mutate({ mutationId: crypto.randomUUID(), caseId, ...claim });
    const isWaiting = "SELECT FROM pg_locks WHERE NOT granted";
    while ((await holder.query(isWaiting)).rowCount === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    const stopped = running.stop();
    const unready = await fetch(`${url}/readyz`);
    expect([unready.status, await unready.text()]).toEqual([503, "not ready\nthe server is stopping\n"]);
    expect((await fetch(`${url}/healthz`)).status, "still answered, while others learn of it").toBe(200);
    // In time nobody is let in any more, while what is under way goes on.
    while (await fetch(`${url}/healthz`).then(() => true, () => false)) await new Promise((resolve) => setTimeout(resolve, 50));
    await holder.query("COMMIT");
    holder.release();
    expect((await underWay).claims?.[0]?.text).toBe(claim.text);
    await stopped;
  }, 60_000);

  it("comes back with the same data, secret and token, and does not load the demo again", async () => {
    const before = { token: read("token"), secret: read("secret") };
    const { url } = await start();
    expect(said).not.toContain("Loading the demo case.");
    expect({ token: read("token"), secret: read("secret") }).toEqual(before);
    const [desk] = (await operator(url).me.get.query()).workspaces;
    expect(await operator(url).case.list.query({ workspaceId: desk?.id ?? "" })).toHaveLength(1);
  }, 60_000);
});
