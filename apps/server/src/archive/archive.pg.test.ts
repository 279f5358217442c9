import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readPolicy } from "@assay/domain";
import type { Role } from "@assay/domain";
import type { CaseContext, Person, WorkspaceContext } from "../context.ts";
import { addPerson, callAs, newId, openCase, openDesk, save, say } from "../testing/desk.ts";
import type { Desk } from "../testing/desk.ts";
import { fullCase } from "../testing/full-case.ts";
import { ARCHIVED_TABLES } from "./archived-tables.ts";
import { exportArchive } from "./export-archive.ts";
import { importArchive } from "./import-archive.ts";
import { LOG, tableFile } from "./manifest.ts";
import { countCases, partsOf } from "./testing/archive-parts.ts";

let desk: Desk;
/** Another server: a database of its own, on which nobody of the desk is known. */
let other: Desk;
let caseId: string;
let folder: string;
let path: string;

beforeAll(async () => {
  [desk, other] = await Promise.all([openDesk(), openDesk()]);
  folder = await mkdtemp(join(tmpdir(), "assay-archive-test-"));
  caseId = await fullCase(desk, 20_261_121, { claims: 500 });
  path = join(folder, "case.assay.zip");
  await keep(desk, caseId, path);
}, 240_000);
afterAll(async () => {
  await Promise.all([desk.close(), other.close()]);
  await rm(folder, { recursive: true, force: true });
});

async function within(of: Desk, person: Person, role: Role, workspaceId = of.workspaceId): Promise<WorkspaceContext> {
  return { app: of.app, person, role, scope: { workspaceId, userId: person.id } };
}

async function inCase(of: Desk, name: "lead" | "reviewer", id: string): Promise<CaseContext> {
  return { ...(await within(of, of.people[name], name)), caseId: id };
}

async function keep(of: Desk, id: string, to: string) {
  const file = await exportArchive(await inCase(of, "lead", id));
  await cp(file.path, to);
  await file.remove();
  return file;
}

describe("an archive", () => {
  it("comes back on a fresh database as the very same case, its log verified and going on", async () => {
    const mutationId = newId();
    const ctx = await within(other, other.people.lead, "lead");
    const imported = await importArchive(ctx, { mutationId, path });
    const before = await partsOf(path);
    const { title, lastEvent } = before.manifest.case;
    expect(imported).toMatchObject({ caseId, title, events: lastEvent });
    expect(imported.claims).toBeGreaterThanOrEqual(500);
    // The same message again is the same import (E4).
    expect(await importArchive(ctx, { mutationId, path })).toEqual(imported);

    const again = join(folder, "again.assay.zip");
    await keep(other, caseId, again);
    const after = await partsOf(again);
    for (const name of before.names) {
      if (name !== LOG) expect(after.text(name), name).toBe(before.text(name));
    }
    expect(after.names).toEqual(before.names);
    const lines = after.text(LOG).trimEnd().split("\n");
    expect(`${lines.slice(0, -1).join("\n")}\n`).toBe(before.text(LOG));
    expect(JSON.parse(lines.at(-1) ?? "")).toMatchObject({
      kind: "case.imported",
      actorId: other.people.lead.id,
      number: imported.events + 1,
      prevHash: imported.lastHash,
      payload: { sha256: imported.sha256, from: { workspace: "Harbour desk", lastHash: imported.lastHash } },
    });
    expect(await other.as.lead.case.verifyLog({ caseId })).toMatchObject({ ok: true, events: imported.events + 1 });
  }, 120_000);

  it("holds rows of every table, so that the round trip says something", async () => {
    const { text } = await partsOf(path);
    const empty = ARCHIVED_TABLES.filter(({ name }) => text(tableFile(name)) === "").map(({ name }) => name);
    expect(empty).toEqual([]);
  });

  it("shows the same case to whoever reads it there, under the same names", async () => {
    const [here, there] = await Promise.all([desk.as.lead.case.get({ caseId }), other.as.lead.case.get({ caseId })]);
    const same = (view: typeof here) => {
      const { workspaceId: _, people: __, lastEvent: ___, lastHash: ____, ...rest } = view;
      return rest;
    };
    expect(same(there)).toEqual(same(here));
    const names = new Map(there.people.map(({ id, name }) => [id, name]));
    for (const { authorId } of there.tags) {
      expect(names.get(authorId)).toBe(here.people.find(({ id }) => id === authorId)?.name);
    }
  });

  it("lets nobody of the archive in: they are names of former members, without a way to sign in", async () => {
    const { people } = desk;
    const annotator = callAs(other.app, people.annotator);
    await expect(annotator.case.get({ caseId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    const account = await other.db.prisma.user.findUniqueOrThrow({
      where: { id: people.annotator.id },
      include: { accounts: true, sessions: true },
    });
    expect(account).toMatchObject({ name: "annotator", accounts: [], sessions: [] });
    expect(account.email).toMatch(/@imported\.invalid$/u);
  });

  it("goes on as any case does", async () => {
    const wording = { text: "The work goes on.", type: "event", claimant: "" } as const;
    const { claims } = await other.as.annotator.claim.create({ mutationId: newId(), caseId, id: newId(), ...wording });
    expect(claims).toHaveLength(1);
    expect(await other.as.lead.case.verifyLog({ caseId })).toMatchObject({ ok: true });
  });

  it("is refused where the case is, and nothing changes there", async () => {
    const counted = await countCases(desk.url);
    const ctx = await within(desk, desk.people.lead, "lead");
    await expect(importArchive(ctx, { mutationId: newId(), path })).rejects.toThrow("on this server already");
    expect(await countCases(desk.url)).toEqual(counted);
  });

  it("comes as a copy beside the case: the same in all but ids, with a log of its own that verifies", async () => {
    const ctx = await within(desk, desk.people.lead, "lead");
    const imported = await importArchive(ctx, { mutationId: newId(), path, asCopy: true });
    expect(imported).toMatchObject({ copyOf: caseId, unknown: 0 });
    expect(imported.caseId).not.toBe(caseId);
    const scope = { claimIds: "all", sourceIds: "all", settledOnly: false, includeDiscussion: true } as const;
    const csv = async (id: string) =>
      (await desk.as.lead.report.export({ caseId: id, format: "csv", title: "Same", scope })).body;
    expect(await csv(imported.caseId)).toBe(await csv(caseId));
    const [copy, first] = await Promise.all(
      [imported.caseId, caseId].map((id) => desk.as.lead.case.get({ caseId: id })),
    );
    if (copy === undefined || first === undefined) throw new Error("Both cases are expected");
    for (const kind of ["tags", "reviews", "adjudications", "threads", "assignments", "openings", "ratings"] as const) {
      expect(copy[kind].length, kind).toBe(first[kind].length);
    }
    const ids = new Set(JSON.stringify(copy).match(/[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/gu));
    const people = new Set([...first.people.map(({ id }) => id), desk.workspaceId]);
    expect(first.tags.filter(({ id }) => ids.has(id) && !people.has(id))).toEqual([]);
    expect(await desk.as.lead.case.verifyLog({ caseId: imported.caseId })).toMatchObject({ ok: true });
    expect(await desk.as.lead.case.verifyLog({ caseId })).toMatchObject({ ok: true });
  });

  it("[B1] is not made while a cell is blind, whether anybody tagged it or not", async () => {
    const test = await openCase(desk);
    const { version } = await desk.as.lead.case.get({ caseId: test.caseId });
    const blind = { ownPolicy: { requiredTags: 2 }, baseVersion: version };
    await desk.as.lead.case.setPolicy({ mutationId: newId(), caseId: test.caseId, ...blind });
    const ctx = await inCase(desk, "lead", test.caseId);
    const refusals = [];
    refusals.push(await exportArchive(ctx).catch((error: unknown) => error));
    await save(desk.as.annotator, test, say(test, "verified"));
    refusals.push(await exportArchive(ctx).catch((error: unknown) => error));
    expect(refusals[0]).toMatchObject({ code: "REFUSED", details: { rule: "B1" } });
    expect(refusals[1]).toEqual(refusals[0]);
  });

  it("is for those who manage cases", async () => {
    await expect(exportArchive(await inCase(desk, "reviewer", caseId))).rejects.toMatchObject({ code: "FORBIDDEN" });
    const ctx = await within(other, other.people.reviewer, "reviewer");
    await expect(importArchive(ctx, { mutationId: newId(), path })).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("[P1] holds one workspace's case and no other's rows", async () => {
    const stranger = await addPerson(desk.app, "Nobody");
    const ctx = { ...(await within(desk, stranger, "lead", newId())), caseId };
    await expect(exportArchive(ctx)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("keeps what held in the case where the desk it comes to decided otherwise", async () => {
    const third = await openDesk();
    try {
      const policy = { ...readPolicy({}), selfReview: true, signOffs: 3 };
      const change = { mutationId: newId(), workspaceId: third.workspaceId, baseVersion: 1, policy };
      await third.as.owner.workspace.setPolicy(change);
      await importArchive(await within(third, third.people.owner, "owner"), { mutationId: newId(), path });
      const [there, here] = [await third.as.lead.case.get({ caseId }), await desk.as.lead.case.get({ caseId })];
      expect(there.policy).toEqual(here.policy);
    } finally {
      await third.close();
    }
  });
});
