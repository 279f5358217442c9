import { startBuiltServer } from "../support/server.ts";

/** One server for all browser tests; `process.env.ASSAY_URL` says where, `ASSAY_E2E_DATA` its data folder. */
export default async function setUp(): Promise<() => Promise<void>> {
  const server = await startBuiltServer();
  process.env.ASSAY_URL = server.url;
  process.env.ASSAY_E2E_DATA = server.data;
  return () => server.stop();
}
