import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { transitionsPage } from "./transitions-page.ts";

it("docs/transitions.md says what the rules say; `npm run docs` writes it anew", async () => {
  const page = await readFile(new URL("../../docs/transitions.md", import.meta.url), "utf8");
  expect(page).toBe(transitionsPage());
});
