import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId, openDesk, refusalOf } from "../testing/desk.ts";
import type { Desk } from "../testing/desk.ts";

const KEY = "sk-harbour-0123456789";
let desk: Desk;
let models: string;
beforeAll(async () => {
  models = mkdtempSync(join(tmpdir(), "assay-models-"));
  mkdirSync(join(models, "harbour-nli"));
  writeFileSync(join(models, "harbour-nli", "config.json"), "{}");
  desk = await openDesk({ models: { addresses: "loopback", folder: models } });
});
afterAll(async () => {
  await desk.close();
  rmSync(models, { recursive: true });
});

const ENDPOINT = { reader: "endpoint", baseUrl: "https://api.example/v1", model: "harbour-7b", folder: "" } as const;

async function set(settings: Partial<Parameters<Desk["as"]["lead"]["assist"]["setSettings"]>[0]> = {}) {
  const { workspaceId } = desk;
  const { version } = await desk.as.lead.assist.settings({ workspaceId });
  return desk.as.lead.assist.setSettings({ mutationId: newId(), workspaceId, baseVersion: version, ...ENDPOINT, ...settings });
}

describe("a desk's own model", () => {
  it("is off until an owner or a lead turns it on", async () => {
    const { workspaceId } = desk;
    expect(await desk.as.lead.assist.settings({ workspaceId })).toMatchObject({
      version: 0,
      reader: "built-in",
      hasKey: false,
      leavesMachine: false,
      allows: { addresses: "loopback", localModels: true },
    });
    const asked = { mutationId: newId(), workspaceId, baseVersion: 0, ...ENDPOINT };
    for (const name of ["annotator", "reviewer", "viewer"] as const) {
      expect((await refusalOf(desk.as[name].assist.settings({ workspaceId }))).code).toBe("FORBIDDEN");
      expect((await refusalOf(desk.as[name].assist.setSettings(asked))).code).toBe("FORBIDDEN");
    }
  });

  it("keeps its key sealed, and sends it back to nobody", async () => {
    const { workspaceId } = desk;
    const said = await set({ key: KEY });
    expect(said).toMatchObject({ reader: "endpoint", hasKey: true, keyLost: false, leavesMachine: true });
    expect(JSON.stringify([said, await desk.as.owner.assist.settings({ workspaceId })])).not.toContain(KEY);
    const client = await desk.db.pool.connect();
    try {
      await client.query("SELECT set_config('assay.workspace', $1, false), set_config('assay.user', $2, false)", [
        workspaceId,
        desk.people.lead.id,
      ]);
      const { rows } = await client.query("SELECT row_to_json(s) AS row FROM assist_settings s");
      expect(rows).toHaveLength(1);
      const answers = await client.query("SELECT result FROM mutations WHERE procedure = 'assist.setSettings'");
      expect(answers.rows.length).toBeGreaterThan(0);
      expect(JSON.stringify([rows, answers.rows])).not.toContain(KEY);
    } finally {
      client.release(true);
    }
    // What is not sent stays; null takes it away.
    expect(await set({ model: "harbour-13b" })).toMatchObject({ model: "harbour-13b", hasKey: true });
    expect(await set({ key: null })).toMatchObject({ hasKey: false });
  });

  it("does not carry a key to another address", async () => {
    await set({ key: KEY });
    const elsewhere = { baseUrl: "https://elsewhere.example/v1" };
    expect(await refusalOf(set(elsewhere))).toMatchObject({ code: "REFUSED", details: { field: "key" } });
    expect(await set({ ...elsewhere, key: "sk-another" })).toMatchObject({ ...elsewhere, hasKey: true });
  });

  it("is reached where whoever runs the server allows it", async () => {
    await set({ key: null });
    const near = await set({ baseUrl: "http://127.0.0.1:11434/v1" });
    expect(near.leavesMachine).toBe(false);
    const refused = await refusalOf(set({ baseUrl: "https://10.0.0.1/v1" }));
    expect(refused).toMatchObject({ code: "REFUSED", details: { field: "baseUrl" } });
    expect((await refusalOf(set({ baseUrl: "http://169.254.169.254/" }))).code).toBe("REFUSED");
    expect((await refusalOf(set({ model: "" }))).details).toMatchObject({ field: "model" });
  });

  it("may lie in the server's folder of models, and nowhere else", async () => {
    const local = { reader: "local", baseUrl: "", model: "" } as const;
    expect(await set({ ...local, folder: "harbour-nli" })).toMatchObject({ reader: "local", leavesMachine: false });
    expect((await refusalOf(set({ ...local, folder: "another" }))).message).toMatch(/no model “another”/);
    expect((await refusalOf(set({ ...local, folder: "../harbour-nli" }))).code).toBe("INVALID");
    expect((await refusalOf(set({ ...local, folder: ".." }))).code).toBe("INVALID");
  });

  it("[E5] is not set over what somebody else set meanwhile", async () => {
    const { workspaceId } = desk;
    const asked = { mutationId: newId(), workspaceId, baseVersion: 0, ...ENDPOINT, key: KEY };
    const refused = await refusalOf(desk.as.owner.assist.setSettings(asked));
    expect(refused).toMatchObject({ code: "CONFLICT", details: { rule: "E5" } });
    expect(JSON.stringify(refused)).not.toContain(KEY);
  });
});
