import type { Figure } from "../../support/figures.ts";
import type { JudgedCell } from "../fit/judged-cells.ts";
import { unseenCells } from "../fit/unseen.ts";
import { overlaps } from "../overlap.ts";
import type { Bundle } from "./read-bundles.ts";

/** Status and passages of every cell, judged by weights that never saw its event. */
export function cellFigures(bundles: readonly Bundle[]): Figure[] {
  const cells = unseenCells(bundles);
  const judged = cells.map(({ gold, judgement }) => ({ gold: gold.status, said: judgement.suggestion }));
  return statusFigures("bundles", judged, { present: 0.9, disputed: 0.6 }).concat(passageFigures(cells));
}

export interface JudgedStatus {
  gold: string;
  said: string;
}

export function statusFigures(name: string, judged: readonly JudgedStatus[], bars: { present: number; disputed: number }): Figure[] {
  const right = judged.filter(({ gold, said }) => (gold === "missing") === (said === "missing")).length / judged.length;
  const both = judged.filter(({ gold, said }) => gold === "disputed" && said === "disputed").length;
  const said = judged.filter((one) => one.said === "disputed").length;
  const gold = judged.filter((one) => one.gold === "disputed").length;
  const f1 = (2 * both) / Math.max(1, said + gold);
  return [
    { figure: `${name}: present or missing (${judged.length} cells)`, value: right, unit: "", bar: `≥ ${bars.present}`, holds: right >= bars.present },
    { figure: `${name}: disputed F1 (${gold} disputed)`, value: f1, unit: "", bar: `≥ ${bars.disputed}`, holds: f1 >= bars.disputed },
    { figure: `${name}: disputed precision`, value: both / Math.max(1, said), unit: "", bar: "", holds: null },
    { figure: `${name}: disputed recall`, value: both / Math.max(1, gold), unit: "", bar: "", holds: null },
  ];
}

/** A hit is a passage that shares at least half of the shorter of itself and the gold quotation. */
function passageFigures(cells: readonly JudgedCell[]): Figure[] {
  const quoted = cells.flatMap(({ gold: { start, end }, passages }) => (start === null || end === null ? [] : [{ gold: { start, end }, passages }]));
  const within = (rank: number) =>
    quoted.filter(({ gold, passages }) => passages.slice(0, rank).some((passage) => overlaps(passage, gold))).length / Math.max(1, quoted.length);
  return [
    { figure: `bundles: passage in top three (${quoted.length})`, value: within(3), unit: "", bar: "≥ 0.93", holds: within(3) >= 0.93 },
    { figure: "bundles: passage first", value: within(1), unit: "", bar: "", holds: null },
  ];
}
