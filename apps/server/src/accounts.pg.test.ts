import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createTRPCClient, httpBatchLink } from "@trpc/client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AppRouter } from "./routers/app-router.ts";
import { newId, openApp } from "./testing/desk.ts";
import type { TestServerApp } from "./testing/desk.ts";
import { client, post, serve, signIn, signUp } from "./testing/serve.ts";
import type { Listening } from "./testing/serve.ts";

let opened: TestServerApp;
let web: string;
let open: Listening;
let closed: Listening;

beforeAll(async () => {
  web = mkdtempSync(join(tmpdir(), "assay-web-"));
  mkdirSync(join(web, "assets"));
  writeFileSync(join(web, "index.html"), "<!doctype html><p>the app");
  writeFileSync(join(web, "assets/app-1a2b.js"), "export {};");
  opened = await openApp();
  closed = await serve(opened, { registration: "closed", web });
  open = await serve(opened, { web });
});
afterAll(async () => {
  await open.close();
  await closed.close();
  await opened.close();
  rmSync(web, { recursive: true });
});

/** What a request gets that names another host: fetch would not let one lie. */
function statusUnder(host: string, url: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(url, { headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on("error", reject)
      .end();
  });
}

describe("an account", () => {
  it("is made by the very first person even where registration is closed, then only with an invitation", async () => {
    const first = await signUp(closed, { email: "first@assay.example" });
    expect(first.status).toBe(200);
    const api = client(closed, { authorization: `Bearer ${first.headers.get("set-auth-token")}` });
    const stranger = await signUp(closed, { email: "stranger@assay.example" });
    expect(stranger.status).toBe(403);
    expect(await stranger.json()).toMatchObject({ code: "REGISTRATION_CLOSED" });
    expect((await client(closed, {}).me.get.query()).registration).toBe("closed");
    const workspaceId = newId();
    await api.workspace.create.mutate({ mutationId: newId(), id: workspaceId, name: "Desk" });
    const invitation = { mutationId: newId(), workspaceId, role: "annotator" } as const;
    const { id, token } = await api.workspace.invite.mutate(invitation);
    const guest = await signUp(closed, { email: "guest@assay.example" }, { "x-assay-invitation": token });
    expect(guest.status).toBe(200);
    const asGuest = client(closed, { authorization: `Bearer ${guest.headers.get("set-auth-token")}` });
    await asGuest.invitation.accept.mutate({ mutationId: newId(), token });
    expect((await asGuest.me.get.query()).workspaces).toEqual([{ id: workspaceId, name: "Desk", role: "annotator" }]);
    const late = await signUp(closed, { email: "late@assay.example" }, { "x-assay-invitation": token });
    expect(late.status, `invitation ${id} was used`).toBe(403);
  });

  it("is refused without a name, a valid address or a password of 10 characters", async () => {
    const wrong: [object, string][] = [
      [{ email: "a@assay.example", name: " " }, "NAME_MISSING"],
      [{ email: "a@assay.example", name: "a\0b" }, "NAME_MALFORMED"],
      [{ email: "a@assay.example", password: "nine char" }, "PASSWORD_TOO_SHORT"],
    ];
    for (const [who, code] of wrong) {
      const response = await signUp(open, who);
      expect(response.status, code).toBe(400);
      expect(await response.json()).toMatchObject({ code });
    }
    expect((await signUp(open, { email: "no address" })).status).toBe(400);
    expect(await opened.db.prisma.user.count({ where: { email: "a@assay.example" } })).toBe(0);
  });

  it("signs in by cookie and by token, out again, and not with a wrong password", async () => {
    const email = "ida@assay.example";
    expect((await signUp(open, { email: "IDA@assay.example" })).status).toBe(200);
    expect((await signUp(open, { email })).ok).toBe(false);
    expect((await signIn(open, email, "wrong words")).status).toBe(401);
    expect((await signIn(open, "nobody@assay.example", "wrong words")).status).toBe(401);
    const entered = await signIn(open, email, "ten letters");
    const setCookie = entered.headers.get("set-cookie") ?? "";
    expect(setCookie).toMatch(/HttpOnly/i);
    expect(setCookie).toMatch(/SameSite=Lax/i);
    const cookie = setCookie.split(";")[0] ?? "";
    expect((await client(open, { cookie }).me.get.query()).user).toMatchObject({ email, name: "Ida" });
    const token = entered.headers.get("set-auth-token");
    expect((await client(open, { authorization: `Bearer ${token}` }).me.get.query()).user?.email).toBe(email);
    expect((await client(open, { authorization: "Bearer made up" }).me.get.query()).user).toBeNull();
    await post(`${open.url}/api/auth/sign-out`, {}, { origin: open.url, cookie });
    expect((await client(open, { cookie }).me.get.query()).user).toBeNull();
  });

  it("keeps its password as a hash, and its session in the database", async () => {
    await signUp(open, { email: "hash@assay.example" });
    const user = await opened.db.prisma.user.findUniqueOrThrow({
      where: { email: "hash@assay.example" },
      include: { accounts: true, sessions: true },
    });
    expect(user.accounts[0]?.password).not.toContain("ten letters");
    expect(user.sessions).toHaveLength(1);
    expect(user.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4/);
  });
});

describe("the HTTP side", () => {
  it("refuses writes that another site made a browser send, and foreign host names", async () => {
    const call = `${open.url}/api/trpc/workspace.create`;
    const foreign: Record<string, string>[] = [
      { origin: "https://elsewhere.example" },
      { origin: "null" },
      { origin: "http://127.0.0.1:1" },
      { "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "same-site" },
    ];
    for (const headers of foreign) {
      const response = await post(call, {}, headers);
      expect(response.status, JSON.stringify(headers)).toBe(403);
      expect(await response.json()).toMatchObject({ error: { data: { assay: { code: "FORBIDDEN" } } } });
    }
    expect((await post(call, {}, { origin: open.url, "sec-fetch-site": "same-origin" })).status).toBe(401);
    expect(await statusUnder("rebound.example", `${open.url}/api/trpc/me.get`)).toBe(403);
    expect(await statusUnder("localhost:9", `${open.url}/api/trpc/me.get`)).toBe(200);
    expect((await post(`${open.url}/api/auth/sign-in/email`, {}, { origin: "https://elsewhere.example" })).status).toBe(
      403,
    );
  });

  it("answers too large a body as a typed refusal, a source's later than any other", async () => {
    const large = { text: "a".repeat(3 * 1024 * 1024) };
    const refused = await post(`${open.url}/api/trpc/tag.save`, large);
    expect(refused.status).toBe(413);
    expect(await refused.json()).toMatchObject({ error: { data: { assay: { code: "PAYLOAD_TOO_LARGE" } } } });
    expect((await post(`${open.url}/api/trpc/source.add`, large)).status).toBe(401);
    expect((await post(`${open.url}/api/trpc/source.add`, { text: "a".repeat(41 * 1024 * 1024) })).status).toBe(413);
  });

  it("tells no stack, query or path when something breaks, and says its refusals in one form", async () => {
    const api = createTRPCClient<AppRouter>({ links: [httpBatchLink({ url: `${open.url}/api/trpc` })] });
    const [foreign, malformed] = await Promise.allSettled([
      api.case.get.query({ caseId: newId() }),
      api.invitation.look.query({ token: "" }),
    ]);
    expect(foreign).toMatchObject({
      reason: { data: { assay: { code: "UNAUTHENTICATED", message: "Sign in first." } } },
    });
    expect(malformed).toMatchObject({ reason: { data: { assay: { code: "INVALID", details: { field: "token" } } } } });
    const broken = await fetch(`${open.url}/api/trpc/me.get?input=%7B`);
    const text = await broken.text();
    expect(text).not.toMatch(/stack|node_modules|prisma|SELECT/i);
    const many = Array.from({ length: 40 }, () => "me.get").join(",");
    expect((await fetch(`${open.url}/api/trpc/${many}?batch=1&input=%7B%7D`)).status).toBe(400);
  });

  it("serves pages under a policy that runs no inline script, and its health", async () => {
    const page = await fetch(`${open.url}/c/any/where`);
    expect(await page.text()).toBe("<!doctype html><p>the app");
    const asset = await fetch(`${open.url}/assets/app-1a2b.js`);
    expect(asset.headers.get("cache-control")).toMatch(/immutable/);
    expect(asset.headers.get("content-type")).toMatch(/^text\/javascript/);
    expect((await fetch(`${open.url}/assets/gone-3c4d.js`)).status).toBe(404);
    expect(page.headers.get("content-security-policy")).toMatch(/script-src 'self';/);
    expect(page.headers.get("x-content-type-options")).toBe("nosniff");
    expect(await (await fetch(`${open.url}/healthz`)).text()).toBe("ok\n");
    expect(await (await fetch(`${open.url}/readyz`)).text()).toMatch(/^ready\ndatabase: ok\n/);
    expect(await (await fetch(`${open.url}/metrics`)).text()).toMatch(/assay_procedure_seconds_count/);
    const missing = await fetch(`${open.url}/api/nothing`);
    expect(missing.status).toBe(404);
    expect((await fetch(`${open.url}/assets/../../../etc/passwd.txt`)).status).toBe(404);
    expect((await fetch(`${open.url}/assets/%2e%2e%2f%2e%2e%2fpackage.json`)).status).toBe(404);
  });
});
