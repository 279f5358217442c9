import { Agent, request } from "node:http";
import type { IncomingMessage } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openApp } from "../testing/desk.ts";
import type { TestServerApp } from "../testing/desk.ts";
import { client, enter, post, serve, signIn, signUp } from "../testing/serve.ts";
import type { Listening } from "../testing/serve.ts";

let opened: TestServerApp;
let at: Listening;
beforeAll(async () => {
  opened = await openApp();
  at = await serve(opened);
  await signUp(at, { email: "ida@assay.example" });
});
afterAll(async () => {
  await at.close();
  await opened.close();
});

const assayOf = async (response: Response) =>
  ((await response.json()) as { error: { data: { assay: { code: string; message: string } } } }).error.data.assay;

describe("wrong passwords", () => {
  it("are refused after ten in a minute, whatever address the client claims, also for other accounts", async () => {
    const here = await serve(opened);
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 10; attempt += 1) {
      statuses.push((await signIn(here, "ida@assay.example", "wrong words")).status);
    }
    expect(statuses).toEqual(Array.from({ length: 10 }, () => 401));
    const claims: Record<string, string>[] = [
      {},
      { "x-forwarded-for": "192.0.2.7" },
      { "x-assay-address": "192.0.2.8" },
      { "x-real-ip": "192.0.2.9", "cf-connecting-ip": "192.0.2.9", forwarded: "for=192.0.2.9" },
    ];
    for (const headers of claims) {
      const refused = await signIn(here, "ida@assay.example", "ten letters", headers);
      expect(refused.status, JSON.stringify(headers)).toBe(429);
      expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
      expect(await assayOf(refused)).toMatchObject({
        code: "RATE_LIMITED",
        message: expect.stringMatching(/^Too many wrong passwords\. Wait \d+ seconds?, then try again\.$/),
      });
    }
    expect((await signIn(here, "nobody@assay.example", "wrong words")).status).toBe(429);
    await here.close();
  });

  it("sent all at once are counted all the same", async () => {
    const here = await serve(opened);
    const sent = Array.from({ length: 25 }, () => signIn(here, "ida@assay.example", "wrong words"));
    const statuses = (await Promise.all(sent)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(10);
    expect(statuses.filter((status) => status === 429)).toHaveLength(15);
    await here.close();
  });

  it("behind a proxy are counted by the address that the proxy wrote, not by those before it", async () => {
    const here = await serve(opened, { trustProxy: true });
    const from = (address: string, claimed: string) =>
      signIn(here, "ida@assay.example", "wrong words", { "x-forwarded-for": `${claimed}, ${address}` });
    const sent = Array.from({ length: 10 }, (_, index) => from("192.0.2.1", `198.51.100.${index}`));
    expect((await Promise.all(sent)).map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 401));
    expect((await from("192.0.2.1", "203.0.113.5")).status).toBe(429);
    expect((await from("192.0.2.2", "192.0.2.1")).status).toBe(401);
    await here.close();
  });

  it("do not count when the right one follows: a desk signs in as often as it likes", async () => {
    const here = await serve(opened);
    for (let round = 0; round < 12; round += 1) {
      expect((await signIn(here, "ida@assay.example", "ten letters")).status).toBe(200);
    }
    await here.close();
  });
});

describe("what is too much", () => {
  it("of a body is refused in words on a connection that goes on", async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const sockets = new Set<unknown>();
    const send = (path: string, body: Buffer, headers: Record<string, string | number>) =>
      new Promise<{ status: number | undefined; text: string }>((resolve, reject) => {
        const sent = request(`${at.url}${path}`, { method: body.length ? "POST" : "GET", agent, headers });
        sent.on("socket", (socket) => sockets.add(socket)).on("error", reject);
        sent.on("response", (response: IncomingMessage) => {
          let text = "";
          response.setEncoding("utf8").on("data", (part) => (text += part));
          response.on("end", () => resolve({ status: response.statusCode, text }));
        });
        sent.end(body);
      });
    const large = Buffer.alloc(40 * 1024 * 1024, "a");
    const json = { "content-type": "application/json" };
    const told = await send("/api/trpc/tag.save", large, { ...json, "content-length": large.length });
    expect(told.status).toBe(413);
    expect(told.text).toContain("more than 2 MB at once");
    expect((await send("/healthz", Buffer.alloc(0), {})).text).toBe("ok\n");
    expect(sockets.size).toBe(1);
    const untold = await send("/api/trpc/tag.save", large.subarray(0, 6_000_000), {
      ...json,
      "transfer-encoding": "chunked",
    });
    expect(untold.status).toBe(413);
    expect((await send("/healthz", Buffer.alloc(0), {})).text).toBe("ok\n");
    agent.destroy();
  });

  it("of a batch, or of depth, is refused without a fault", async () => {
    const { authorization } = await enter(at, "deep@assay.example");
    const procedures = Array.from({ length: 21 }, () => "me.get").join(",");
    expect((await fetch(`${at.url}/api/trpc/${procedures}?batch=1&input=%7B%7D`)).status).toBe(400);
    const commas = `${at.url}/api/trpc/${",".repeat(8_000)}?batch=1`;
    expect((await fetch(commas)).status).toBe(400);
    const lists = `${"[".repeat(200_000)}${"]".repeat(200_000)}`;
    const objects = `${'{"a":'.repeat(90_000)}1${"}".repeat(90_000)}`;
    for (const deep of [lists, objects]) {
      const response = await post(`${at.url}/api/trpc/tag.save`, `{"content":${deep}}`, { authorization });
      expect(response.status).toBe(400);
      expect(await assayOf(response)).toMatchObject({ code: "INVALID" });
    }
    expect((await post(`${at.url}/api/auth/sign-in/email`, "[".repeat(100_000), { origin: at.url })).status).toBe(400);
  });

  it("of a name is refused later on, too", async () => {
    const { api, authorization } = await enter(at, "name@assay.example");
    const rename = (name: string) => post(`${at.url}/api/auth/update-user`, { name }, { origin: at.url, authorization });
    for (const name of [" ", "a\0b", "a".repeat(101)]) expect((await rename(name)).status, name).toBe(400);
    expect((await rename("Ada")).status).toBe(200);
    expect((await client(at, { authorization }).me.get.query()).user?.name).toBe("Ada");
    expect((await api.me.get.query()).user?.email).toBe("name@assay.example");
  });
});
