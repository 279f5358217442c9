import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { FontFace } from "@assay/reports";
import { ROOT } from "../root.ts";

/** Source Serif for what sources and the report say, Source Sans for what the tool says. Both under the OFL. */
const FACES = [
  { family: "Source Serif 4", file: "source-serif-4/files/source-serif-4-latin-wght-normal.woff2" },
  { family: "Source Sans 3", file: "source-sans-3/files/source-sans-3-latin-wght-normal.woff2" },
];

let faces: FontFace[] | null = null;

/** The faces a report carries, read once: about 110 kB in each HTML export. */
export function reportFaces(): FontFace[] {
  const { resolve } = createRequire(join(ROOT, "apps/server/package.json"));
  return (faces ??= FACES.map(({ family, file }) => ({
    family,
    weight: "200 900",
    style: "normal",
    woff2Base64: readFileSync(resolve(`@fontsource-variable/${file}`)).toString("base64"),
  })));
}
