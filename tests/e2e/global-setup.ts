import { startBuiltServer } from "../support/server.ts";
import { bareWindows } from "./helpers/bare-windows.ts";

/**
 * One server for all browser tests; `process.env.ASSAY_URL` says where, `ASSAY_E2E_DATA` its data folder. A server that
 * ASSAY_URL names already is used as it is: it has to be one with the demo, and is left with what the tests made.
 */
export default async function setUp(): Promise<() => Promise<void>> {
  process.env.ASSAY_BARE_WINDOWS = await bareWindows();
  if (process.env.ASSAY_URL) return async () => undefined;
  const server = await startBuiltServer();
  process.env.ASSAY_URL = server.url;
  process.env.ASSAY_E2E_DATA = server.data;
  return () => server.stop();
}
