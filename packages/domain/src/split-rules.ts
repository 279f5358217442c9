import type { Outcome } from "./refusal.ts";
import { allowed, refuse } from "./refusal.ts";

export const SPLIT_MIN = 2;
export const SPLIT_MAX = 6;

/** A split makes narrower claims, each of its own words (A2). */
export function checkSplit(parent: { text: string }, children: readonly { text: string }[]): Outcome {
  if (children.length < SPLIT_MIN || children.length > SPLIT_MAX) {
    return refuse("A2", `A claim is split into ${SPLIT_MIN} to ${SPLIT_MAX} narrower ones.`);
  }
  const texts = children.map(({ text }) => sameness(text));
  if (texts.includes("")) return refuse("A2", "Each narrower claim needs words.");
  if (texts.includes(sameness(parent.text))) {
    return refuse("A2", "One of the narrower claims says what the whole claim says. Narrow it down.");
  }
  if (new Set(texts).size < texts.length) return refuse("A2", "Two of the narrower claims say the same. Change one.");
  return allowed;
}

function sameness(text: string): string {
  return text.trim().replace(/\s+/g, " ").toLowerCase();
}
