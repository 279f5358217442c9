import { afterAll, beforeAll, expect, it } from "vitest";
import { newId, openApp } from "../testing/desk.ts";
import type { TestServerApp } from "../testing/desk.ts";
import { client, enter, serve } from "../testing/serve.ts";
import type { Listening } from "../testing/serve.ts";

let opened: TestServerApp;
let at: Listening;
beforeAll(async () => {
  opened = await openApp();
  at = await serve(opened);
});
afterAll(async () => {
  await at.close();
  await opened.close();
});

it("[P1] a change that one person kept on a device is not made with another person's session", async () => {
  const ida = await enter(at, "ida.kept@assay.example");
  const oda = await enter(at, "oda.kept@assay.example");
  const idOf = async ({ api }: typeof ida) => (await api.me.get.query()).user?.id ?? "";
  const kept = (madeBy: string) => client(at, { authorization: ida.authorization, "x-assay-person": madeBy });
  const workspace = () => ({ mutationId: newId(), id: newId(), name: "Harbour desk" });

  const others = kept(await idOf(oda)).workspace.create.mutate(workspace());
  await expect(others).rejects.toMatchObject({ data: { assay: { code: "UNAUTHENTICATED" } } });
  expect((await ida.api.me.get.query()).workspaces).toEqual([]);

  await kept(await idOf(ida)).workspace.create.mutate(workspace());
  expect((await ida.api.me.get.query()).workspaces).toHaveLength(1);
});
