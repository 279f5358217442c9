import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId, openDesk, refusalOf } from "../testing/desk.ts";
import type { Desk, TestCase } from "../testing/desk.ts";
import { correct, openReleased, rate, release, sign } from "../testing/publish.ts";
import { serve } from "../testing/serve.ts";
import type { Listening } from "../testing/serve.ts";

let desk: Desk;
let test: TestCase;
/** Two processes on one database. */
let servers: Listening[];
beforeAll(async () => {
  desk = await openDesk();
  test = await openReleased(desk);
  servers = await Promise.all([serve(desk), serve(desk)]);
});
afterAll(async () => {
  await Promise.all(servers.map((server) => server.close()));
  await desk.close();
});

const open = (path: string, at = 0) => fetch(`${servers[at]?.url}${path}`);
const share = (days = 30) =>
  desk.as.lead.share.create({ mutationId: newId(), caseId: test.caseId, number: 1, label: "The editor", days });
const links = () => desk.as.lead.share.list({ caseId: test.caseId });

describe("a link to a release", () => {
  it("[R2] opens the same page on every process for whoever has it, also after the case has changed", async () => {
    const { path } = await share();
    expect(path).toMatch(/^\/s\/[\w-]{43}$/);
    const [first, second] = await Promise.all([open(path), open(path, 1)]);
    const [one, other] = [await first?.text(), await second?.text()];
    expect(first?.status).toBe(200);
    expect(one).toContain("214 people aboard");
    expect(other).toBe(one);
    await rate(desk.as.annotator, test, test.claim.id);
    const again = await open(path, 1);
    expect(await again.text()).toBe(one);
    expect(again.headers.get("x-assay-sha256")).toBe(createHash("sha256").update(one ?? "").digest("hex"));
    expect((await links())[0]).toMatchObject({ label: "The editor", state: "open", uses: 3, number: 1, path });
    expect((await links())[0]?.lastUsedAt).not.toBeNull();
  });

  it("tells no next page, no search engine and no frame of itself, and runs nothing", async () => {
    const { headers } = await open((await share()).path);
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(headers.get("x-robots-tag")).toMatch(/noindex/);
    expect(headers.get("x-frame-options")).toBe("DENY");
    expect(headers.get("cache-control")).toBe("no-store");
    const policy = headers.get("content-security-policy") ?? "";
    expect(policy).toMatch(/default-src 'none'.*frame-ancestors 'none'.*sandbox/);
    expect(policy).not.toMatch(/script|allow-same-origin/);
  });

  it("opens nothing once it is revoked or has expired, at once and on every process", async () => {
    const { path } = await share();
    expect((await open(path)).status).toBe(200);
    const shareId = (await links()).find((link) => link.path === path)?.id ?? "";
    await desk.as.owner.share.revoke({ mutationId: newId(), caseId: test.caseId, shareId });
    for (const at of [0, 1]) {
      const response = await open(path, at);
      expect(response.status).toBe(410);
      const page = await response.text();
      expect(page).toContain("This link was withdrawn");
      expect(page).not.toContain("214 people");
    }
    expect((await links()).find(({ id }) => id === shareId)).toMatchObject({ state: "revoked", path: null });
    const short = await share(1);
    const shortId = (await links()).find((link) => link.path === short.path)?.id ?? "";
    // The server's role may not move a link's end; time does.
    const past = "SELECT set_config('assay.workspace', $1, true)";
    await desk.db.prisma.$transaction([
      desk.db.prisma.$queryRawUnsafe(past, desk.workspaceId),
      desk.db.prisma.shareLink.update({ where: { id: shortId }, data: { expiresAt: new Date(0) } }),
    ]);
    expect((await open(short.path)).status).toBe(410);
  });

  it("opens with what a mail program took along at its end, and never the desk's own pages without it", async () => {
    const { path } = await share();
    for (const end of ["/", ".", ")", "%3E", "/?from=mail"]) expect((await open(`${path}${end}`)).status, end).toBe(200);
    for (const none of ["/s/", "/s//x", `${path}x`]) {
      const response = await open(none);
      expect(response.status, none).toBe(404);
      expect(await response.text()).toContain("This link leads nowhere");
    }
  });

  it("is stored as a hash alone, in the log and in the answers of mutations too", async () => {
    const { path } = await share();
    const token = path.slice(3);
    const rows = await desk.db.prisma.$transaction([
      desk.db.prisma.$queryRawUnsafe("SELECT set_config('assay.workspace', $1, true)", desk.workspaceId),
      desk.db.prisma.$queryRawUnsafe("SELECT set_config('assay.user', $1, true)", desk.people.lead.id),
      desk.db.prisma.shareLink.findMany(),
      desk.db.prisma.caseEvent.findMany({ where: { kind: "share.created" } }),
      desk.db.prisma.mutation.findMany({ where: { procedure: "share.create" } }),
    ]);
    expect(JSON.stringify(rows)).toContain(createHash("sha256").update(token).digest("hex"));
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it("[E4] is the same on a replay", async () => {
    const input = { mutationId: newId(), caseId: test.caseId, number: 1, label: "", days: 7 };
    const first = await desk.as.lead.share.create(input);
    expect(await desk.as.lead.share.create(input)).toEqual(first);
  });

  it("[P1] is nobody's to make, see or revoke who may not release, in this desk or another", async () => {
    const { caseId } = test;
    const made = { mutationId: newId(), caseId, number: 1, label: "", days: 30 };
    expect(await refusalOf(desk.as.reviewer.share.create(made))).toMatchObject({ code: "FORBIDDEN" });
    expect(await refusalOf(desk.as.annotator.share.list({ caseId }))).toMatchObject({ code: "FORBIDDEN" });
    expect(await refusalOf(desk.as.stranger.share.list({ caseId }))).toMatchObject({ code: "NOT_FOUND" });
  });

  it("cannot be guessed at: wrong ones are counted", async () => {
    const guess = "A".repeat(43);
    const answers: number[] = [];
    for (let tries = 0; tries < 22; tries++) answers.push((await open(`/s/${guess}`, 1)).status);
    expect(answers.slice(0, 20)).toEqual(Array(20).fill(404));
    expect(answers.slice(20)).toEqual([429, 429]);
  });
});

describe("what is published", () => {
  it("[P1] is in sight of its own workspace alone, for SQL of the server's role too", async () => {
    const { caseId, claim } = test;
    await correct(desk.as.lead, test, claim.id);
    const { version: baseVersion, name, entries } = await desk.as.lead.rating.scale({ workspaceId: desk.workspaceId });
    const set = { mutationId: newId(), workspaceId: desk.workspaceId, baseVersion, name: `${name}, ours`, entries };
    await desk.as.lead.rating.setScale(set);
    await fetch(`${servers[0]?.url}${(await share()).path}`);
    const { prisma } = desk.db;
    const tables = ["rating_scales", "ratings", "rating_versions", "sign_offs", "releases", "release_files"];
    for (const table of [...tables, "corrections", "share_links"]) {
      const seenFrom = async (workspaceId: string) => {
        const [, rows] = await prisma.$transaction([
          prisma.$queryRaw`SELECT set_config('assay.workspace', ${workspaceId}, true)`,
          prisma.$queryRawUnsafe<{ n: number }[]>(`SELECT count(*)::int AS n FROM ${table}`),
        ]);
        return rows[0]?.n ?? -1;
      };
      expect(await seenFrom(newId()), table).toBe(0);
      expect(await seenFrom(desk.workspaceId), table).toBeGreaterThan(0);
    }
    expect((await desk.as.viewer.case.get({ caseId })).ratingScale.name).toMatch(/, ours$/);
  });
});

describe("a link to a release that was corrected since", () => {
  it("[R3] says above the kept page what was corrected and why, once the correction is released", async () => {
    const own = await openReleased(desk);
    const { caseId } = own;
    const link = { mutationId: newId(), caseId, number: 1, label: "", days: 30 };
    const { path } = await desk.as.lead.share.create(link);
    const kept = await (await open(path)).text();

    await correct(desk.as.lead, own, own.claim.id);
    expect(await (await open(path)).text(), "one that is still being prepared is not in print").toBe(kept);

    await sign(desk.as.reviewer, own);
    await sign(desk.as.owner, own);
    await release(desk.as.lead, own);
    const response = await open(path);
    const page = await response.text();
    expect(page).toContain("This report was corrected");
    expect(page).toContain("Release 2 has taken its place");
    expect(page).toContain("C1: 214 people were aboard, not 241.");
    expect(page).toContain("A typing mistake of ours.");
    const [before, after] = kept.split("<body>");
    expect(page.startsWith(`${before}<body>`)).toBe(true);
    expect(page.endsWith(after ?? "?")).toBe(true);
    expect(response.headers.get("x-assay-sha256"), "it is not the kept file any more").toBeNull();

    const second = await desk.as.lead.share.create({ ...link, mutationId: newId(), number: 2 });
    expect(await (await open(second.path)).text()).not.toContain("This report was corrected");
  });
});

describe("a release as a file", () => {
  it("[P1] is for members alone, and not found for others", async () => {
    const { path } = await share();
    expect(path).not.toContain(test.caseId);
    expect((await open(`/api/cases/${test.caseId}/releases/1/html`)).status).toBe(401);
  });
});
