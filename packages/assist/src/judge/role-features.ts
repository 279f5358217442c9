import { nameLikeness } from "../align/name-likeness.ts";
import { wordsOf } from "../align/words.ts";
import type { IndexedWord } from "../align/words.ts";
import type { Clause } from "../differences/clause.ts";
import { sameName } from "../differences/names.ts";
import { compareRoles, rolesOf } from "../differences/roles.ts";
import type { CaseReading } from "./reading.ts";

const OFFICE =
  /^(?:\p{Lu}[\p{L}\p{M}'’.-]*|Dr\.?|[A-Z]\.)(?:\s+(?:\p{Lu}[\p{L}\p{M}'’.-]*|de|van|von|der|al|el|la|Ó|O)){0,4}\s+(?:is|was)\s+(?:the\s+|an?\s+|\p{Lu}[\p{L}]*['’]s\s+)?(.+?)\.?$/u;
/** How many words to either side of a name can be its title. */
const REACH = 6;

/**
 * "X is chairman of Y": whether the claim is one of these, whether the source names X, and how much of the office
 * stands beside the name in the place where most of it does.
 */
export function roleFeatures(reading: CaseReading, claim: Clause, source: number): number[] {
  const office = OFFICE.exec(claim.text)?.[1];
  if (office === undefined) return [0, 0, 0];
  const title = wordsOf(office.replace(/\s+(?:of|at|in|for)\s+.*$/u, "")).filter(({ kind }) => kind !== "stop" && kind !== "number");
  const names = wordsOf(claim.text.slice(0, claim.text.indexOf(office))).filter(({ kind, word }) => kind !== "stop" && word.length > 2);
  const last = names.at(-1);
  if (last === undefined || title.length === 0 || title.length > 4) return [0, 0, 0];
  let named = 0;
  let met = 0;
  const { index } = reading;
  for (let i = index.bounds[source] ?? 0; i < (index.bounds[source + 1] ?? 0); i++) {
    const words = index.passages[i]?.words ?? [];
    words.forEach((word, at) => {
      if (word.word !== last.word && nameLikeness(word.word, last.word) < 0.75) return;
      const beside = words.slice(Math.max(0, at - REACH), at + REACH + 1);
      named = 1;
      met = Math.max(met, title.filter((wanted) => beside.some((other) => meets(reading, wanted, other))).length / title.length);
    });
  }
  return [1, named, met];
}

/** 1 where a source gives the person of the claim another office and nowhere the same, -1 where it gives the same one. */
export function otherRole(reading: CaseReading, claim: Clause, source: number): number {
  const roles = rolesOf(claim);
  if (roles.length === 0) return 0;
  const { index } = reading;
  let found = 0;
  for (let i = index.bounds[source] ?? 0; i < (index.bounds[source + 1] ?? 0); i++) {
    const passage = index.passages[i];
    if (passage === undefined || passage.kind === "speaker") continue;
    for (const other of rolesOf(reading.sentence(passage))) {
      for (const role of roles) {
        if (!sameName(role.name, other.name)) continue;
        if (compareRoles(role, other) !== "conflict") return -1;
        found = 1;
      }
    }
  }
  return found;
}

function meets(reading: CaseReading, wanted: IndexedWord, other: IndexedWord): boolean {
  if (wanted.term === other.term) return true;
  if (wanted.word.length > 3 && nameLikeness(wanted.word, other.word) >= 0.8) return true;
  return reading.index.vectors.similarity(wanted.word, other.word) >= 0.75;
}
