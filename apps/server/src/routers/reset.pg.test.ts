import { setTimeout as sleep } from "node:timers/promises";
import { withScope, withUser } from "@assay/db";
import type { Role } from "@assay/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { resetByEmail } from "../services/reset-by-email.ts";
import { resetPassword } from "../services/reset-password.ts";
import { addPerson, callAs, newId, openDesk, refusalOf } from "../testing/desk.ts";
import type { Caller, Crew, Desk } from "../testing/desk.ts";
import { client, post, serve, signIn, signUp } from "../testing/serve.ts";
import type { Listening } from "../testing/serve.ts";

const OLD = "ten letters";
const NEW = "eleven letters";
const HOUR = 3_600_000;

let desk: Desk;
let at: Listening;
let workspaceId: string;
beforeAll(async () => {
  desk = await openDesk();
  ({ workspaceId } = desk);
  at = await serve(desk);
});
afterAll(async () => {
  await at.close();
  await desk.close();
});

const m = () => ({ mutationId: newId(), workspaceId });
const nobody = () => callAs(desk.app, null);
const make = (as: Caller, userId: string) => as.workspace.makeReset({ ...m(), userId });
const look = (token: string) => nobody().reset.look({ token });
const use = (token: string, newPassword = NEW, on = at) =>
  post(`${on.url}/api/auth/reset-password`, { token, newPassword }, { origin: on.url });
const answerOf = async (answer: Response) => (await answer.json()) as { code: string; message: string; email: string };

/** A new member with a password, and a token that signs in as them. */
async function member(role: Role) {
  const email = `${newId()}@assay.example`;
  const authorization = `Bearer ${(await signUp(at, { email })).headers.get("set-auth-token")}`;
  const { id, name } = await desk.db.prisma.user.findUniqueOrThrow({ where: { email } });
  const person = { id, name, email };
  const as = callAs(desk.app, person);
  const { token } = await desk.as.owner.workspace.invite({ ...m(), role });
  await as.invitation.accept({ mutationId: newId(), token });
  return { id, email, as, authorization };
}

/** Until so many transactions wait for a lock. */
async function untilWaiting(many: number): Promise<void> {
  const patience = Date.now() + 10_000;
  for (;;) {
    const { rows } = await desk.db.pool.query<{ n: number }>("SELECT count(*)::int AS n FROM pg_locks WHERE NOT granted");
    if ((rows[0]?.n ?? 0) >= many) return;
    if (Date.now() > patience) throw new Error("They did not begin within ten seconds");
    await sleep(20);
  }
}

const who = async (authorization: string) => (await client(at, { authorization }).me.get.query()).user?.email ?? null;

describe("a link for a new password", () => {
  it("sets it: the old one is no good, every sign-in is over, and the new one signs in", async () => {
    const { id, email, authorization } = await member("annotator");
    const { token, path, expiresAt } = await make(desk.as.lead, id);
    expect(path).toBe(`/reset/${token}`);
    expect(await look(token)).toEqual({ name: "Ida", email, madeBy: "lead", expiresAt });
    expect(Date.parse(expiresAt) - Date.now()).toBeLessThanOrEqual(24 * HOUR);
    expect(await who(authorization)).toBe(email);

    const answer = await use(token);
    expect(answer.status).toBe(200);
    expect(await answerOf(answer)).toEqual({ email });
    expect(await who(authorization)).toBeNull();
    expect(await desk.db.prisma.session.count({ where: { userId: id } })).toBe(0);
    expect((await signIn(at, email, OLD)).status).toBe(401);
    expect((await signIn(at, email, NEW)).status).toBe(200);
  });

  it("works once, and says so the second time; of two at the same moment one sets the password", async () => {
    const { id, email } = await member("annotator");
    const { id: resetId, token } = await make(desk.as.lead, id);
    const passwords = ["one of the two", "two of the two"];
    // Held until both have begun: neither has found it used by then.
    const answers = await withUser(desk.db, id, async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM password_resets WHERE id = ${resetId}::uuid FOR UPDATE`;
      const sent = passwords.map((password) => use(token, password));
      await untilWaiting(2);
      return { sent };
    });
    const statuses = (await Promise.all(answers.sent)).map(({ status }) => status);
    expect(statuses.toSorted()).toEqual([200, 412]);
    expect((await signIn(at, email, passwords[statuses.indexOf(200)] ?? "")).status).toBe(200);
    expect(await answerOf(await use(token))).toMatchObject({ code: "REFUSED", message: expect.stringMatching(/used already/) });
    expect(await refusalOf(look(token))).toMatchObject({ code: "REFUSED", details: { state: "used" } });
    expect((await signIn(at, email, NEW)).status).toBe(401);
  });

  it("is stored as a hash alone, and [E4] is the same link on a replay", async () => {
    const { id } = await member("viewer");
    const input = { ...m(), userId: id };
    const first = await desk.as.lead.workspace.makeReset(input);
    expect(await desk.as.lead.workspace.makeReset(input)).toEqual(first);
    const stored = await withScope(desk.db, { workspaceId, userId: desk.people.lead.id }, async (tx) => [
      await tx.passwordReset.findMany(),
      await tx.mutation.findMany(),
    ]);
    expect(JSON.stringify(stored)).toContain(first.id);
    expect(JSON.stringify(stored)).not.toContain(first.token);
    expect((await look(first.token)).madeBy).toBe("lead");
  });

  it("is no good after a day, after a newer one, and once it was withdrawn", async () => {
    const { id } = await member("annotator");
    const late = await make(desk.as.lead, id);
    const tomorrow = { ...desk.app, now: () => new Date(Date.now() + 24 * HOUR + 1000) };
    expect(await refusalOf(callAs(tomorrow, null).reset.look({ token: late.token }))).toMatchObject({
      details: { state: "expired" },
      message: expect.stringMatching(/has expired.*Ask for a new one/),
    });
    await expect(resetPassword(tomorrow, { token: late.token, newPassword: NEW })).rejects.toThrow(/has expired/);

    const newer = await make(desk.as.owner, id);
    expect(await refusalOf(look(late.token))).toMatchObject({ details: { state: "revoked" } });
    expect((await use(late.token)).status).toBe(412);
    expect((await look(newer.token)).madeBy).toBe("owner");

    await desk.as.lead.workspace.revokeReset({ ...m(), resetId: newer.id });
    expect(await refusalOf(look(newer.token))).toMatchObject({ details: { state: "revoked" } });
    expect((await use(newer.token)).status).toBe(412);
  });

  it("of two made at the same moment leaves one open", async () => {
    const { id, email } = await member("annotator");
    const made = await Promise.all([make(desk.as.lead, id), resetByEmail(desk.db, email, new Date())]);
    const tokens = made.map(({ path }) => path.slice("/reset/".length));
    const looks = await Promise.allSettled(tokens.map(look));
    expect(looks.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("is no good once its person has changed the password themself", async () => {
    for (const revokeOtherSessions of [true, false]) {
      const { id, authorization } = await member("annotator");
      const { token } = await make(desk.as.lead, id);
      const change = (currentPassword: string) =>
        post(`${at.url}/api/auth/change-password`, { currentPassword, newPassword: NEW, revokeOtherSessions }, { origin: at.url, authorization });
      expect((await change("wrong words")).status).toBe(400);
      expect((await look(token)).madeBy).toBe("lead");
      expect((await change(OLD)).status).toBe(200);
      expect(await refusalOf(look(token))).toMatchObject({ details: { state: "revoked" } });
    }
  });

  it("takes the passwords that sign-up takes, and stays good after one it does not take", async () => {
    const { id } = await member("annotator");
    const { token } = await make(desk.as.lead, id);
    for (const bad of ["nine char", "x".repeat(129)]) {
      expect(await answerOf(await use(token, bad))).toMatchObject({ code: "INVALID", message: expect.stringMatching(/too (short|long)/) });
    }
    expect((await use(token, "ten  chars")).status).toBe(200);
  });

  it("that nobody made leads nowhere; ten of them in a minute are the last, with the wrong passwords", async () => {
    expect(await refusalOf(look("guess"))).toMatchObject({ code: "NOT_FOUND", message: expect.stringMatching(/cut short/) });
    const here = await serve(desk);
    const { id, email } = await member("annotator");
    const { token } = await make(desk.as.lead, id);
    for (let attempt = 0; attempt < 15; attempt += 1) expect((await use(token, "nine char", here)).status).toBe(400);
    for (let attempt = 0; attempt < 4; attempt += 1) expect((await signIn(here, email, "wrong words")).status).toBe(401);
    const sent = await Promise.all(Array.from({ length: 8 }, (_, n) => use(`guess ${n}`, NEW, here)));
    const statuses = sent.map(({ status }) => status);
    expect(statuses.filter((status) => status === 404)).toHaveLength(6);
    expect(statuses.filter((status) => status === 429)).toHaveLength(2);
    expect((await use(token, NEW, here)).status).toBe(429);
    expect((await use(token)).status).toBe(200);
    await here.close();
  });

  it("is not sent to whoever asks: the accounts' library has its own way shut", async () => {
    const { email } = await member("annotator");
    const answer = await post(`${at.url}/api/auth/request-password-reset`, { email }, { origin: at.url });
    expect(answer.status).toBe(404);
  });
});

describe("who makes a link for whom", () => {
  it("is decided by rank: nobody's account is a way up", async () => {
    const allowed: [keyof Crew, keyof Crew][] = [
      ["owner", "lead"],
      ["owner", "viewer"],
      ["lead", "reviewer"],
      ["lead", "annotator"],
    ];
    for (const [maker, userId] of allowed) {
      const { token } = await make(desk.as[maker], desk.people[userId].id);
      expect((await look(token)).madeBy, `${maker} for ${userId}`).toBe(maker);
    }
    const refused: [keyof Crew, keyof Crew, RegExp][] = [
      ["lead", "owner", /^A lead cannot set the password of an owner\./],
      ["reviewer", "annotator", /cannot invite people/],
      ["annotator", "viewer", /cannot invite people/],
      ["viewer", "second", /cannot invite people/],
    ];
    for (const [maker, userId, words] of refused) {
      const refusal = await refusalOf(make(desk.as[maker], desk.people[userId].id));
      expect(refusal, `${maker} for ${userId}`).toMatchObject({ code: "FORBIDDEN", message: expect.stringMatching(words) });
    }
    const peer = await member("lead");
    expect((await make(desk.as.lead, peer.id)).id).toBeTruthy();
  });

  it("leaves oneself out, where the old password is asked for", async () => {
    for (const name of ["lead", "owner"] as const) {
      const refusal = await refusalOf(make(desk.as[name], desk.people[name].id));
      expect(refusal).toMatchObject({ code: "REFUSED", details: { rule: "own password" } });
    }
  });

  it("[P1] knows no one outside the desk", async () => {
    expect((await refusalOf(make(desk.as.owner, desk.people.stranger.id))).code).toBe("NOT_FOUND");
    expect((await refusalOf(make(desk.as.stranger, desk.people.viewer.id))).code).toBe("NOT_FOUND");
    const { id } = await make(desk.as.lead, desk.people.viewer.id);
    const stranger = await addPerson(desk.app, "olga");
    const elsewhere = { mutationId: newId(), workspaceId: newId() };
    const as = callAs(desk.app, stranger);
    await as.workspace.create({ mutationId: newId(), id: elsewhere.workspaceId, name: "Elsewhere" });
    expect((await refusalOf(as.workspace.revokeReset({ ...elsewhere, resetId: id }))).code).toBe("NOT_FOUND");
    const seen = await withScope(desk.db, { workspaceId: elsewhere.workspaceId, userId: stranger.id }, (tx) => tx.passwordReset.count());
    expect(seen).toBe(0);
  });

  it("looks at every desk of a person: whoever lures somebody into a desk of their own gains nothing", async () => {
    const lured = await member("annotator");
    const lurer = await addPerson(desk.app, "lurer");
    const as = callAs(desk.app, lurer);
    const own = { workspaceId: newId() };
    await as.workspace.create({ mutationId: newId(), id: own.workspaceId, name: "Trap" });
    const join = async (who: Caller) => {
      const { token } = await as.workspace.invite({ mutationId: newId(), ...own, role: "viewer" });
      await who.invitation.accept({ mutationId: newId(), token });
    };
    await join(lured.as);
    const there = () => as.workspace.makeReset({ mutationId: newId(), ...own, userId: lured.id });
    expect(await refusalOf(there())).toMatchObject({ code: "FORBIDDEN", details: { rule: "another desk" } });
    // No more may their own lead, once they belong to another desk too.
    expect(await refusalOf(make(desk.as.lead, lured.id))).toMatchObject({ details: { rule: "another desk" } });

    // A link made while there was no other desk is no good either.
    const alone = await member("annotator");
    const { token } = await make(desk.as.lead, alone.id);
    await join(alone.as);
    expect(await refusalOf(look(token))).toMatchObject({ details: { state: "revoked" } });
    expect((await use(token)).status).toBe(412);
    expect((await signIn(at, alone.email, OLD)).status).toBe(200);
  });

  it("is asked again when a link is used: it ends with its maker's place, and with its person's", async () => {
    const maker = await member("lead");
    const one = await member("annotator");
    const first = await make(maker.as, one.id);
    await desk.as.owner.workspace.setRole({ ...m(), userId: maker.id, role: "reviewer" });
    expect((await use(first.token)).status).toBe(412);

    const second = await make(desk.as.lead, one.id);
    await desk.as.owner.workspace.setRole({ ...m(), userId: one.id, role: "owner" });
    expect((await use(second.token)).status).toBe(412);

    const leaver = await member("annotator");
    const third = await make(desk.as.lead, leaver.id);
    await desk.as.owner.workspace.removeMember({ ...m(), userId: leaver.id });
    expect((await use(third.token)).status).toBe(412);
  });
});

describe("the desk", () => {
  it("keeps who made a link for whom and whether it was used, before those who make them and the person", async () => {
    const { id, as } = await member("annotator");
    const { id: resetId, token } = await make(desk.as.lead, id);
    const rowsOf = async (who: Caller) =>
      (await who.workspace.get({ workspaceId })).resets.filter(({ userId }) => userId === id);
    const open = { id: resetId, name: "Ida", madeBy: "lead", usedAt: null, isOurs: true };
    expect(await rowsOf(desk.as.owner)).toMatchObject([open]);
    expect(await rowsOf(as)).toMatchObject([open]);
    expect(await rowsOf(desk.as.reviewer)).toEqual([]);
    await use(token);
    expect(await rowsOf(desk.as.owner)).toMatchObject([{ ...open, usedAt: expect.any(String) }]);
    expect((await refusalOf(desk.as.lead.workspace.revokeReset({ ...m(), resetId }))).details).toEqual({ state: "used" });
    expect(JSON.stringify(await desk.as.owner.workspace.get({ workspaceId }))).not.toContain(token);
  });
});

describe("the command of whoever runs the server", () => {
  it("makes one for anybody, the owner too, in place of any other; its person sees that it was made", async () => {
    const { id, email, as } = await member("owner");
    const before = await make(desk.as.owner, id);
    const { path, name } = await resetByEmail(desk.db, ` ${email.toUpperCase()}`, new Date());
    expect(name).toBe("Ida");
    const token = path.slice("/reset/".length);
    expect(await refusalOf(look(before.token))).toMatchObject({ details: { state: "revoked" } });
    expect(await look(token)).toMatchObject({ email, madeBy: "" });
    const { resets } = await as.workspace.get({ workspaceId });
    expect(resets.filter(({ userId }) => userId === id)).toMatchObject([{ madeBy: "", isOurs: false }]);
    expect((await desk.as.owner.workspace.get({ workspaceId })).resets.map(({ userId }) => userId)).not.toContain(id);
    expect((await use(token)).status).toBe(200);
    expect((await signIn(at, email, NEW)).status).toBe(200);
    const rows = await withUser(desk.db, id, (tx) => tx.passwordReset.findMany({ where: { userId: id } }));
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it("gives a way to sign in to an account that had none", async () => {
    const { email } = desk.people.second;
    const { path } = await resetByEmail(desk.db, email, new Date());
    expect((await use(path.slice("/reset/".length))).status).toBe(200);
    expect((await signIn(at, email, NEW)).status).toBe(200);
  });

  it("names the addresses there are, where it is given another", async () => {
    const { email } = await member("viewer");
    const wrong = resetByEmail(desk.db, "nobody@assay.example", new Date());
    await expect(wrong).rejects.toThrow(/^Nobody has an account with the address nobody@assay\.example/);
    await expect(wrong).rejects.toThrow(email);
  });
});
