import { writeFile } from "node:fs/promises";
import { transitionsPage } from "./transitions-page.ts";

// Pages of the documentation that are written from the code: `npm run docs`.
await writeFile(new URL("../../docs/transitions.md", import.meta.url), transitionsPage());
