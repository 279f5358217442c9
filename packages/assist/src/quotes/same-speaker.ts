import { fold } from "../values/tokens.ts";

const TITLES =
  /^(mr|mrs|ms|miss|dr|sir|dame|lord|lady|president|minister|prime|chief|governor|mayor|deputy|director|professor|inspector|general|secretary|chairman|chairwoman|chair|head|the|of|and|clip|presenter|reporter|judge|captain|senator|former|executive|officer|spokesman|spokeswoman|union|company|police)$/;

/** "In Washington a US official": somebody, whoever it is. */
const SOMEBODY = /(?:^|\s)(?:[Aa]n?|[Oo]ne|[Aa]nother)\s[^,]*(?<!\p{L})\p{Ll}+$/u;

/** The words of a speaker's label that are a name: capitalised, and no title. Somebody who is not named has none. */
export function nameWords(speaker: string): string[] {
  if (SOMEBODY.test(speaker.trim())) return [];
  const plain = speaker.replace(/\([^)]*\)/g, " ");
  const words = plain.match(/\p{L}[\p{L}\p{M}’'-]*/gu) ?? [];
  return words.filter((word) => /^\p{Lu}/u.test(word) && !TITLES.test(fold(word))).map(fold);
}

/** Whether the names of two labels are one person's. A pronoun or an office decides nothing: then it is null. */
export function sameSpeaker(x: readonly string[], y: readonly string[]): boolean | null {
  if (x.length === 0 || y.length === 0) return null;
  if (x.length === 1 && /^(he|she|they|it|i|we|who)$/.test(x[0] ?? "")) return null;
  if (y.length === 1 && /^(he|she|they|it|i|we|who)$/.test(y[0] ?? "")) return null;
  return x.some((word) =>
    y.some(
      (other) =>
        word === other || (word.length > 3 && other.includes(word)) || (other.length > 3 && word.includes(other)),
    ),
  );
}
