import { createHash } from "node:crypto";
import { buildSourceMeta } from "@assay/seeds";
import { TRPCClientError, createTRPCClient, httpBatchLink } from "@trpc/client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AppRouter } from "../routers/app-router.ts";
import { newId, only, openApp } from "../testing/desk.ts";
import type { TestServerApp } from "../testing/desk.ts";
import { enter, post, serve } from "../testing/serve.ts";
import type { Listening } from "../testing/serve.ts";

let opened: TestServerApp;
let at: Listening;
let me: Awaited<ReturnType<typeof enter>>;
const caseId = newId();

beforeAll(async () => {
  opened = await openApp();
  at = await serve(opened);
  me = await enter(at, "ida@assay.example");
  const workspaceId = newId();
  await me.api.workspace.create.mutate({ mutationId: newId(), id: workspaceId, name: "Desk" });
  await me.api.case.create.mutate({ mutationId: newId(), workspaceId, id: caseId, title: "Aurora", summary: "" });
});
afterAll(async () => {
  await at.close();
  await opened.close();
});

const hash = (data: string | Uint8Array) => createHash("sha256").update(data).digest("hex");
const long = (words: string, length = 700_000) => `${words} `.repeat(Math.ceil(length / words.length)).trim();
const file = (name: string, bytes: Uint8Array) => {
  return { kind: "file", name, mediaType: "", base64: Buffer.from(bytes).toString("base64") } as const;
};
const addition = () => {
  return { mutationId: newId(), caseId, id: newId(), meta: buildSourceMeta(), completeness: "full" } as const;
};

describe("a large source", () => {
  it("[X2] is stored like a small one: text, blocks, both hashes, and the bytes as received", async () => {
    const bytes = Buffer.from(`\ufeff${long("Zoë 🚢 said\r\nso.\r\n\r\n")}`);
    const { api, authorization } = me;
    const { sources } = await api.source.add.mutate({ ...addition(), content: file("a.txt", bytes) });
    const source = only(sources);
    const { text, blocks, sha256 } = await api.source.text.query({ caseId, sourceId: source.id });
    expect(text.length).toBeGreaterThan(500_000);
    expect(text).not.toMatch(/\r|\ufeff/);
    expect(sha256).toBe(hash(text));
    expect(source.revision).toMatchObject({ sha256, length: text.length, originalName: "a.txt" });
    expect(blocks.at(-1)?.end).toBe(text.length);
    const original = await fetch(`${at.url}/api/cases/${caseId}/sources/${source.id}/original`, {
      headers: { authorization },
    });
    expect(original.headers.get("x-assay-sha256")).toBe(hash(bytes));
    expect(hash(new Uint8Array(await original.arrayBuffer()))).toBe(hash(bytes));
  });

  it("goes with others in a batch, pasted or as a file, each to its own call", async () => {
    const { authorization } = me;
    const link = httpBatchLink({ url: `${at.url}/api/trpc`, headers: { authorization } });
    const api = createTRPCClient<AppRouter>({ links: [link] });
    const texts = [long("pasted words"), long("words of a file")];
    const [pasted, read, head] = await Promise.all([
      api.source.inspect.mutate({ caseId, content: { kind: "text", text: texts[0] ?? "" } }),
      api.source.inspect.mutate({ caseId, content: file("b.md", Buffer.from(texts[1] ?? "")) }),
      api.source.inspect.mutate({ caseId, content: { kind: "text", text: "a few words" } }),
    ]);
    expect([pasted, read, head].map((one) => (one.ok ? one.sha256 : one.reason))).toEqual(
      [...texts, "a few words"].map(hash),
    );
  });

  it("that came through half is refused in words", async () => {
    const content = { ...file("a.txt", Buffer.from(long("words"))), base64: `${"YWJj".repeat(200_000)}*` };
    expect(await me.api.source.inspect.mutate({ caseId, content })).toMatchObject({
      ok: false,
      reason: expect.stringMatching(/did not arrive whole/),
    });
  });

  it("is no way past the checks: who asks, what else it holds, what it names", async () => {
    const content = file("a.txt", Buffer.from(long("words")));
    const call = `${at.url}/api/trpc/source.add`;
    expect((await post(call, { ...addition(), content })).status).toBe(401);
    const { authorization } = me;
    const bloated = await post(call, { ...addition(), title: "a".repeat(3_000_000), content }, { authorization });
    expect(bloated.status).toBe(413);
    expect(await bloated.json()).toMatchObject({ error: { data: { assay: { code: "PAYLOAD_TOO_LARGE" } } } });
    const broken = await post(call, `{"content": ${"[".repeat(700_000)}`, { authorization });
    expect(broken.status).toBe(400);
    expect(await broken.json()).toMatchObject({ error: { data: { assay: { code: "INVALID" } } } });
    const deep = await post(call, `${"[".repeat(400_000)}${"]".repeat(400_000)}`, { authorization });
    expect(deep.status).toBe(400);
    const stranger = await enter(at, "stranger@assay.example");
    const foreign = stranger.api.source.add.mutate({ ...addition(), content });
    await expect(foreign).rejects.toMatchObject({ data: { assay: { code: "NOT_FOUND" } } });
    const forged = me.api.source.inspect.mutate({ caseId, content: { kind: "uploaded", ticket: newId() } });
    await expect(forged).rejects.toBeInstanceOf(TRPCClientError);
    await expect(forged).rejects.toMatchObject({ data: { assay: { code: "INVALID" } } });
  });
});

describe("while a large file is read", () => {
  it("others are answered", async () => {
    const content = file("slow.md", Buffer.from(long("*a _b_ [c](d) `e`", 60_000).replace(/.{200}/g, "$&\n\n")));
    let isRead = false;
    const read = me.api.source.inspect.mutate({ caseId, content }).finally(() => (isRead = true));
    let answered = 0;
    while (!isRead) {
      expect((await fetch(`${at.url}/healthz`)).status).toBe(200);
      if (!isRead) answered += 1;
    }
    expect((await read).ok).toBe(true);
    // On the server's own thread not one of them would come between the upload and its answer.
    expect(answered).toBeGreaterThan(20);
  });
});
