import type { ReportFormatName } from "@assay/reports";

/** What a report of so many claims took in one format. */
export interface GrowthPoint {
  format: ReportFormatName;
  claims: number;
  /** Of the processor. */
  milliseconds: number;
  megabytes: number;
}

const WIDTH = 210;
const HEIGHT = 120;
const CELL = { width: WIDTH + 70, height: HEIGHT + 80 };
const COLUMNS = 4;

/** A chart for each format: seconds by claims, and beside them the straight line on which the smallest report lies. */
export function plotGrowth(points: readonly GrowthPoint[]): string {
  const formats = [...new Set(points.map(({ format }) => format))];
  const width = COLUMNS * CELL.width + 20;
  const height = Math.ceil(formats.length / COLUMNS) * CELL.height + 40;
  const charts = formats.map((format, nth) => {
    const [left, top] = [60 + (nth % COLUMNS) * CELL.width, 40 + Math.floor(nth / COLUMNS) * CELL.height];
    return drawChart(format, points.filter((point) => point.format === format), left, top);
  });
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="11" role="img">` +
    "<title>Processor seconds that a report takes, by claims of ten sources each</title>" +
    `<rect width="${width}" height="${height}" fill="#fff"/>${charts.join("")}` +
    `<text x="60" y="${height - 14}">Seconds of the processor by claims, each in ten sources. Dashed: the time of the smallest report, ` +
    "times the claims. In italics: memory of the process at its highest.</text></svg>\n"
  );
}

function drawChart(format: ReportFormatName, points: readonly GrowthPoint[], left: number, top: number): string {
  const seconds = points.map(({ milliseconds }) => milliseconds / 1000);
  const widest = Math.max(...points.map(({ claims }) => claims));
  const [first] = points;
  const slope = first === undefined ? 0 : first.milliseconds / 1000 / first.claims;
  const most = Math.max(...seconds, slope * widest) * 1.1;
  const x = (claims: number): number => left + (claims / widest) * WIDTH;
  const y = (value: number): number => top + HEIGHT - (value / most) * HEIGHT;
  const at = (claims: number, value: number): string => `${x(claims).toFixed(1)},${y(value).toFixed(1)}`;
  const path = points.map(({ claims }, nth) => at(claims, seconds[nth] ?? 0)).join(" ");
  const dots = points.map(
    ({ claims, megabytes }, nth) =>
      `<circle cx="${x(claims).toFixed(1)}" cy="${y(seconds[nth] ?? 0).toFixed(1)}" r="3" fill="#2b4a9e"/>` +
      `<text x="${x(claims).toFixed(1)}" y="${top + HEIGHT + 14}" text-anchor="middle">${thousands(claims)}</text>` +
      `<text x="${x(claims).toFixed(1)}" y="${top + HEIGHT + 28}" text-anchor="middle" font-style="italic" fill="#555">` +
      `${Math.round(megabytes)}${nth === points.length - 1 ? " MB" : ""}</text>`,
  );
  const levels = [0, most / 2, most].map(
    (value) =>
      `<line x1="${left}" x2="${left + WIDTH}" y1="${y(value).toFixed(1)}" y2="${y(value).toFixed(1)}" stroke="#ddd"/>` +
      `<text x="${left - 6}" y="${(y(value) + 4).toFixed(1)}" text-anchor="end">${Number(value.toPrecision(2))}</text>`,
  );
  return (
    `<text x="${left}" y="${top - 10}" font-weight="bold">${format}</text>${levels.join("")}` +
    `<polyline points="${at(0, 0)} ${at(widest, slope * widest)}" fill="none" stroke="#999" stroke-dasharray="4 3"/>` +
    `<polyline points="${path}" fill="none" stroke="#2b4a9e" stroke-width="2"/>${dots.join("")}`
  );
}

function thousands(claims: number): string {
  return claims % 1000 === 0 ? `${claims / 1000}k` : String(claims);
}
