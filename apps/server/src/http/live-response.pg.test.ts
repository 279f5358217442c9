import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId, openCase, openDesk, save, say } from "../testing/desk.ts";
import type { Desk } from "../testing/desk.ts";
import { LiveClient } from "../testing/live-client.ts";
import { enter, serve } from "../testing/serve.ts";
import type { Listening } from "../testing/serve.ts";

let desk: Desk;
let at: Listening;
beforeAll(async () => {
  desk = await openDesk();
  at = await serve(desk, { liveStallMs: 300 });
});
afterAll(async () => {
  await at.close();
  await desk.close();
});

const LONG = "The operator gave this number on Tuesday, and the transcript has it too. ".repeat(260);

async function metric(name: string): Promise<number> {
  const text = await (await fetch(`${at.url}/metrics`)).text();
  return Number(new RegExp(`^${name} (\\S+)$`, "m").exec(text)?.[1]);
}

describe("a stream whose client takes nothing any more", () => {
  it("[E3] holds little, is cut, and is resumed without a gap while another hears everything", async () => {
    const test = await openCase(desk);
    const { caseId } = test;
    const { api, authorization } = await enter(at, `slow-${randomUUID()}@assay.example`);
    const { workspaceId } = desk;
    const { token } = await desk.as.owner.workspace.invite({ mutationId: newId(), workspaceId, role: "viewer" });
    await api.invitation.accept.mutate({ mutationId: newId(), token });
    const { lastEvent: from } = await desk.as.viewer.case.get({ caseId });

    const follow = (lastEventId: number) => {
      const heard: number[] = [];
      let isOpen = false;
      const client = new LiveClient({
        url: at.url,
        authorization,
        caseId,
        lastEventId: String(lastEventId),
        onMessage: (id, { type }) => void (type === "change" && heard.push(Number(id))),
        onEvent: () => (isOpen = true),
      });
      return { heard, client, isOpen: () => isOpen };
    };
    const [slow, other] = [follow(from), follow(from)];
    while (!slow.isOpen() || !other.isOpen()) await sleep(5);
    slow.client.stall();
    let tag = await save(desk.as.annotator, test, say(test, "verified"));
    let [mostHeld, written] = [0, 1];
    while ((await metric("assay_live_streams_dropped_total")) === 0) {
      const content = { ...say(test, "verified"), rationale: `${LONG} ${written}` };
      tag = await save(desk.as.annotator, test, content, { id: tag.id, baseVersion: tag.version });
      written += 1;
      mostHeld = Math.max(mostHeld, await metric("assay_live_held_bytes_max"));
    }
    const last = from + written;
    while (other.heard.at(-1) !== last) await sleep(5);
    expect(mostHeld).toBeGreaterThan(0);
    expect(mostHeld).toBeLessThan(1024 * 1024);
    slow.client.stop();
    const known = slow.heard.at(-1) ?? from;
    const resumed = follow(known);
    while (resumed.heard.at(-1) !== last) await sleep(5);
    const all = Array.from({ length: written }, (_, index) => from + 1 + index);
    expect([...slow.heard, ...resumed.heard]).toEqual(all);
    expect(other.heard).toEqual(all);
    for (const { client } of [other, resumed]) client.stop();
    while ((await metric("assay_live_streams")) > 0) await sleep(5);
  });
});
