import type { Page } from "@playwright/test";

/**
 * The first request of each of these procedures reaches the server and is carried out; its answer never comes. Returns
 * how often each one reached the server.
 */
export async function loseAnswers(page: Page, procedures: readonly string[]): Promise<(procedure: string) => number> {
  const arrived = new Map<string, number>();
  for (const procedure of procedures) {
    await page.route(`**/api/trpc/${procedure}?**`, async (route) => {
      const times = (arrived.get(procedure) ?? 0) + 1;
      const response = await route.fetch();
      arrived.set(procedure, times);
      if (times === 1) await route.abort("connectionreset");
      else await route.fulfill({ response });
    });
  }
  return (procedure) => arrived.get(procedure) ?? 0;
}
