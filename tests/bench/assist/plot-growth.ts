export interface GrowthPoint {
  sources: number;
  ms: number;
}

const WIDTH = 600;
const HEIGHT = 300;
const LEFT = 70;
const TOP = 40;

/** Time by number of sources, beside n log n drawn through the point of 50 sources. */
export function plotGrowth(points: readonly GrowthPoint[]): string {
  const reference = points.find(({ sources }) => sources === 50) ?? { sources: 50, ms: 1 };
  const law = (n: number) => (reference.ms * n * Math.log(n)) / (reference.sources * Math.log(reference.sources));
  const most = Math.max(...points.map(({ ms, sources }) => Math.max(ms, law(sources)))) * 1.05;
  const widest = Math.max(...points.map(({ sources }) => sources));
  const x = (n: number) => LEFT + (n / widest) * WIDTH;
  const y = (ms: number) => TOP + HEIGHT - (ms / most) * HEIGHT;
  const path = (of: (point: GrowthPoint) => number) => points.map((point) => `${x(point.sources).toFixed(1)},${y(of(point)).toFixed(1)}`).join(" ");
  const levels = [0, 0.25, 0.5, 0.75, 1].map((share) => {
    const ms = most * share;
    return `<line x1="${LEFT}" x2="${LEFT + WIDTH}" y1="${y(ms)}" y2="${y(ms)}" stroke="#ddd"/><text x="${LEFT - 8}" y="${y(ms) + 4}" text-anchor="end">${(ms / 1000).toFixed(1)} s</text>`;
  });
  const ticks = points.map(({ sources }) => `<text x="${x(sources)}" y="${TOP + HEIGHT + 20}" text-anchor="middle">${sources}</text>`);
  const dots = points.map(({ sources, ms }) => `<circle cx="${x(sources).toFixed(1)}" cy="${y(ms).toFixed(1)}" r="3.5" fill="#2b4a9e"/>`);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH + LEFT + 30} ${HEIGHT + TOP + 60}" font-family="sans-serif" font-size="12">` +
    `<rect width="100%" height="100%" fill="#fff"/><text x="${LEFT}" y="22" font-weight="bold">Work of the processor for one reading, by number of sources of 1,000 words, 25 claims</text>` +
    levels.join("") +
    ticks.join("") +
    `<polyline points="${path(({ sources }) => law(sources))}" fill="none" stroke="#a03c00" stroke-width="1.5" stroke-dasharray="5 4"/>` +
    `<polyline points="${path(({ ms }) => ms)}" fill="none" stroke="#2b4a9e" stroke-width="2"/>` +
    dots.join("") +
    `<text x="${LEFT + 12}" y="${TOP + 16}" fill="#2b4a9e">measured</text><text x="${LEFT + 12}" y="${TOP + 32}" fill="#a03c00">n log n through 50 sources</text></svg>\n`
  );
}
