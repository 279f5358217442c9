import { bar, capitalised, clip, counted, drawing, figure, listed, words } from "@assay/reports/html-kit";
import type { CheckReport } from "./check-report.ts";
import type { Texts } from "./html-passage.ts";

const WIDTH = 560;
const NAMES = 170;
const ROW = 36;
const PARTS = [
  { stance: "verified", word: "says so" },
  { stance: "disputed", word: "says otherwise" },
  { stance: "missing", word: "seems silent" },
] as const;

export interface Picture {
  svg: string;
  description: string;
}

/** What each source says and what it seems to leave out, one bar a source. */
export function omissionPicture({ claims, sources, omissions }: CheckReport, texts: Texts): Picture {
  const title = "What each source says of the claims, and what it seems to leave out";
  const scale = (WIDTH - NAMES) / Math.max(1, claims.length);
  let x = NAMES;
  const key = PARTS.flatMap(({ stance, word }) => {
    const at = x;
    x += 36 + word.length * 6;
    return [bar(at, 2, 16, 10, stance), words(at + 22, 11, word, { size: 11 })];
  });
  const rows = sources.flatMap(({ id }, index) => {
    const y = 28 + index * ROW;
    const parts = [words(NAMES - 10, y + 13, clip(`${texts.number.get(id) ?? 0}. ${texts.name.get(id) ?? id}`, 25), { anchor: "end", size: 12 })];
    let from = NAMES;
    for (const { stance } of PARTS) {
      const count = claims.filter(({ cells }) => cells.some((cell) => cell.source === id && cell.suggestion === stance)).length;
      if (count === 0) continue;
      parts.push(bar(from, y, count * scale, 17, stance));
      if (count * scale > 10) parts.push(words(from + (count * scale) / 2, y + 29, figure(count), { anchor: "middle", size: 10, paint: "faint" }));
      from += count * scale;
    }
    return parts;
  });
  return { svg: drawing(WIDTH, 34 + sources.length * ROW, title, [...key, ...rows]), description: describe(omissions, texts) };
}

function describe(omissions: CheckReport["omissions"], texts: Texts): string {
  const most = Math.max(0, ...omissions.map(({ omitted }) => omitted.length));
  if (most === 0) return "No source seems to leave out a claim that another reports.";
  const names = omissions.filter(({ omitted }) => omitted.length === most).map(({ source }) => texts.name.get(source) ?? source);
  const verb = names.length === 1 ? "seems" : "seem";
  return `${capitalised(listed(names))} ${verb} to leave out the most of what others report: ${counted(most, "claim", "claims")}${names.length > 1 ? " each" : ""}.`;
}
