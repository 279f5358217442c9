import { capitalised, counted, figure, listed } from "../prose.ts";
import type { ReportSnapshot, SnapshotSource } from "../snapshot/report-snapshot.ts";
import type { BarLook } from "./svg.ts";
import type { Chart } from "./chart.ts";
import { bar, clip, drawing, words } from "./svg.ts";

const WIDTH = 500;
const NAMES = 150;
const ROW = 34;

interface Profile {
  source: SnapshotSource;
  verified: number;
  disputed: number;
  missing: number;
  open: number;
}

const PARTS: readonly { look: BarLook & keyof Profile; word: string }[] = [
  { look: "verified", word: "says so" },
  { look: "disputed", word: "says otherwise" },
  { look: "missing", word: "silent" },
  { look: "open", word: "not settled" },
];

/** What each source leaves out: of all the claims, how many it bears out, speaks against, or passes over. */
export function omissionChart(snapshot: ReportSnapshot): Chart {
  const profiles = snapshot.sources.map((source) => profile(source, snapshot));
  const title = "What each source says, and what it leaves out";
  const table = {
    head: ["Source", "verified", "disputed", "missing", "not settled"],
    rows: profiles.map((one) => [
      one.source.name,
      ...[one.verified, one.disputed, one.missing, one.open].map((value) => figure(value)),
    ]),
  };
  const height = 28 + profiles.length * ROW;
  const most = Math.max(1, ...profiles.map((one) => one.verified + one.disputed + one.missing + one.open));
  const scale = (WIDTH - NAMES) / most;
  const parts = [...key(), ...profiles.flatMap((one, index) => row(one, 26 + index * ROW, scale))];
  const description = describe(profiles);
  const svg = drawing(WIDTH, height, title, parts);
  return { title, description, width: WIDTH, height, svg, sheets: [{ svg, description }], table };
}

function profile(source: SnapshotSource, { claims }: ReportSnapshot): Profile {
  const cells = claims.flatMap((claim) => claim.cells.filter((cell) => cell.sourceId === source.id));
  const { verified, disputed, missing } = source.settled;
  return { source, verified, disputed, missing, open: cells.length - verified - disputed - missing };
}

function key(): string[] {
  let x = NAMES;
  return PARTS.flatMap(({ look, word }) => {
    const at = x;
    x += 34 + word.length * 5.6;
    return [bar(at, 2, 16, 10, look), words(at + 21, 11, word, { size: 10.5 })];
  });
}

function row(one: Profile, y: number, scale: number): string[] {
  const parts = [words(NAMES - 10, y + 16, clip(`${one.source.number}. ${one.source.name}`, 26), { anchor: "end" })];
  let x = NAMES;
  for (const { look } of PARTS) {
    const value = one[look];
    if (typeof value !== "number" || value === 0) continue;
    parts.push(bar(x, y, value * scale, 16, look));
    const label = figure(value);
    if (value * scale > 10) {
      parts.push(words(x + (value * scale) / 2, y + 27, label, { anchor: "middle", size: 9.5, paint: "faint" }));
    }
    x += value * scale;
  }
  return parts;
}

function describe(profiles: readonly Profile[]): string {
  if (profiles.length === 0) return "There is no source to show.";
  const most = Math.max(...profiles.map(({ missing }) => missing));
  if (most === 0) return "No source was found to be silent on any claim.";
  const names = profiles.filter(({ missing }) => missing === most).map(({ source }) => source.name);
  const verb = names.length === 1 ? "passes" : "pass";
  return capitalised(`${listed(names)} ${verb} over the most: ${counted(most, "claim", "claims")}${names.length > 1 ? " each" : ""}.`);
}
