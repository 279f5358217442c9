import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sealKey } from "../assist/seal-key.ts";
import { answering, openChatService } from "../testing/chat-service.ts";
import type { ChatService } from "../testing/chat-service.ts";
import { newId, openCase, openDesk } from "../testing/desk.ts";
import type { Desk, TestCase } from "../testing/desk.ts";

const CLAIMS = [{ exact: "Nobody was hurt.", text: "Nobody was hurt.", type: "event", claimant: "", score: 0.9 }];
const CELLS = [{ claim: "c1", stance: "disputed", passages: [{ exact: "struck a sandbank" }], score: 0.7 }];

let desk: Desk;
let service: ChatService;
beforeAll(async () => {
  service = await openChatService(answering(CLAIMS, CELLS));
  desk = await openDesk({ models: { addresses: "loopback", folder: null } });
});
afterAll(async () => {
  await desk.close();
  await service.close();
});

async function use(reader: "built-in" | "endpoint") {
  const { workspaceId } = desk;
  const { version } = await desk.as.lead.assist.settings({ workspaceId });
  const settings = { reader, baseUrl: service.baseUrl, model: "harbour-7b", folder: "", key: "sk-harbour" };
  return desk.as.lead.assist.setSettings({ mutationId: newId(), workspaceId, baseVersion: version, ...settings });
}

async function read({ caseId }: TestCase, again?: true) {
  await desk.as.annotator.assist.suggestions({ caseId, ...(again && { again }) });
  await desk.app.assist.settled();
  return desk.as.annotator.assist.suggestions({ caseId });
}

describe("suggestions by a model of the desk's own", () => {
  it("are asked for where the desk turned it on, say who made them, and stay the built-in reader's elsewhere", async () => {
    const test = await openCase(desk);
    const { caseId, claim, source, text } = test;
    const before = await read(test);
    expect(before).toMatchObject({ reader: { leavesMachine: false }, reading: { identity: { provider: "built-in" } } });
    expect(service.requests).toEqual([]);
    await use("endpoint");
    const after = await read(test);
    const host = `127.0.0.1:${service.port}`;
    expect(after.reader).toEqual({ name: `harbour-7b at ${host}`, leavesMachine: false });
    expect(after.reading?.identity).toMatchObject({ provider: host, version: "harbour-7b-2026-01" });
    expect(after.reading?.sources[0]).toMatchObject({
      identity: { provider: host, promptHash: expect.stringMatching(/^[0-9a-f]{64}$/) },
      claims: [{ exact: "Nobody was hurt.", start: text.indexOf("Nobody was hurt.") }],
    });
    const { cell } = await desk.as.viewer.assist.cell({ caseId, claimId: claim.id, sourceId: source.id });
    expect(cell).toMatchObject({ suggestion: "disputed", identity: { provider: host } });
    expect(service.requests[0]?.headers.authorization).toBe("Bearer sk-harbour");
    expect(service.requests[0]?.body.messages[1]?.content).toContain(text);
    await use("built-in");
    expect(await read(test)).toMatchObject({ reading: before.reading });
  });

  it("fall back in plain words where it does not answer, and are asked for anew when somebody wants it", async () => {
    await use("endpoint");
    const test = await openCase(desk);
    service.set((response) => void response.writeHead(401).end());
    const fallen = await read(test);
    expect(fallen.state).toBe("ready");
    expect(fallen.reading?.notices).toEqual([expect.stringMatching(/did not accept the key.*built-in reader's/)]);
    expect(fallen.reading?.sources[0]?.identity).toMatchObject({ provider: "built-in" });
    service.set(answering(CLAIMS, CELLS));
    const again = await read(test, true);
    expect(again.reading?.notices).toEqual([]);
    expect(again.reading?.sources[0]?.claims).toHaveLength(1);
  });

  it("do without it where its key cannot be opened any more", async () => {
    await use("endpoint");
    const { workspaceId, people } = desk;
    const sealedKey = sealKey("another secret, of 32 characters", workspaceId, "sk-harbour");
    const client = await desk.db.pool.connect();
    try {
      await client.query("SELECT set_config('assay.workspace', $1, false), set_config('assay.user', $2, false)", [workspaceId, people.lead.id]);
      await client.query("UPDATE assist_settings SET sealed_key = $1", [sealedKey]);
    } finally {
      client.release(true);
    }
    expect(await desk.as.lead.assist.settings({ workspaceId })).toMatchObject({ hasKey: false, keyLost: true });
    service.set(answering(CLAIMS, CELLS));
    const { reading } = await read(await openCase(desk));
    expect(reading?.notices).toEqual([expect.stringMatching(/key of the desk's model cannot be opened/)]);
    expect(service.requests).toEqual([]);
  });
});
