import { expect } from "@playwright/test";
import type { Page } from "@playwright/test";
import type { CaseView, RevisionText } from "@assay/domain";

export const caseIdOf = (url: string): string => {
  const id = /\/c\/([0-9a-f-]{36})/.exec(url)?.[1];
  if (id === undefined) throw new Error(`No case in ${url}`);
  return id;
};

/** Asks the API with the session of a page: what the server holds, beside what the page shows. */
async function query<Result>(page: Page, procedure: string, input: object): Promise<Result> {
  // A connection of its own: one that was kept since the last question may be closed by the server at this very moment.
  const response = await page.request.get(`/api/trpc/${procedure}?input=${encodeURIComponent(JSON.stringify(input))}`, {
    headers: { connection: "close" },
  });
  if (!response.ok()) throw new Error(`${procedure}: ${response.status()} ${await response.text()}`);
  return ((await response.json()) as { result: { data: Result } }).result.data;
}

/** What the server holds once nothing is on its way to it; what is kept for want of an answer is not waited for. */
export async function caseView(page: Page, url = page.url()): Promise<CaseView> {
  await expect(page.locator(".shell-savedbox[data-phase=saving]")).toHaveCount(0);
  return query<CaseView>(page, "case.get", { caseId: caseIdOf(url) });
}

/** Source id → the text of its current revision. */
export async function revisionTexts(page: Page, url = page.url()): Promise<Map<string, string>> {
  const { sources } = await caseView(page, url);
  const caseId = caseIdOf(url);
  const texts = sources.map(({ id }) => query<RevisionText>(page, "source.text", { caseId, sourceId: id }));
  return new Map((await Promise.all(texts)).map(({ sourceId, text }) => [sourceId, text]));
}

export async function tagIdOf(page: Page, url: string, claim: number, source: number): Promise<string> {
  const view = await caseView(page, url);
  const claimId = view.claims.find((one) => one.number === claim)?.id;
  const sourceId = view.sources.find((one) => one.number === source)?.id;
  const tag = view.tags.find((one) => one.claimId === claimId && one.sourceId === sourceId && one.state !== "withdrawn");
  if (tag === undefined) throw new Error(`Nobody has tagged C${claim} in source ${source}`);
  return tag.id;
}
