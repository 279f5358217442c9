import { votingGroup } from "@assay/domain";
import { counted, capitalised, figure, inWords, listed } from "../prose.ts";
import type { ReportSnapshot, SnapshotClaim, SnapshotSource } from "../snapshot/report-snapshot.ts";
import type { Chart } from "./chart.ts";
import { bar, clip, drawing, rule, words } from "./svg.ts";

/** Above this many claims each is no longer a row of its own: the claims are counted by their origins. */
const MOST_ROWS = 60;
/** As many as a page of print has room for, under the title. */
const ROWS_OF_A_SHEET = 34;
const WIDTH = 500;
const ROW = 17;
const TOP = 34;

interface Borne {
  claim: SnapshotClaim;
  /** Independence groups (V1): one with a settled verified cell of its own words, one whose verified is attributed only. */
  own: number;
  attributed: number;
  against: number;
}

/** How many independent origins bear each claim out, and how many speak against it. */
export function corroborationChart(snapshot: ReportSnapshot): Chart {
  const rows = snapshot.claims.map((claim) => borne(claim, snapshot.sources));
  const title = "How many independent origins bear each claim out";
  const table = {
    head: ["Claim", "Origins that verify it", "of these only by attribution", "Origins that dispute it"],
    rows: rows.map(({ claim, own, attributed, against }) => [
      `${claim.label}. ${claim.text}`,
      figure(own + attributed),
      figure(attributed),
      figure(against),
    ]),
  };
  const description = describe(rows);
  const isCounted = rows.length > MOST_ROWS;
  const { width, height, parts } = isCounted ? counts(rows) : perClaim(rows, rows);
  const svg = drawing(width, height, title, parts);
  const sheets = isCounted || rows.length <= ROWS_OF_A_SHEET ? [{ svg, description }] : sheetsOf(rows, title, description);
  return { title, description, width, height, svg, sheets, table };
}

function sheetsOf(rows: readonly Borne[], title: string, description: string): Chart["sheets"] {
  const count = Math.ceil(rows.length / ROWS_OF_A_SHEET);
  const each = Math.ceil(rows.length / count);
  return Array.from({ length: count }, (_, index) => {
    const own = rows.slice(index * each, (index + 1) * each);
    const { width, height, parts } = perClaim(own, rows);
    const told = `The chart goes on: ${own[0]?.claim.label ?? ""} to ${own.at(-1)?.claim.label ?? ""}.`;
    return { svg: drawing(width, height, title, parts), description: index === 0 ? description : told };
  });
}

function borne(claim: SnapshotClaim, sources: readonly SnapshotSource[]): Borne {
  const groups = new Map(sources.map((source) => [source.id, votingGroup(source)]));
  const own = new Set<string>();
  const told = new Set<string>();
  const against = new Set<string>();
  for (const cell of claim.cells) {
    const group = groups.get(cell.sourceId);
    if (group === undefined || cell.state !== "settled") continue;
    if (cell.stance === "disputed") against.add(group);
    if (cell.stance === "verified") (cell.attributed ? told : own).add(group);
  }
  const attributed = [...told].filter((group) => !own.has(group)).length;
  return { claim, own: own.size, attributed, against: against.size };
}

function describe(rows: readonly Borne[]): string {
  if (rows.length === 0) return "There is no claim to show.";
  const two = rows.filter(({ own, attributed }) => own + attributed >= 2).length;
  const one = rows.filter(({ own, attributed }) => own + attributed === 1).length;
  const none = rows.length - two - one;
  const disputed = rows.filter(({ against }) => against > 0).length;
  const borne = [
    two === 0 ? "" : `${counted(two, "claim is", "claims are")} verified by two or more origins`,
    one === 0 ? "" : two === 0 ? `${counted(one, "claim is", "claims are")} verified by one origin alone` : `${inWords(one)} by one`,
    none === 0 ? "" : two + one === 0 ? `${counted(none, "claim is", "claims are")} verified by no origin` : `${inWords(none)} by none`,
  ];
  const against =
    disputed === 0 ? "no claim is disputed" : `${counted(disputed, "claim is", "claims are")} disputed by at least one origin`;
  return capitalised(`${listed(borne.filter((part) => part !== ""))}; ${against}.`);
}

interface Drawn {
  width: number;
  height: number;
  parts: string[];
}

/** Some claims, on the scale of all: the bars take what they need, and the words the rest. */
function perClaim(rows: readonly Borne[], all: readonly Borne[]): Drawn {
  const most = Math.max(1, ...all.map(({ own, attributed }) => own + attributed));
  const left = Math.max(1, ...all.map(({ against }) => against));
  const unit = Math.min(26, 260 / (most + left));
  const axis = WIDTH - Math.max(most * unit + 6, 38);
  const textEnd = axis - Math.max(left * unit + 8, 48);
  const height = TOP + rows.length * ROW + 8;
  const parts = [
    words(axis - 6, 12, "dispute", { paint: "disputed", anchor: "end", bold: true }),
    words(axis + 6, 12, "verify", { paint: "verified", bold: true }),
  ];
  rows.forEach(({ claim, own, attributed, against }, index) => {
    const y = TOP - 10 + index * ROW;
    parts.push(words(0, y + 11, claim.label, { paint: "faint", size: 10.5 }));
    parts.push(words(30, y + 11, clip(claim.text, Math.floor((textEnd - 30) / 5.1)), { size: 10.5 }));
    for (let one = 0; one < against; one += 1) {
      parts.push(bar(axis - (one + 1) * unit + 1, y + 2, unit - 3, ROW - 6, "disputed"));
    }
    for (let one = 0; one < own + attributed; one += 1) {
      parts.push(bar(axis + one * unit + 2, y + 2, unit - 3, ROW - 6, one < own ? "verified" : "attributed"));
    }
    parts.push(rule(0, y + ROW - 0.5, WIDTH, y + ROW - 0.5));
  });
  parts.push(rule(axis, 18, axis, height - 8, "ink"));
  return { width: WIDTH, height, parts };
}

function counts(rows: readonly Borne[]): Drawn {
  const most = Math.max(...rows.map(({ own, attributed }) => own + attributed));
  const bins = Array.from({ length: most + 1 }, (_, origins) => {
    const of = rows.filter(({ own, attributed }) => own + attributed === origins);
    const against = of.filter((row) => row.against > 0).length;
    return { origins, free: of.length - against, against };
  });
  const scale = (WIDTH - 190) / Math.max(1, ...bins.map(({ free, against }) => free + against));
  const parts = [words(140, 12, "undisputed", { paint: "verified", bold: true })];
  parts.push(words(214, 12, "disputed by at least one origin", { paint: "disputed", bold: true }));
  bins.forEach(({ origins, free, against }, index) => {
    const y = 22 + index * 26;
    const name = origins === 0 ? "no origin verifies" : origins === 1 ? "one origin" : `${figure(origins)} origins`;
    parts.push(words(128, y + 14, name, { anchor: "end" }));
    parts.push(bar(136, y, free * scale, 20, "verified"), bar(136 + free * scale, y, against * scale, 20, "disputed"));
    parts.push(words(142 + (free + against) * scale, y + 14, figure(free + against), { paint: "faint" }));
  });
  parts.push(rule(135, 18, 135, 22 + bins.length * 26, "ink"));
  return { width: WIDTH, height: 26 + bins.length * 26, parts };
}
