import type { Completeness, SourceKind } from "@assay/domain";

export const KIND_OPTIONS: readonly { value: SourceKind; label: string }[] = [
  { value: "article", label: "Article" },
  { value: "transcript", label: "Transcript" },
  { value: "statement", label: "Statement" },
  { value: "record", label: "Record" },
  { value: "draft", label: "Draft" },
];

export const COMPLETENESS_OPTIONS: readonly { value: Completeness; label: string }[] = [
  { value: "full", label: "Full text" },
  { value: "partial", label: "Partial" },
];

/** What each choice means for the work. */
export const COMPLETENESS_HINT: Record<Completeness, string> = {
  full: "The whole text as published. Claims it does not address can be tagged missing.",
  partial: "Something is left out: an excerpt, a clip, a paywall. Nobody can say of it that a claim is missing.",
};

/** "5 214" */
export function grouped(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, "\u202f");
}

export function counted(value: number, one: string, many = `${one}s`): string {
  return `${grouped(value)} ${value === 1 ? one : many}`;
}
