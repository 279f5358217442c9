import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launchPostgres, migrate } from "@assay/db";
import { demoCase } from "@assay/seeds";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROOT } from "../apps/server/bin/prepare.mjs";
import { startBuiltServer } from "./support/server.ts";
import type { RunningServer } from "./support/server.ts";

let server: RunningServer;
let folder: string;

beforeAll(async () => {
  server = await startBuiltServer();
  folder = mkdtempSync(join(tmpdir(), "assay-reset-"));
}, 120_000);
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

function command(args: string[], data: string) {
  const env = { ...process.env, ASSAY_DATA: data, DATABASE_URL: "", ASSAY_ORIGIN: "" };
  return new Promise<{ code: number; out: string; err: string }>((resolve) => {
    execFile(process.execPath, [join(ROOT, "apps/server/bin/reset-password.mjs"), ...args], { env }, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    );
  });
}

function post(path: string, body: object): Promise<Response> {
  const headers = { "content-type": "application/json", origin: server.url };
  return fetch(`${server.url}/api/auth/${path}`, { method: "POST", headers, body: JSON.stringify(body) });
}

describe("npm run reset-password", () => {
  it("prints a link for the server that runs on the folder, and the link sets the password", async () => {
    const lead = demoCase.people.find(({ role }) => role === "lead");
    if (lead === undefined) throw new Error("the demo has no lead");
    const { code, out, err } = await command([lead.email], server.data);
    expect({ code, err }).toMatchObject({ code: 0, err: expect.stringContaining(`A link for ${lead.name}, ${lead.email}.`) });
    expect(out.startsWith(`${server.url}/reset/`)).toBe(true);
    const token = out.trim().split("/").at(-1);
    const newPassword = "sluice-gate-morning";
    expect((await post("reset-password", { token, newPassword })).status).toBe(200);
    expect((await post("sign-in/email", { email: lead.email, password: newPassword })).status).toBe(200);
    expect((await post("sign-in/email", { email: lead.email, password: lead.password })).status).toBe(401);
  });

  it("starts the folder's database where no server does, and leaves it stopped", async () => {
    const data = join(folder, "stopped");
    const started = () => launchPostgres({ dataDir: join(data, "postgres"), throwaway: true });
    const first = await started();
    await migrate({ url: first.url, folder: join(ROOT, "prisma/migrations") });
    await first.stop();
    const { code, err } = await command(["ida@desk.example"], data);
    expect(code).toBe(1);
    expect(err).toContain("Nobody has an account with the address ida@desk.example. There are no accounts yet");
    // Refused while anything still held it.
    await (await started()).stop();
  });

  it("says in plain words what was wrong, and makes nothing", async () => {
    const none = join(folder, "none");
    const wrong: [string[], string, RegExp][] = [
      [[], server.data, /^Which account\? Name its e-mail address/m],
      [["nobody@desk.example"], server.data, /There are:\n(?: {2}.+@assay\.example\n)+/],
      [["ida@desk.example"], none, /There is no database in .+ASSAY_DATA.+DATABASE_URL/],
    ];
    for (const [args, data, words] of wrong) {
      const result = await command(args, data);
      expect(result).toMatchObject({ code: 1, out: "", err: expect.stringMatching(words) });
      expect(result.err).not.toMatch(/^\s+at /m);
    }
  });
});
