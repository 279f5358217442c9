import type { PrintedCell } from "../printed/printed-report.ts";

const pen = (width: number) => `fill="none" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"`;
const DEEP = { verified: "#00664f", disputed: "#a03c00", missing: "#7c3c66" } as const;
const TINT = { verified: "#e2f1ea", disputed: "#fae7da", missing: "#f6eaf1" } as const;
const LINE = { verified: "#0a8f6b", disputed: "#d0560a", missing: "#b0648f" } as const;

const SHAPES = {
  verified: [DEEP.verified, "M3 8.7 6.4 12 13 4.2"],
  disputed: [DEEP.disputed, "M3 6h10M3 10h10M10.4 3 5.6 13"],
  missing: [DEEP.missing, "M12.8 8A4.8 4.8 0 1 1 3.2 8a4.8 4.8 0 0 1 9.6 0M3.2 12.8 12.8 3.2"],
  corroborated: [DEEP.verified, "M5.2 3v10M10.8 3v10"],
  supported: [DEEP.verified, "M8 3v10"],
  single_source: [DEEP.verified, "M5.2 3v10M10.8 3v.1M10.8 6.3v.1M10.8 9.6v.1M10.8 12.9v.1"],
  conflicting: [DEEP.disputed, "M6.4 8H2M4 5.8 1.8 8 4 10.2M9.6 8H14M12 5.8 14.2 8 12 10.2"],
  refuted: [DEEP.disputed, "M4 4l8 8M12 4l-8 8"],
  not_enough_evidence: ["#5b5344", "M8 3v.1M11.5 4.5v.1M13 8v.1M11.5 11.5v.1M8 13v.1M4.5 11.5v.1M3 8v.1M4.5 4.5v.1"],
} as const;

type Judged = keyof typeof DEEP;

function svg(width: number, height: number, inside: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${inside}</svg>`;
}

function shape(name: keyof typeof SHAPES): string {
  const [colour, path] = SHAPES[name];
  return `<path ${pen(2)} stroke="${colour}" d="${path}"/>`;
}

/** Settled cells are filled and underlined after their stance: solid, double, dashed; open ones have a dashed frame. */
function cell(stance: Judged, open: boolean): string {
  const mark = `<g transform="translate(10.5 3.2) scale(.8)">${shape(stance)}</g>`;
  const edge = `stroke="${LINE[stance]}" fill="none"`;
  if (open) {
    const frame = `<rect x=".7" y=".7" width="32.6" height="20.6" ${edge} stroke-width="1.2" stroke-dasharray="3 2.4"/>`;
    return svg(34, 22, frame + mark);
  }
  const ground = `<rect width="34" height="22" fill="${TINT[stance]}"/>`;
  const lines = {
    verified: `<path d="M0 21h34" ${edge} stroke-width="2"/>`,
    disputed: `<path d="M0 18.6h34M0 21.4h34" ${edge} stroke-width="1.1"/>`,
    missing: `<path d="M0 21h34" ${edge} stroke-width="2" stroke-dasharray="4 3"/>`,
  };
  return svg(34, 22, ground + lines[stance] + mark);
}

const QUERY = svg(
  34,
  22,
  '<rect x=".7" y=".7" width="32.6" height="20.6" stroke="#7a5000" fill="none" stroke-width="1.2" stroke-dasharray="3 2.4"/>' +
    `<path ${pen(1.8)} stroke="#7a5000" d="M14.2 8.2a2.8 2.8 0 1 1 4.2 2.4c-1 .6-1.4 1.2-1.4 2.2M17 16.4v.1"/>`,
);

/** Every picture of the page by name; a cell's name comes from `pictureOf`. */
export const PICTURES: Record<string, string> = {
  ...Object.fromEntries(
    (Object.keys(SHAPES) as (keyof typeof SHAPES)[]).map((name) => [name, svg(16, 16, shape(name))]),
  ),
  ...Object.fromEntries(
    (["verified", "disputed", "missing"] as const).flatMap((stance) => [
      [`cell-${stance}`, cell(stance, false)],
      [`cell-${stance}-open`, cell(stance, true)],
    ]),
  ),
  "cell-contested": QUERY,
  "cell-empty": svg(34, 22, '<circle cx="17" cy="11" r="2" fill="#5b5344"/>'),
  "cell-out": svg(34, 22, '<path d="M13 11h8" stroke="#5b5344" stroke-width="1.4"/>'),
};

export function pictureOf({ look, open }: PrintedCell): string {
  return look === "contested" || look === "empty" || look === "out" ? `cell-${look}` : `cell-${look}${open ? "-open" : ""}`;
}
