import { buildSourceMeta } from "@assay/seeds";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId, openApp } from "../testing/desk.ts";
import type { TestServerApp } from "../testing/desk.ts";
import { enter, serve } from "../testing/serve.ts";
import type { Listening } from "../testing/serve.ts";

let from: TestServerApp;
let to: TestServerApp;
let here: Listening;
let there: Listening;
let ida: Awaited<ReturnType<typeof enter>>;
let ola: Awaited<ReturnType<typeof enter>>;
const workspaceId = newId();
const target = newId();
const caseId = newId();

beforeAll(async () => {
  [from, to] = await Promise.all([openApp(), openApp()]);
  [here, there] = await Promise.all([serve(from), serve(to)]);
  ida = await enter(here, "ida@assay.example");
  ola = await enter(there, "ola@assay.example");
  await ida.api.workspace.create.mutate({ mutationId: newId(), id: workspaceId, name: "Desk" });
  await ola.api.workspace.create.mutate({ mutationId: newId(), id: target, name: "Other desk" });
  await ida.api.case.create.mutate({ mutationId: newId(), workspaceId, id: caseId, title: "Über Aurora", summary: "" });
  // More than any other request may carry.
  const noise = Array.from({ length: 400_000 }, (_, index) => ((index * 2_654_435_761) % 4_294_967_296).toString(36));
  const content = { kind: "text", text: noise.join(" ") } as const;
  const added = { id: newId(), content, meta: buildSourceMeta(), completeness: "full" } as const;
  await ida.api.source.add.mutate({ mutationId: newId(), caseId, ...added });
}, 120_000);
afterAll(async () => {
  await Promise.all([here.close(), there.close()]);
  await Promise.all([from.close(), to.close()]);
});

const get = (at: Listening, id: string, authorization = "") =>
  fetch(`${at.url}/api/cases/${id}/archive`, { headers: { authorization } });

const put = (at: Listening, id: string, body: BodyInit, authorization = "", mutationId: string = newId()) =>
  fetch(`${at.url}/api/workspaces/${id}/archive?mutationId=${mutationId}`, {
    method: "POST",
    headers: { authorization, origin: at.url, "content-type": "application/zip" },
    body,
  });

const refusalOf = async (response: Response) => {
  const { error } = (await response.json()) as { error: { data: { assay: { code: string; message: string } } } };
  return { status: response.status, ...error.data.assay };
};

describe("archives over HTTP", () => {
  it("go from one server to another", async () => {
    const sent = await get(here, caseId, ida.authorization);
    expect(sent.headers.get("content-disposition")).toMatch(/filename="uber-aurora-\d{4}-\d\d-\d\d\.assay\.zip"/u);
    const bytes = await sent.arrayBuffer();
    expect(bytes.byteLength).toBe(Number(sent.headers.get("content-length")));
    expect(bytes.byteLength).toBeGreaterThan(2 * 1024 * 1024);
    const taken = await put(there, target, bytes, ola.authorization);
    expect(taken.status).toBe(200);
    const told = { caseId, title: "Über Aurora", workspace: "Desk", sources: 1, unknown: 1 };
    expect(await taken.json()).toMatchObject(told);
    expect(await ola.api.case.verifyLog.query({ caseId })).toMatchObject({ ok: true, events: 3 });
  });

  it("are for those who are signed in, and belong there", async () => {
    expect(await refusalOf(await get(here, caseId))).toMatchObject({ status: 401, code: "UNAUTHENTICATED" });
    const stranger = await enter(here, "una@assay.example");
    for (const id of [caseId, newId(), "no-id"]) {
      const refusal = await refusalOf(await get(here, id, stranger.authorization));
      expect(refusal).toMatchObject({ status: 404, message: "There is no such case." });
    }
    expect(await refusalOf(await put(there, target, "x"))).toMatchObject({ status: 401 });
    expect(await refusalOf(await put(here, workspaceId, "x", stranger.authorization))).toMatchObject({ status: 404 });
  });

  it("are refused in words, with an answer that arrives although the body was not wanted", async () => {
    const text = "x".repeat(3_000_000);
    expect(await refusalOf(await put(there, target, text, ola.authorization))).toMatchObject({
      status: 400,
      message: expect.stringContaining("not an archive that Assay made") as string,
    });
    expect(await refusalOf(await put(there, newId(), text, ola.authorization))).toMatchObject({ status: 404 });
    const unnamed = await put(there, target, "x", ola.authorization, "none");
    expect(await refusalOf(unnamed)).toMatchObject({ code: "INVALID" });
  });

  it("[B1] are not made while a cell is blind", async () => {
    const claim = { id: newId(), text: "There were 214.", type: "number", claimant: "" } as const;
    await ida.api.claim.create.mutate({ mutationId: newId(), caseId, ...claim });
    const { version } = await ida.api.case.get.query({ caseId });
    const policy = { baseVersion: version, ownPolicy: { requiredTags: 2 } };
    await ida.api.case.setPolicy.mutate({ mutationId: newId(), caseId, ...policy });
    const refusal = await refusalOf(await get(here, caseId, ida.authorization));
    expect(refusal).toMatchObject({ status: 412, code: "REFUSED" });
    expect(refusal.message).toMatch(/still blind/u);
  });

  it("are refused to another site’s page", async () => {
    const body = new Uint8Array(10);
    const foreign = await fetch(`${there.url}/api/workspaces/${target}/archive?mutationId=${newId()}`, {
      method: "POST",
      headers: { authorization: ola.authorization, origin: "https://elsewhere.example" },
      body,
    });
    expect(foreign.status).toBe(403);
  });
});
