import { randomUUID } from "node:crypto";
import { verifyChain } from "@assay/domain";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { readEvents, sha256 } from "./case-log.ts";
import type { LogHead } from "./case-log.ts";
import { mutateCase } from "./case-mutation.ts";
import type { CaseCall } from "./case-mutation.ts";
import { connect } from "./client.ts";
import type { Database } from "./client.ts";
import { Prisma } from "./generated/client.ts";
import { joinTransactions, readScoped, withScope } from "./scope.ts";
import type { Scope } from "./scope.ts";
import { createTestDatabase } from "./test-database.ts";
import type { TestDatabase } from "./test-database.ts";
import { buildCase } from "./test-rows.ts";

let test: TestDatabase;
let db: Database;
let ours: Awaited<ReturnType<typeof buildCase>>;

beforeAll(async () => {
  test = await createTestDatabase();
  db = connect({ url: test.url, max: 20 });
});
beforeEach(async () => {
  ours = await buildCase(db);
});
afterAll(async () => {
  await db.close();
  await test.drop();
});

const newCall = (over: Partial<CaseCall> = {}): CaseCall => {
  return { ...ours, role: "owner", mutationId: randomUUID(), procedure: "case.edit", ...over };
};

/** Another owner of the workspace. */
async function addMember(): Promise<Scope> {
  const { workspaceId } = ours.scope;
  const userId = randomUUID();
  await withScope(db, ours.scope, async (tx) => {
    await tx.user.create({ data: { id: userId, name: "Ben", email: `${userId}@example.org` } });
    await tx.member.create({ data: { workspaceId, userId, role: "owner" } });
  });
  return { workspaceId, userId };
}

type Answer = LogHead & { title?: string; was?: string };

/** Gives the case another title, and answers with it. */
const retitle = (title: string, call = newCall(), on = db) =>
  mutateCase<Answer>(on, call, () => new Date(), async ({ tx, at }) => {
    const { title: was } = await tx.case.findUniqueOrThrow({ where: { id: call.caseId } });
    await tx.case.update({ where: { id: call.caseId }, data: { title } });
    return {
      events: [{ kind: "case.edited", subject: call.caseId, payload: { title, at: at.toISOString() } }],
      answer: Prisma.sql`json_build_object('title', c.title)`,
      extra: { was },
    };
  });

const stored = () =>
  withScope(db, ours.scope, async (tx) => {
    const { title, lastEvent, lastHash } = await tx.case.findUniqueOrThrow({ where: { id: ours.caseId } });
    return { title, lastEvent, lastHash, events: await readEvents(tx, ours.caseId, 0, 1000) };
  });

describe("a change of a case", () => {
  it("[E1] [E2] answers with what it wrote and with the log's new end, which it is chained to", async () => {
    expect(await retitle("One")).toMatchObject({ title: "One", was: "A case", lastEvent: 1 });
    const second = await retitle("Two");
    const { events, ...head } = await stored();
    expect(head).toEqual({ title: "Two", lastEvent: 2, lastHash: second.lastHash });
    const end = { number: head.lastEvent, hash: head.lastHash };
    expect(verifyChain(events, sha256, { head: end })).toEqual({ ok: true, length: 2 });
  });

  it("[E4] is done once, however often and at however many places it is sent", async () => {
    const call = newCall();
    const answers = await Promise.all(Array.from({ length: 8 }, (_, index) => retitle(`Title ${index}`, call)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await stored()).toMatchObject({ title: answers[0]?.title, lastEvent: 1 });
  });

  it("[E4] is refused under an id that was used otherwise, be it another person's, and leaves nothing", async () => {
    const call = newCall();
    await retitle("First", call);
    await expect(retitle("Second", { ...call, procedure: "claim.edit" })).rejects.toMatchObject({ code: "INVALID" });
    const other = { ...call, scope: await addMember() };
    await expect(retitle("Third", other)).rejects.toMatchObject({ code: "INVALID" });
    expect(await stored()).toMatchObject({ title: "First", lastEvent: 1 });
  });

  it("[P1] finds no case of another workspace", async () => {
    const { scope } = await buildCase(db);
    await expect(retitle("Mine now", newCall({ scope }))).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await stored()).toMatchObject({ title: "A case", lastEvent: 0 });
  });

  it("[P1] is not made by somebody who was let in and then lost their role, or their place", async () => {
    const scope = await addMember();
    const member = { workspaceId_userId: scope };
    await withScope(db, ours.scope, (tx) => tx.member.update({ where: member, data: { role: "viewer" } }));
    await expect(retitle("Once a lead", newCall({ scope }))).rejects.toMatchObject({ code: "FORBIDDEN" });
    await withScope(db, ours.scope, (tx) => tx.member.update({ where: member, data: { leftAt: new Date() } }));
    const gone = retitle("Once here", newCall({ scope, role: "viewer" }));
    await expect(gone).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await stored()).toMatchObject({ title: "A case", lastEvent: 0 });
  });

  it("leaves log and case alone when it has nothing to tell", async () => {
    const idle = mutateCase<Answer>(db, newCall(), () => new Date(), async () => ({ events: [] }));
    expect(await idle).toMatchObject({ lastEvent: 0 });
    expect(await stored()).toMatchObject({ lastEvent: 0, events: [] });
  });

  it("[E1] is later than the one before, also where its process's clock is behind", async () => {
    const clock = Date.parse("2031-03-01T09:00:00.500Z");
    for (const ahead of [0, -60_000, 0, 1_000]) {
      const call = newCall();
      const now = () => new Date(clock + ahead);
      await mutateCase<Answer>(db, call, now, async ({ at }) => {
        return { events: [{ kind: "case.edited", subject: call.caseId, payload: { at: at.toISOString() } }] };
      });
    }
    const { events } = await stored();
    expect(events.map(({ at }) => at.slice(17))).toEqual(["00.500Z", "00.501Z", "00.502Z", "01.500Z"]);
    expect(events.map(({ payload }) => payload["at"])).toEqual(events.map(({ at }) => at));
  });
});

describe("joined transactions", () => {
  it("see each other's work and are stored together", async () => {
    const seen = await joinTransactions(db, 10_000, async (joined) => {
      await retitle("One", newCall(), joined);
      await retitle("Two", newCall(), joined);
      expect((await stored()).title, "from outside").toBe("A case");
      return readScoped(joined, ours.scope, (queries) => queries.case.findMany({ select: { title: true } }));
    });
    expect(seen).toEqual([{ title: "Two" }]);
    expect(await stored()).toMatchObject({ title: "Two", lastEvent: 2 });
  });

  it("are undone together", async () => {
    const undone = joinTransactions(db, 10_000, async (joined) => {
      await retitle("One", newCall(), joined);
      throw new Error("cut short");
    });
    await expect(undone).rejects.toThrow("cut short");
    expect(await stored()).toMatchObject({ title: "A case", lastEvent: 0 });
  });
});
