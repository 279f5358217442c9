import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { connect } from "@assay/db";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { resetByEmail } from "./services/reset-by-email.ts";
import { newId, openApp } from "./testing/desk.ts";
import type { TestServerApp } from "./testing/desk.ts";
import { LiveClient } from "./testing/live-client.ts";
import { client, post, serve, signIn, signUp } from "./testing/serve.ts";
import type { Listening } from "./testing/serve.ts";

const OLD = "ten letters";
const NEW = "eleven letters";

let opened: TestServerApp;
let at: Listening;
beforeAll(async () => {
  opened = await openApp();
  at = await serve(opened);
});
afterAll(async () => {
  await at.close();
  await opened.close();
});

/** Somebody new; none of whose wrong passwords count for another test. */
async function somebody(on = at) {
  const email = `${randomUUID()}@assay.example`;
  await signUp(on, { email });
  return email;
}

type Way = Record<"cookie", string> | Record<"authorization", string>;

async function enterBy(way: "cookie" | "token", email: string, password = OLD, headers: Record<string, string> = {}): Promise<Way> {
  const answer = await signIn(at, email, password, headers);
  return way === "token" ? { authorization: `Bearer ${answer.headers.get("set-auth-token")}` } : { cookie: cookieOf(answer) };
}

const cookieOf = (answer: Response) => (answer.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
const ask = (path: string, by: Way, body: object = {}, on = at) =>
  post(`${on.url}/api/auth/${path}`, body, { origin: on.url, ...by });
const change = (by: Way, currentPassword: string, newPassword: string, on = at) =>
  ask("change-password", by, { currentPassword, newPassword, revokeOtherSessions: true }, on);
const who = async (by: Way, on = at) => (await client(on, by).me.get.query()).user?.email ?? null;
const codeOf = async (answer: Response) => ((await answer.json()) as { code: string }).code;

describe("a changed password", () => {
  it("is the only one that signs in, and every other sign-in is over, by cookie and by token", async () => {
    const email = await somebody();
    const mine = await enterBy("cookie", email);
    const others = [await enterBy("cookie", email), await enterBy("token", email)];
    const answer = await change(mine, OLD, NEW);
    expect(answer.status).toBe(200);
    const now = { cookie: cookieOf(answer) };
    expect(await who(now)).toBe(email);
    // A cookie that was copied before is worth nothing either.
    for (const by of [mine, ...others]) expect(await who(by)).toBeNull();
    expect((await signIn(at, email, OLD)).status).toBe(401);
    expect((await signIn(at, email, NEW)).status).toBe(200);
  });

  it("leaves the command signed in that changed it, with a new token", async () => {
    const email = await somebody();
    const answer = await change(await enterBy("token", email), OLD, NEW);
    expect(await who({ authorization: `Bearer ${answer.headers.get("set-auth-token")}` })).toBe(email);
  });

  it("is refused when it is too short, too long, the old one, or the old one is wrong; and nothing ends", async () => {
    const email = await somebody();
    const [mine, other] = [await enterBy("cookie", email), await enterBy("token", email)];
    const refused: [string, string, string][] = [
      [OLD, "nine char", "PASSWORD_TOO_SHORT"],
      [OLD, "x".repeat(129), "PASSWORD_TOO_LONG"],
      [OLD, OLD, "PASSWORD_SAME"],
      ["wrong words", NEW, "INVALID_PASSWORD"],
    ];
    for (const [current, next, code] of refused) {
      const answer = await change(mine, current, next);
      expect(answer.status, code).toBe(400);
      expect(await codeOf(answer)).toBe(code);
    }
    for (const by of [mine, other]) expect(await who(by)).toBe(email);
    expect((await signIn(at, email, OLD)).status).toBe(200);
    expect((await change({ cookie: "nobody" }, OLD, NEW)).status).toBe(401);
  });

  it("is not changed by a form that another person filled in at the same browser", async () => {
    const [ida, olga] = [await somebody(), await somebody()];
    const mine = await enterBy("cookie", ida);
    const { user } = await client(at, await enterBy("cookie", olga)).me.get.query();
    const headers = { origin: at.url, ...mine, "x-assay-person": user?.id ?? "" };
    const answer = await post(`${at.url}/api/auth/update-user`, { name: "Olga" }, headers);
    expect(answer.status).toBe(401);
    expect((await client(at, mine).me.get.query()).user?.name).toBe("Ida");
  });

  it("cannot be guessed at: ten wrong ones in a minute, those at the sign-in among them; other refusals do not count", async () => {
    const email = await somebody();
    const mine = await enterBy("cookie", email);
    const here = await serve(opened);
    for (let attempt = 0; attempt < 15; attempt += 1) expect((await change(mine, OLD, "nine char", here)).status).toBe(400);
    for (let attempt = 0; attempt < 4; attempt += 1) expect((await signIn(here, email, "wrong words")).status).toBe(401);
    const sent = await Promise.all(Array.from({ length: 12 }, () => change(mine, "wrong words", NEW, here)));
    const statuses = sent.map(({ status }) => status);
    expect(statuses.filter((status) => status === 400)).toHaveLength(6);
    expect(statuses.filter((status) => status === 429)).toHaveLength(6);
    expect((await change(mine, OLD, NEW, here)).status).toBe(429);
    expect((await signIn(here, email, OLD)).status).toBe(429);
    expect(await who(mine, here)).toBe(email);
    await here.close();
  });
});

describe("the list of sign-ins", () => {
  it("names each, this one first, and gives away nothing that signs in", async () => {
    const email = await somebody();
    const first = await enterBy("cookie", email, OLD, { "user-agent": "Firefox of the newsroom" });
    const mine = await enterBy("token", email, OLD, { "user-agent": "the laptop" });
    await enterBy("token", await somebody());
    const sessions = await client(at, mine).me.sessions.query();
    expect(sessions).toHaveLength(3);
    expect(sessions[0]).toMatchObject({ userAgent: "the laptop", isThis: true });
    expect(sessions.filter(({ isThis }) => isThis)).toHaveLength(1);
    expect(sessions.map(({ userAgent }) => userAgent)).toContain("Firefox of the newsroom");
    const tokens = await opened.db.prisma.session.findMany({ where: { user: { email } }, select: { token: true } });
    for (const { token } of tokens) expect(JSON.stringify(sessions)).not.toContain(token);
    expect((await fetch(`${at.url}/api/auth/list-sessions`, { headers: mine })).status).toBe(404);
    await expect(client(at, {}).me.sessions.query()).rejects.toMatchObject({ data: { assay: { code: "UNAUTHENTICATED" } } });

    expect((await ask("revoke-other-sessions", mine)).status).toBe(200);
    expect(await client(at, mine).me.sessions.query()).toMatchObject([{ isThis: true }]);
    expect(await who(first)).toBeNull();
  });

  it("ends one of them: that one alone, never somebody else's, never the one that asks", async () => {
    const email = await somebody();
    const [mine, kept, lost] = [await enterBy("cookie", email), await enterBy("cookie", email), await enterBy("token", email, OLD, { "user-agent": "lost phone" })];
    const api = client(at, mine);
    const sessions = await api.me.sessions.query();
    const idOf = (found?: { id: string }) => found?.id ?? "";
    const end = (sessionId: string, mutationId = newId()) => api.me.endSession.mutate({ mutationId, sessionId });
    const refusal = (code: string) => ({ data: { assay: { code } } });
    await expect(end(idOf(sessions.find(({ isThis }) => isThis)))).rejects.toMatchObject(refusal("REFUSED"));
    const theirs = await opened.db.prisma.session.findFirstOrThrow({ where: { user: { email: await somebody() } } });
    await expect(end(theirs.id)).rejects.toMatchObject(refusal("NOT_FOUND"));
    expect(await opened.db.prisma.session.count({ where: { id: theirs.id } })).toBe(1);

    const id = idOf(sessions.find(({ userAgent }) => userAgent === "lost phone"));
    const mutationId = newId();
    expect(await end(id, mutationId)).toEqual({ id });
    expect(await end(id, mutationId)).toEqual({ id });
    expect(await who(lost)).toBeNull();
    for (const by of [mine, kept]) expect(await who(by)).toBe(email);
    expect((await api.me.sessions.query()).map((one) => one.id)).not.toContain(id);
    await expect(end(id)).rejects.toMatchObject(refusal("NOT_FOUND"));
    const out = client(at, {}).me.endSession.mutate({ mutationId: newId(), sessionId: id });
    await expect(out).rejects.toMatchObject(refusal("UNAUTHENTICATED"));
  });

  it("leaves out what has expired", async () => {
    const email = await somebody();
    const mine = await enterBy("token", email);
    const owner = { user: { email } };
    const { id } = await opened.db.prisma.session.findFirstOrThrow({ where: owner, orderBy: { createdAt: "asc" } });
    await opened.db.prisma.session.update({ where: { id }, data: { expiresAt: new Date(Date.now() - 1) } });
    expect(await client(at, mine).me.sessions.query()).toMatchObject([{ isThis: true }]);
  });
});

describe("a live stream", () => {
  /** A case of somebody's own. */
  async function caseOf(by: Way) {
    const api = client(at, by);
    const [workspaceId, caseId] = [newId(), newId()];
    await api.workspace.create.mutate({ mutationId: newId(), id: workspaceId, name: "Desk" });
    await api.case.create.mutate({ mutationId: newId(), workspaceId, id: caseId, title: "Aurora", summary: "" });
    return caseId;
  }

  function follow(on: Listening, by: Way, caseId: string) {
    const told = { messages: [] as string[], isOpen: false, isOver: false, refusal: "" };
    const client = new LiveClient({
      url: on.url,
      authorization: "authorization" in by ? by.authorization : "",
      caseId,
      lastEventId: null,
      onMessage: (_, { type }) => void told.messages.push(type),
      onEvent: (name, data) => Object.assign(told, name === "serialized-error" ? { refusal: data } : { isOpen: true }),
      onEnd: () => (told.isOver = true),
    });
    return { told, stop: () => client.stop() };
  }

  async function until(isSo: () => boolean): Promise<void> {
    const patience = Date.now() + 4_000;
    while (!isSo()) {
      if (Date.now() > patience) throw new Error("It did not happen within four seconds");
      await sleep(10);
    }
  }

  it("of a sign-in that was ended elsewhere ends at once, in each process, and is not let in again; this one's goes on", async () => {
    const email = await somebody();
    const [mine, lost] = [await enterBy("token", email), await enterBy("token", email)];
    const caseId = await caseOf(mine);
    const there = connect({ url: opened.url });
    const elsewhere = await serve({ db: there });
    const [kept, near, far] = [follow(at, mine, caseId), follow(at, lost, caseId), follow(elsewhere, lost, caseId)];
    await until(() => there.news.isListening() && [kept, near, far].every(({ told }) => told.isOpen));
    await ask("revoke-other-sessions", mine);
    await until(() => near.told.isOver && far.told.isOver);
    const wording = { text: "It ran aground.", type: "event", claimant: "" } as const;
    await client(at, mine).claim.create.mutate({ mutationId: newId(), caseId, id: newId(), ...wording });
    await until(() => kept.told.messages.includes("change"));
    expect(kept.told.isOver).toBe(false);
    for (const { told } of [near, far]) expect(told.messages).not.toContain("change");
    const again = follow(at, lost, caseId);
    await until(() => again.told.refusal !== "");
    expect(again.told.refusal).toContain("UNAUTHENTICATED");
    again.stop();
    kept.stop();
    await elsewhere.close();
    await there.close();
  });

  it("ends with a changed password and with a sign-out", async () => {
    const email = await somebody();
    const [mine, lost, out] = [await enterBy("token", email), await enterBy("token", email), await enterBy("token", email)];
    const caseId = await caseOf(mine);
    const [left, signedOut] = [follow(at, lost, caseId), follow(at, out, caseId)];
    await until(() => left.told.isOpen && signedOut.told.isOpen);
    await ask("sign-out", out);
    await until(() => signedOut.told.isOver);
    expect(left.told.isOver).toBe(false);
    await change(mine, OLD, NEW);
    await until(() => left.told.isOver);
  });

  it("ends with the sign-in that was ended by itself, and no other does", async () => {
    const email = await somebody();
    const [mine, kept, lost] = [await enterBy("token", email), await enterBy("token", email), await enterBy("token", email, OLD, { "user-agent": "lost phone" })];
    const caseId = await caseOf(mine);
    const [still, over] = [follow(at, kept, caseId), follow(at, lost, caseId)];
    await until(() => still.told.isOpen && over.told.isOpen);
    const sessions = await client(at, mine).me.sessions.query();
    const sessionId = sessions.find(({ userAgent }) => userAgent === "lost phone")?.id ?? "";
    const { id } = await opened.db.prisma.user.findUniqueOrThrow({ where: { email } });
    let isTold = false;
    const deaf = opened.db.news.on(id, () => (isTold = true));
    await client(at, mine).me.endSession.mutate({ mutationId: newId(), sessionId });
    // At once, and not only at the look that comes by itself.
    expect(isTold).toBe(true);
    deaf();
    await until(() => over.told.isOver);
    expect(still.told.isOver).toBe(false);
    still.stop();
  });

  it("ends with a password set by a link", async () => {
    const email = await somebody();
    const lost = await enterBy("token", email);
    const { told } = follow(at, lost, await caseOf(lost));
    await until(() => told.isOpen);
    const { id } = await opened.db.prisma.user.findUniqueOrThrow({ where: { email } });
    let isTold = false;
    const deaf = opened.db.news.on(id, () => (isTold = true));
    const { path } = await resetByEmail(opened.db, email, new Date());
    const token = path.slice("/reset/".length);
    expect((await post(`${at.url}/api/auth/reset-password`, { token, newPassword: NEW }, { origin: at.url })).status).toBe(200);
    expect(isTold).toBe(true);
    deaf();
    await until(() => told.isOver);
  });

  it("ends when its sign-in has expired, at the next look", async () => {
    const email = await somebody();
    const mine = await enterBy("token", email);
    const { told } = follow(at, mine, await caseOf(mine));
    await until(() => told.isOpen);
    const expired = { expiresAt: new Date(Date.now() - 1) };
    await opened.db.prisma.session.updateMany({ where: { user: { email } }, data: expired });
    const { id } = await opened.db.prisma.user.findUniqueOrThrow({ where: { email } });
    opened.db.news.changed(id);
    await until(() => told.isOver);
  });

  it("tells whoever has a case open that a name has changed, and the case has the new one", async () => {
    const mine = await enterBy("token", await somebody());
    const caseId = await caseOf(mine);
    const { told, stop } = follow(at, mine, caseId);
    await until(() => told.isOpen);
    expect((await ask("update-user", mine, { name: "Ida Lindqvist" })).status).toBe(200);
    await until(() => told.messages.includes("reload"));
    const { people } = await client(at, mine).case.get.query({ caseId });
    expect(people.map(({ name }) => name)).toEqual(["Ida Lindqvist"]);
    expect((await ask("update-user", mine, { name: " " })).status).toBe(400);
    stop();
  });
});
