import { createRequire } from "node:module";
import { expect } from "@playwright/test";
import type { Page } from "@playwright/test";

interface Finding {
  id: string;
  impact?: string | null;
  nodes: { target: unknown[]; failureSummary?: string }[];
}

/**
 * Axe itself, not its builder: the builder also wants to run in the report's preview, a frame that lets no script run,
 * and waits there for ever.
 */
const { source } = createRequire(createRequire(import.meta.url).resolve("@axe-core/playwright"))("axe-core") as {
  source: string;
};

/** No serious and no critical violation on what the page shows now; `only` one rule where the rest was checked before. */
export async function expectNoViolations(page: Page, where: string, only?: string): Promise<void> {
  await page.evaluate(source);
  let grave = await graveOn(page, only);
  // A notice may have begun to fade while axe looked at it: what is wrong with the page is wrong the second time too.
  if (grave.length > 0) grave = await graveOn(page, only);
  expect(grave, where).toEqual([]);
}

async function graveOn(page: Page, only: string | undefined): Promise<string[]> {
  await standsStill(page);
  const violations = await page.evaluate(async (rule): Promise<Finding[]> => {
    const { axe } = window as unknown as { axe: { run(on: Document, options: object): Promise<{ violations: Finding[] }> } };
    const options = { iframes: false, preload: false, resultTypes: ["violations"] };
    const found = await axe.run(document, rule === undefined ? options : { ...options, runOnly: [rule] });
    return found.violations;
  }, only);
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.target.join(" ")} ${node.failureSummary ?? ""}`).join("\n  ")}`);
}

/** What fades in or out has other colours meanwhile; what turns for ever is left to turn. */
async function standsStill(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    document
      .getAnimations()
      .every(({ playState, effect }) => playState !== "running" || effect?.getComputedTiming().endTime === Infinity),
  );
}
