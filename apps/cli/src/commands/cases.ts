import type { Api } from "../client.ts";
import { listCases } from "../find-case.ts";

export async function showCases(api: Api, options: { json?: boolean }): Promise<void> {
  const cases = await listCases(api);
  if (options.json) {
    process.stdout.write(`${JSON.stringify(cases, null, 2)}\n`);
    return;
  }
  if (cases.length === 0) {
    process.stdout.write("No cases yet.\n");
    return;
  }
  for (const c of cases) {
    const counts = `${c.sources} sources, ${c.claims} claims`;
    process.stdout.write(`${c.id.slice(0, 8)}  ${c.title}  (${c.workspace}; ${counts}; ${c.toReview} to review)\n`);
  }
}
