import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { codePointsOf, namedSfnt } from "./sfnt.ts";

/** One design and script: the file that every weight of it falls back to comes first. */
interface Face {
  family: string;
  files: string[];
}

export interface PdfFonts {
  blobs: Buffer[];
  /** Families in the order in which the typesetter tries them for each character. */
  serif: string[];
  sans: string[];
  /** Of the report's own characters, those that no typeface here has. */
  uncovered: ReadonlySet<number>;
  /** The sans in which a character is set: a picture's words have no families to fall back on. */
  sansOf(character: string): string;
}

const SUBSETS = ["latin", "latin-ext", "greek", "cyrillic", "cyrillic-ext", "vietnamese"];

function fontsource(design: string, subset: string, ...variants: string[]): string[] {
  return variants.map((variant) => `@fontsource/${design}/files/${design}-${subset}-${variant}.woff`);
}

const SERIF: Face[] = SUBSETS.map((subset) => ({
  family: `Assay Serif ${subset}`,
  files: fontsource("source-serif-4", subset, "400-normal", "600-normal", "400-italic"),
}));

const SANS: Face[] = SUBSETS.map((subset) => ({
  family: `Assay Sans ${subset}`,
  files: fontsource("source-sans-3", subset, "400-normal", "600-normal"),
}));

/** The package names only its index. */
const HAN = "@embedpdf/fonts-sc|../fonts/NotoSansHans-Regular.otf";

/** Other scripts, then everything that is left: UnifontEX draws nearly all of Unicode, plainly. */
const OTHERS: Face[] = [
  { family: "Assay Arabic", files: fontsource("noto-naskh-arabic", "arabic", "400-normal", "600-normal") },
  { family: "Assay Hebrew", files: fontsource("noto-sans-hebrew", "hebrew", "400-normal", "600-normal") },
  { family: "Assay Devanagari", files: fontsource("noto-sans-devanagari", "devanagari", "400-normal", "600-normal") },
  { family: "Assay Thai", files: fontsource("noto-sans-thai", "thai", "400-normal", "600-normal") },
  { family: "Assay Han", files: [HAN] },
  { family: "Assay Hangul", files: fontsource("gowun-dodum", "korean", "400-normal") },
  { family: "Assay Emoji", files: fontsource("noto-emoji", "emoji", "400-normal", "600-normal") },
  { family: "Assay Last", files: fontsource("unifontex", "latin", "400-normal") },
];

const { resolve } = createRequire(import.meta.url);

function pathOf(file: string): string {
  const [name = file, inside] = file.split("|");
  return inside === undefined ? resolve(name) : join(dirname(resolve(name)), inside);
}

interface Loaded {
  blobs: Buffer[];
  has: ReadonlySet<number>;
}

/** The files never change while the process lives, and most reports need three of them. */
const loaded = new Map<string, Loaded>();

function load({ family, files }: Face): Loaded {
  const before = loaded.get(family);
  if (before !== undefined) return before;
  const blobs = files.map((file) => namedSfnt(readFileSync(pathOf(file)), family));
  const [first] = blobs;
  const now = { blobs, has: first === undefined ? new Set<number>() : codePointsOf(first) };
  loaded.set(family, now);
  return now;
}

/** Only the typefaces that these characters need: a report in English does without the megabytes for Chinese. */
export function fontsFor(characters: ReadonlySet<number>): PdfFonts {
  const left = new Set([...characters].filter((code) => !isInvisible(code)));
  const serif = take(SERIF, left, true);
  const sans = take(SANS, left, true);
  const missing = new Set([...serif.missing, ...sans.missing]);
  const others = take(OTHERS, missing, false);
  const shared = others.faces.map(({ family }) => family);
  const choices = [...sans.faces, ...others.faces].map((face) => ({ family: face.family, has: load(face).has }));
  return {
    blobs: [...serif.faces, ...sans.faces, ...others.faces].flatMap((face) => load(face).blobs),
    serif: [...serif.faces.map(({ family }) => family), ...shared],
    sans: [...sans.faces.map(({ family }) => family), ...shared],
    uncovered: others.missing,
    sansOf(character) {
      const code = character.codePointAt(0) ?? 0;
      return (choices.find(({ has }) => has.has(code)) ?? choices[0])?.family ?? "";
    },
  };
}

/** `always` keeps the first face, in which the report's own words are set. */
function take(faces: readonly Face[], characters: ReadonlySet<number>, always: boolean) {
  const missing = new Set(characters);
  const taken: Face[] = [];
  for (const [index, face] of faces.entries()) {
    if (missing.size === 0 && !(always && index === 0)) break;
    const { has } = load(face);
    const found = [...missing].filter((code) => has.has(code));
    if (found.length === 0 && !(always && index === 0)) continue;
    taken.push(face);
    for (const code of found) missing.delete(code);
  }
  return { faces: taken, missing };
}

/** Drawn as nothing by every typesetter: joiners, selectors, marks of direction. */
export function isInvisible(code: number): boolean {
  return /^[\p{Default_Ignorable_Code_Point}\s]$/u.test(String.fromCodePoint(code));
}
