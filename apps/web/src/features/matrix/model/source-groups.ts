import type { SourceView, VerdictView } from "@assay/domain";
import { votingGroup } from "@assay/domain";

/** Voting group → its number in order of first appearance: shown as G1, G2, … */
export function groupNumbers(sources: readonly SourceView[]): Map<string, number> {
  const numbers = new Map<string, number>();
  for (const source of sources) {
    const group = votingGroup(source);
    if (!numbers.has(group)) numbers.set(group, numbers.size + 1);
  }
  return numbers;
}

export interface GroupBoxes {
  verifying: number;
  disputing: number;
  /** Groups of the case that do neither. */
  silent: number;
  /** "3 / 1"; without a disputing group only the first number. */
  label: string;
  /** In words, for readers and the tooltip. */
  words: string;
}

/** Independence groups, not sources (V1). A group that does both has a box on each side. */
export function groupBoxes(verdict: Pick<VerdictView, "supports" | "refutes">, groupCount: number): GroupBoxes {
  const verifying = verdict.supports.length;
  const disputing = verdict.refutes.length;
  const voting = new Set([...verdict.supports, ...verdict.refutes]).size;
  const words = `${count(verifying, "group verifies", "groups verify")}, ${count(disputing, "disputes", "dispute")}`;
  return {
    verifying,
    disputing,
    silent: Math.max(0, groupCount - voting),
    label: disputing === 0 ? String(verifying) : `${verifying} / ${disputing}`,
    words,
  };
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** 0–4: how strongly a settled verified cell is tinted. Twelve sources of one agency stay at 1. */
export function heatOf(verdict: Pick<VerdictView, "supports"> | undefined): number {
  return Math.min(4, verdict?.supports.length ?? 0);
}
