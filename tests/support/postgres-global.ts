import type { TestProject } from "vitest/node";
import { startTestServer } from "./test-server.ts";

/** One Postgres and one migrated template for a whole run: an embedded one, or the server DATABASE_URL_TEST names. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { testServer, stop } = await startTestServer(process.env["DATABASE_URL_TEST"]);
  project.provide("testServer", testServer);
  return stop;
}
