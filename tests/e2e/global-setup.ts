import type { FullConfig } from "@playwright/test";
import { prepareServer, startBuiltServer } from "../support/server.ts";
import { bareWindows } from "./helpers/bare-windows.ts";

/**
 * One server for each worker, with a database and a port of its own: `ASSAY_LANES` says where (playwright.config.ts reads
 * it). A server that ASSAY_URL names already is used as it is: it has to be one with the demo, and is left with what the
 * tests made.
 */
export default async function setUp({ workers }: FullConfig): Promise<() => Promise<void>> {
  process.env.ASSAY_BARE_WINDOWS = await bareWindows();
  if (process.env.ASSAY_URL) return async () => undefined;
  await prepareServer();
  const starts = await Promise.allSettled(Array.from({ length: workers }, () => startBuiltServer()));
  const servers = starts.flatMap((start) => (start.status === "fulfilled" ? [start.value] : []));
  const stop = async () => void (await Promise.all(servers.map((server) => server.stop())));
  const refused = starts.find((start) => start.status === "rejected");
  if (refused !== undefined) {
    await stop();
    throw refused.reason;
  }
  process.env.ASSAY_LANES = servers.map(({ url }) => url).join(" ");
  return stop;
}
