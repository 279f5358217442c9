import { readFileSync } from "node:fs";
import { attributionsOf, readText } from "@assay/assist";
import type { Attribution } from "@assay/assist";
import type { Figure } from "../../support/figures.ts";
import { gradeAttributions } from "./grade.ts";
import type { GoldDocument, Grade } from "./grade.ts";

/** Who says it, on news texts whose attributions people marked. The bar is on direct quotations; the rest is reported. */
export async function runAttribution(data: string): Promise<Figure[]> {
  const total: Grade = { direct: 0, directFound: 0, directRight: 0, directExact: 0, indirect: 0, indirectFound: 0, indirectRight: 0, ours: 0, oursRight: 0 };
  for (const line of readFileSync(data, "utf8").split("\n")) {
    if (line.trim() === "") continue;
    const gold = JSON.parse(line) as GoldDocument;
    const found: Attribution[] = attributionsOf(readText(gold.text));
    const grade = gradeAttributions(gold, found);
    for (const key of Object.keys(total) as (keyof Grade)[]) total[key] += grade[key];
  }
  const share = (part: number, whole: number) => (whole === 0 ? 0 : part / whole);
  const row = (figure: string, value: number, bar = 0): Figure => ({
    figure: `attribution: ${figure}`,
    value,
    unit: "",
    bar: bar === 0 ? "" : `≥ ${bar}`,
    holds: bar === 0 ? null : value >= bar,
  });
  return [
    row(`source right, ${total.direct} direct quotations`, share(total.directRight, total.direct), 0.8),
    row("source the very same words, direct quotations", share(total.directExact, total.direct)),
    row("direct quotations found", share(total.directFound, total.direct)),
    row(`source right, ${total.indirect} indirect`, share(total.indirectRight, total.indirect)),
    row("indirect found", share(total.indirectFound, total.indirect)),
    row("of all attributions found, those that people marked", share(total.oursRight, total.ours)),
  ];
}
