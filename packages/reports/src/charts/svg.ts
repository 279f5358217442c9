import { escapeHtml } from "../html/escape-html.ts";

/**
 * Colours that keep their order in greyscale print. A page may override them by class, for the dark; a file that
 * stands alone keeps the attributes.
 */
export const PAINT = {
  ink: "#221e17",
  faint: "#5b5344",
  line: "#cfc6b4",
  verified: "#00664f",
  disputed: "#c2500a",
  missing: "#7c3c66",
  paper: "#fbf8f1",
} as const;

export type Paint = keyof typeof PAINT;

export const CHART_FONT = "Source Sans 3";

type Attributes = Record<string, string | number>;

export function element(name: string, attributes: Attributes, content = ""): string {
  const written = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escapeHtml(typeof value === "number" ? rounded(value) : value)}"`)
    .join("");
  return content === "" ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}

/** At most two decimals: enough for print, and the same on every machine. */
export function rounded(value: number): string {
  return String(Math.round(value * 100) / 100);
}

export function words(
  x: number,
  y: number,
  text: string,
  more: { paint?: Paint; anchor?: "start" | "middle" | "end"; size?: number; bold?: boolean } = {},
): string {
  const { paint = "ink", anchor = "start", size = 11, bold = false } = more;
  const attributes: Attributes = { x, y, class: `p-${paint}`, fill: PAINT[paint], "font-size": size };
  if (anchor !== "start") attributes["text-anchor"] = anchor;
  if (bold) attributes["font-weight"] = 600;
  return element("text", attributes, escapeHtml(text.replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, "")));
}

export function rule(x1: number, y1: number, x2: number, y2: number, paint: Paint = "line", dash = ""): string {
  const attributes: Attributes = { x1, y1, x2, y2, class: `s-${paint}`, stroke: PAINT[paint] };
  if (dash !== "") attributes["stroke-dasharray"] = dash;
  return element("line", attributes);
}

/** A bar by stance: verified is solid, disputed is striped, missing is an outline of dashes, open is one of dots. */
export function bar(x: number, y: number, width: number, height: number, look: BarLook): string {
  if (width <= 0) return "";
  if (look === "verified") {
    return element("rect", { x, y, width, height, class: "p-verified", fill: PAINT.verified });
  }
  const paint = look === "open" ? "faint" : look === "attributed" ? "verified" : look;
  const dash = look === "missing" ? "3 2" : look === "open" ? "1 2" : "";
  const frame: Attributes = {
    x: x + 0.5,
    y: y + 0.5,
    width: Math.max(0.1, width - 1),
    height: height - 1,
    fill: "none",
    class: `s-${paint}`,
    stroke: PAINT[paint],
  };
  if (dash !== "") frame["stroke-dasharray"] = dash;
  const outline = element("rect", frame);
  return look === "disputed" || look === "attributed" ? stripes(x, y, width, height, paint, look) + outline : outline;
}

export type BarLook = "verified" | "attributed" | "disputed" | "missing" | "open";

/** Drawn line by line rather than as a pattern: a pattern needs an id, and ids of two charts would meet. */
function stripes(x: number, y: number, width: number, height: number, paint: Paint, look: BarLook): string {
  const step = look === "disputed" ? 4 : 6;
  const lean = look === "disputed" ? height : -height;
  const lines: string[] = [];
  for (let at = -height; at < width + height; at += step) {
    const [low, high] = lean > 0 ? [at, at + height] : [at + height, at];
    const line = clipped(x, y, width, height, low, high);
    if (line !== null) lines.push(line);
  }
  const attributes = { d: lines.join(""), class: `s-${paint}`, stroke: PAINT[paint], "stroke-width": 1.4, fill: "none" };
  return element("path", attributes);
}

/** A slanting line from `low` at the bottom to `high` at the top, cut off at the sides of its bar. */
function clipped(x: number, y: number, width: number, height: number, low: number, high: number): string | null {
  const slope = (high - low) / height;
  const at = (rise: number): number => low + slope * rise;
  const rises = [0, height].map((rise) => {
    const position = Math.min(width, Math.max(0, at(rise)));
    return slope === 0 ? rise : rise + (position - at(rise)) / slope;
  });
  const [from = 0, to = 0] = rises;
  if (to - from < 0.5) return null;
  return `M${rounded(x + at(from))} ${rounded(y + height - from)}L${rounded(x + at(to))} ${rounded(y + height - to)}`;
}

export function drawing(width: number, height: number, title: string, parts: readonly string[]): string {
  return element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      viewBox: `0 0 ${rounded(width)} ${rounded(height)}`,
      width,
      height,
      class: "chart",
      role: "img",
      "aria-label": title,
      "font-family": CHART_FONT,
    },
    parts.join(""),
  );
}

/** Cut to a number of characters, never inside one that is written with several code units. */
export function clip(text: string, most: number): string {
  const characters = [...text.replace(/\s+/gu, " ").trim()];
  return characters.length <= most ? characters.join("") : `${characters.slice(0, most - 1).join("").trimEnd()}…`;
}
