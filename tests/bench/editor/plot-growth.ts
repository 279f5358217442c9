import type { GrowthPoint } from "./growth.ts";

const WIDTH = 300;
const HEIGHT = 180;
const GAP = 60;
const DASHES = ["", "5 3", "2 3"];

/** How mounting, one more mark and the hit test grow with the marks; a line for each number of paragraphs. */
export function plotGrowth(points: readonly GrowthPoint[]): string {
  const charts = [
    { title: "mount, ms", of: ({ mount }: GrowthPoint) => mount },
    { title: "one more mark, ms", of: ({ add }: GrowthPoint) => add },
    { title: "hit test, µs", of: ({ hit }: GrowthPoint) => hit },
  ];
  const width = charts.length * (WIDTH + GAP) + GAP;
  const height = HEIGHT + 110;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12">` +
    `<rect width="${width}" height="${height}" fill="#fff"/>` +
    charts.map((chart, at) => drawChart(points, chart, GAP + at * (WIDTH + GAP))).join("") +
    "</svg>\n"
  );
}

function drawChart(points: readonly GrowthPoint[], chart: { title: string; of: (point: GrowthPoint) => number }, left: number): string {
  const most = Math.max(...points.map(chart.of)) * 1.1;
  const marks = [...new Set(points.map((point) => point.marks))];
  const x = (point: GrowthPoint): number => left + (marks.indexOf(point.marks) / Math.max(1, marks.length - 1)) * WIDTH;
  const y = (value: number): number => 40 + HEIGHT - (value / most) * HEIGHT;
  const lines = [...new Set(points.map(({ paragraphs }) => paragraphs))].map((paragraphs, nth) => {
    const own = points.filter((point) => point.paragraphs === paragraphs);
    const path = own.map((point) => `${x(point).toFixed(1)},${y(chart.of(point)).toFixed(1)}`).join(" ");
    const key = 62 + HEIGHT + 14 * (nth + 1);
    return (
      `<polyline points="${path}" fill="none" stroke="#2b4a9e" stroke-width="2" stroke-dasharray="${DASHES[nth] ?? ""}"/>` +
      `<line x1="${left}" x2="${left + 30}" y1="${key - 4}" y2="${key - 4}" stroke="#2b4a9e" stroke-width="2" ` +
      `stroke-dasharray="${DASHES[nth] ?? ""}"/><text x="${left + 38}" y="${key}">${paragraphs.toLocaleString("en")} paragraphs</text>`
    );
  });
  const ticks = marks.map((count, nth) => {
    const at = left + (nth / Math.max(1, marks.length - 1)) * WIDTH;
    return `<text x="${at}" y="${56 + HEIGHT}" text-anchor="middle">${count.toLocaleString("en")}</text>`;
  });
  const levels = [0, most / 2, most].map(
    (value) =>
      `<line x1="${left}" x2="${left + WIDTH}" y1="${y(value)}" y2="${y(value)}" stroke="#ddd"/>` +
      `<text x="${left - 6}" y="${y(value) + 4}" text-anchor="end">${Number(value.toPrecision(2))}</text>`,
  );
  return `<text x="${left}" y="22" font-weight="bold">${chart.title}, by marks</text>${levels.join("")}${ticks.join("")}${lines.join("")}`;
}
