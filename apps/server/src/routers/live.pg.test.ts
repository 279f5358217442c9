import { randomUUID } from "node:crypto";
import { mutateCase } from "@assay/db";
import { applyChange } from "@assay/domain";
import type { CaseView, LiveMessage } from "@assay/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addClaim, newId, only, openCase, openDesk, ref, refusalOf, save, say } from "../testing/desk.ts";
import type { Desk, TestCase } from "../testing/desk.ts";
import { LiveClient } from "../testing/live-client.ts";
import { enter, serve } from "../testing/serve.ts";
import type { Listening } from "../testing/serve.ts";

let desk: Desk;
let at: Listening;
beforeAll(async () => {
  desk = await openDesk();
  at = await serve(desk);
});
afterAll(async () => {
  await at.close();
  await desk.close();
});

type Heard = { id: string; message: LiveMessage };

/** A member of the desk with a session, as a browser has one. */
async function memberOverHttp(name: string) {
  const { api, authorization } = await enter(at, `${name}-${randomUUID()}@assay.example`);
  const { workspaceId } = desk;
  const { token } = await desk.as.owner.workspace.invite({ mutationId: newId(), workspaceId, role: "annotator" });
  await api.invitation.accept.mutate({ mutationId: newId(), token });
  const { user } = await api.me.get.query();
  if (user === null) throw new Error("Nobody is signed in");
  return { api, authorization, userId: user.id };
}

function hear(authorization: string, caseId: string, lastEventId: string | null) {
  const heard: Heard[] = [];
  const events: { name: string; data: string }[] = [];
  let look: (() => void) | null = null;
  let isOver = false;
  const client = new LiveClient({
    url: at.url,
    authorization,
    caseId,
    lastEventId,
    onMessage: (id, message) => (heard.push({ id, message }), look?.()),
    onEvent: (name, data) => (events.push({ name, data }), look?.()),
    onEnd: () => ((isOver = true), look?.()),
  });
  const until = (isThere: () => boolean) =>
    new Promise<void>((resolve) => {
      look = () => (isThere() ? resolve() : undefined);
      look();
    });
  return { heard, events, until, isOver: () => isOver, stop: () => client.stop() };
}

const changes = (heard: readonly Heard[]) =>
  heard.flatMap(({ id, message }) => (message.type === "change" ? [{ id, ...message }] : []));

const view = (test: TestCase): Promise<CaseView> => desk.as.annotator.case.get({ caseId: test.caseId });

describe("the live stream of a case", () => {
  it("[E3] tells what was missed, then what is new, and lays over a case to give a fresh load", async () => {
    const test = await openCase(desk);
    const { authorization } = await memberOverHttp("ines");
    const before = await view(test);
    const missed = await save(desk.as.annotator, test, say(test, "verified"));
    const stream = hear(authorization, test.caseId, String(before.lastEvent));
    await stream.until(() => changes(stream.heard).length === 1);
    await desk.as.annotator.tag.submit(ref(test, missed));
    await addClaim(desk.as.second, test.caseId, "The scrape was heard.");
    await stream.until(() => changes(stream.heard).length === 3);
    stream.stop();
    const after = await view(test);
    const told = changes(stream.heard);
    expect(told.flatMap(({ events }) => events.map(({ number }) => number))).toEqual(
      Array.from({ length: after.lastEvent - before.lastEvent }, (_, index) => before.lastEvent + 1 + index),
    );
    expect(told.map(({ id }) => Number(id))).toEqual(told.map(({ change }) => change.lastEvent));
    expect(told[0]?.events[0]).toMatchObject({ kind: "tag.created", actorId: desk.people.annotator.id, subject: missed.id });
    expect(told.reduce((known, { change }) => applyChange(known, change), before)).toEqual(after);
  });

  it("[E3] resumes after the last id without a repeat, also within one process's memory", async () => {
    const test = await openCase(desk);
    const { authorization } = await memberOverHttp("nils");
    const first = hear(authorization, test.caseId, null);
    await first.until(() => first.events.some(({ name }) => name === "connected"));
    for (let index = 0; index < 3; index += 1) await addClaim(desk.as.annotator, test.caseId, `Claim ${index}`);
    await first.until(() => changes(first.heard).length === 3);
    first.stop();
    await addClaim(desk.as.annotator, test.caseId, "Claim 3");
    const second = hear(authorization, test.caseId, changes(first.heard)[1]?.id ?? "");
    await second.until(() => changes(second.heard).length === 2);
    second.stop();
    expect(changes(second.heard).map(({ change }) => only(change.claims).text)).toEqual(["Claim 2", "Claim 3"]);
  });

  it("says that the case is to be loaded anew to whoever is ahead of the log", async () => {
    const test = await openCase(desk);
    const { authorization } = await memberOverHttp("olga");
    const ahead = hear(authorization, test.caseId, "999999");
    await ahead.until(() => ahead.heard.length === 1);
    ahead.stop();
    const { lastEvent } = await view(test);
    expect(ahead.heard).toEqual([{ id: String(lastEvent), message: { type: "reload" } }]);
  });

  it("is not opened without end by one person", async () => {
    const { caseId } = await openCase(desk);
    const { app, workspaceId } = desk;
    const scope = { workspaceId, userId: desk.people.viewer.id };
    const open = () => app.live.open({ scope, role: "viewer", caseId }, null);
    const streams = [];
    for (let index = 0; index < 100; index += 1) streams.push(await open());
    expect(await refusalOf(desk.as.viewer.live.case({ caseId }))).toMatchObject({ code: "RATE_LIMITED" });
    streams.pop()?.end();
    streams.push(await open());
    for (const stream of streams) stream.end();
    expect(desk.app.live.feeds).toBe(0);
  });

  it("tells whoever was away for long step by step, and for too long to load the case", async () => {
    const test = await openCase(desk);
    const { caseId } = test;
    const { lastEvent: from } = await view(test);
    const scope = { workspaceId: desk.workspaceId, userId: desk.people.lead.id };
    const write = (count: number) => {
      const call = { scope, role: "lead", caseId, mutationId: newId(), procedure: "case.edit" } as const;
      const event = { kind: "case.edited", subject: caseId, payload: {} } as const;
      const events = Array.from({ length: count }, () => event);
      return mutateCase(desk.db, call, () => new Date(), async () => ({ events }));
    };
    for (let index = 0; index < 60; index += 1) await write(3);
    const { authorization } = await memberOverHttp("xena");
    const near = hear(authorization, caseId, String(from));
    await near.until(() => changes(near.heard).length === 60);
    near.stop();
    const ends = Array.from({ length: 60 }, (_, index) => from + 3 * (index + 1));
    expect(changes(near.heard).map(({ id }) => Number(id))).toEqual(ends);
    await write(2_000);
    const far = hear(authorization, caseId, String(from));
    await far.until(() => far.heard.length === 1);
    far.stop();
    expect(far.heard).toEqual([{ id: String(from + 2_180), message: { type: "reload" } }]);
  });

  it("gives away nothing of an answer but the change itself", async () => {
    const test = await openCase(desk);
    const { authorization } = await memberOverHttp("rosa");
    const stream = hear(authorization, test.caseId, "0");
    await stream.until(() => changes(stream.heard).length > 0 && stream.heard.some(({ id }) => id === "3"));
    stream.stop();
    const known = ["lastEvent", "lastHash", "case", "sources", "claims", "tags", "reviews", "adjudications", "overrides"];
    for (const { change } of changes(stream.heard)) {
      expect(Object.keys(change).filter((key) => !known.includes(key))).toEqual([]);
    }
  });

  it("[P1] is not there for a stranger, and ends for whoever is removed", async () => {
    const test = await openCase(desk);
    const { authorization } = await enter(at, `stranger-${randomUUID()}@assay.example`);
    const refused = hear(authorization, test.caseId, null);
    await refused.until(() => refused.events.some(({ name }) => name === "serialized-error"));
    refused.stop();
    expect(refused.heard).toEqual([]);
    expect(JSON.parse(refused.events.at(-1)?.data ?? "")).toMatchObject({ data: { assay: { code: "NOT_FOUND" } } });

    const member = await memberOverHttp("samo");
    const stream = hear(member.authorization, test.caseId, null);
    await stream.until(() => stream.events.some(({ name }) => name === "connected"));
    const { workspaceId } = desk;
    await desk.as.owner.workspace.removeMember({ mutationId: newId(), workspaceId, userId: member.userId });
    await addClaim(desk.as.annotator, test.caseId, "Said after the removal");
    await stream.until(stream.isOver);
    expect(changes(stream.heard)).toEqual([]);
    expect(JSON.parse(stream.events.at(-1)?.data ?? "")).toMatchObject({ data: { assay: { code: "NOT_FOUND" } } });
  });

  it("tells everybody to load the people again when one of them comes or changes role", async () => {
    const test = await openCase(desk);
    const { authorization } = await memberOverHttp("tara");
    const stream = hear(authorization, test.caseId, null);
    await stream.until(() => stream.events.some(({ name }) => name === "connected"));
    await memberOverHttp("ugo");
    await stream.until(() => stream.heard.some(({ message }) => message.type === "reload"));
    stream.stop();
  });

  it("is an ordinary subscription too, and keeps nothing once nobody listens", async () => {
    const test = await openCase(desk);
    const { caseId } = test;
    const { lastEvent } = await view(test);
    const stream = await desk.as.annotator.live.case({ caseId, lastEventId: String(lastEvent) });
    const first = (async () => {
      for await (const envelope of stream) return envelope;
    })();
    await addClaim(desk.as.annotator, caseId, "Heard in process");
    expect(Object.values((await first) ?? {}).slice(0, 2)).toMatchObject([String(lastEvent + 1), { type: "change" }]);
    expect(desk.app.live.feeds).toBe(0);
  });
});

describe("presence", () => {
  const place = { sourceId: null, claimId: null, selection: null };

  it("is told to everybody in the case, and so is its end", async () => {
    const test = await openCase(desk);
    const { caseId, claim, source } = test;
    const { authorization } = await memberOverHttp("wim");
    const stream = hear(authorization, caseId, null);
    await stream.until(() => stream.events.some(({ name }) => name === "connected"));
    const pageId = newId();
    const selection = { revisionId: source.revision.id, start: 3, end: 9 };
    const there = { pageId, sourceId: source.id, claimId: claim.id, selection };
    await desk.as.annotator.live.presence({ caseId, ...there });
    await stream.until(() => stream.heard.length === 1);
    await desk.as.annotator.live.leave({ caseId, pageId });
    await stream.until(() => stream.heard.length === 2);
    stream.stop();
    const people = stream.heard.map(({ message }) => (message.type === "presence" ? message.people : null));
    expect(people).toEqual([[{ ...there, userId: desk.people.annotator.id }], []]);
  });

  it("[P1] names only what is in this case, and moves only one's own page", async () => {
    const test = await openCase(desk);
    const other = await openCase(desk);
    const { caseId } = test;
    const pageId = newId();
    const foreign = { ...place, caseId, pageId, claimId: other.claim.id };
    expect(await refusalOf(desk.as.annotator.live.presence(foreign))).toMatchObject({ code: "NOT_FOUND" });
    await desk.as.annotator.live.presence({ ...place, caseId, pageId });
    const taken = desk.as.second.live.presence({ ...place, caseId, pageId });
    expect(await refusalOf(taken)).toMatchObject({ code: "NOT_FOUND" });
    await desk.as.annotator.live.presence({ ...place, caseId, pageId });
    await desk.as.second.live.leave({ caseId, pageId });
    const { rows } = await desk.db.pool.query<{ presences: unknown[] }>("SELECT presences FROM assay_live($1, $2, NULL, 1)", [
      caseId,
      [desk.people.second.id],
    ]);
    expect(rows[0]?.presences).toMatchObject([{ pageId, userId: desk.people.annotator.id }]);
  });
});
