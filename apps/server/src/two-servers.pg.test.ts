import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createTestDatabase } from "@assay/db/test-database";
import type { TestDatabase } from "@assay/db/test-database";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readEnv } from "./env.ts";
import { startServer } from "./start-server.ts";
import type { RunningServer } from "./start-server.ts";
import { newId } from "./testing/desk.ts";
import { client, enter } from "./testing/serve.ts";

let database: TestDatabase;
let data: string;
let servers: RunningServer[];
let apis: ReturnType<typeof client>[];
const workspaceId = newId();
const caseId = newId();

beforeAll(async () => {
  database = await createTestDatabase();
  data = mkdtempSync(join(tmpdir(), "assay-two-"));
  const given = { DATABASE_URL: database.url, ASSAY_DATA: data, ASSAY_SECRET: "s".repeat(32) };
  const env = readEnv({ ...given, PORT: "0", ASSAY_LOG: "silent" });
  // At the same moment, as a process manager would.
  servers = await Promise.all([startServer(env), startServer(env)]);
  const [first] = servers;
  if (first === undefined) throw new Error("No server started");
  const { authorization } = await enter({ url: first.url, close: first.stop }, "ida@assay.example");
  apis = servers.map(({ url, stop }) => client({ url, close: stop }, { authorization }));
  await apis[0]?.workspace.create.mutate({ mutationId: newId(), id: workspaceId, name: "Desk" });
  await apis[1]?.case.create.mutate({ mutationId: newId(), workspaceId, id: caseId, title: "Aurora", summary: "" });
});
afterAll(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  rmSync(data, { recursive: true, force: true });
  await database.drop();
});

describe("two servers on one database", () => {
  it("[E1] [E2] number 40 changes of one case at once without a gap, in one chain that both verify", async () => {
    const claim = (text: string) => ({ text, type: "event", claimant: "" }) as const;
    const sent = Array.from({ length: 20 }, (_, index) =>
      apis.map((api) =>
        api.claim.create.mutate({ mutationId: newId(), caseId, id: newId(), ...claim(`Claim ${index}`) }),
      ),
    );
    const changes = await Promise.all(sent.flat());
    // One event made the case.
    const numbers = changes.map(({ lastEvent }) => lastEvent).toSorted((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 40 }, (_, index) => index + 2));
    const [one, other] = await Promise.all(apis.map((api) => api.case.get.query({ caseId })));
    expect(one).toEqual(other);
    expect(one?.claims.map(({ number }) => number)).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
    for (const api of apis) {
      expect(await api.case.verifyLog.query({ caseId })).toEqual({ ok: true, events: 41, lastHash: one?.lastHash });
    }
  });

  it("[E4] do a mutation once that is sent to both, and answer alike", async () => {
    const claim = { id: newId(), text: "Sent twice", type: "event", claimant: "" } as const;
    const mutation = { mutationId: newId(), caseId, ...claim };
    const [one, other] = await Promise.all(apis.map((api) => api.claim.create.mutate(mutation)));
    expect(one).toEqual(other);
    const view = await apis[0]?.case.get.query({ caseId });
    expect(view?.claims.filter(({ id }) => id === claim.id)).toHaveLength(1);
  });

  it("[E5] let one of two edits of the same version through, and tell the other both wordings", async () => {
    const view = await apis[0]?.case.get.query({ caseId });
    const claim = view?.claims[0];
    if (claim === undefined) throw new Error("There is no claim");
    const edits = await Promise.allSettled(
      apis.map((api, index) =>
        api.claim.edit.mutate({
          mutationId: newId(),
          caseId,
          claimId: claim.id,
          baseVersion: claim.version,
          text: `Wording of server ${index}`,
          type: claim.type,
          claimant: "",
        }),
      ),
    );
    const refused = edits.filter(({ status }) => status === "rejected");
    expect(refused).toHaveLength(1);
    expect(refused[0]).toMatchObject({ reason: { data: { assay: { code: "CONFLICT" } } } });
  });
});
