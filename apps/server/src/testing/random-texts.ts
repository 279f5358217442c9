import { createHash } from "node:crypto";
import { makeAnchor } from "@assay/domain";
import type { Anchor } from "@assay/domain";
import type { Dice } from "./dice.ts";

export const WORK_TEXT = [
  "The ferry Aurora struck a sandbank at 06:40 on Tuesday with 214 people aboard, the operator said.",
  "Nobody was hurt. “We heard a scrape 🚢 and then nothing,” said Ines Varga.",
].join("\n\n");
const WORDS = ["early", "late", "on record", "unsure", "seen by two", "denied later", ""];
const QUOTES = ["ferry Aurora", "at 06:40 on Tuesday", "214 people", "Nobody was hurt", "a scrape 🚢", "Ines Varga"];

/** Every text that was drawn, by its hash: what somebody has before them whose screen names the revision. */
const texts = new Map<string, string>();

export function remembered(text: string): string {
  texts.set(createHash("sha256").update(text).digest("hex"), text);
  return text;
}

remembered(WORK_TEXT);

export function textOf({ sha256 }: { sha256: string }): string | undefined {
  return texts.get(sha256);
}

/** What somebody adds, or leaves empty. */
export function wordsOf(dice: Dice): string {
  return dice.pick(WORDS) ?? "";
}

export function passageOf(dice: Dice, revision: { sha256: string }): Anchor {
  const text = textOf(revision) ?? WORK_TEXT;
  const exact = dice.pick(QUOTES.filter((quote) => text.includes(quote))) ?? text.slice(0, 4);
  const start = text.indexOf(exact);
  return makeAnchor(text, start, start + exact.length);
}

/** A corrected text: words put before the others, changed, taken out, said twice, or all as it began. */
export function correctedText(dice: Dice, text: string): string {
  const [first = "", ...rest] = text.split("\n\n");
  const corrected = dice.pick([
    [`Correction ${dice.below(1_000)}.`, first, ...rest],
    [first.replace(/\d+ people/, `${dice.below(300)} people`), ...rest],
    [first.replace("Aurora", "Borealis"), ...rest],
    rest.length === 0 ? [first] : rest,
    [first, first, ...rest],
    [WORK_TEXT],
  ]);
  return remembered((corrected ?? [text]).join("\n\n"));
}
