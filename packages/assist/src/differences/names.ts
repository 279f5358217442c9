import { quoted } from "@assay/domain";
import { type Clause, passageOf } from "./clause.ts";
import { type ReadToken } from "./read-token.ts";
import type { WeighedDifference } from "./difference.ts";
import { kept } from "../memo/kept.ts";
import { isOffice, isOfficeWord } from "./offices.ts";

/** A person's or a place's name: a run of capitalised words, hyphens and particles inside. */
export interface Name {
  /** Token indices. */
  from: number;
  to: number;
  /** Folded words of three letters and more. */
  words: string[];
  /** The same as one text. */
  key: string;
}

const PARTICLE = /^(de|da|di|van|von|der|den|la|le|al|el|bin|ibn|o|y|of)$/;
const NOT_NAMES = new Set(
  (
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september " +
    "october november december mr mrs ms miss dr sir lord lady the a an it he she they we i in on at but and his her their no not gmt"
  ).split(" "),
);

const capital = (token: ReadToken | undefined): boolean =>
  token !== undefined && token.capital && token.kind === "word" && !NOT_NAMES.has(token.lower);

/** Every name of a clause; offices ("Interior Minister") end a name and begin none. */
export const namesOf = kept(namesIn);

function namesIn(tokens: readonly ReadToken[]): readonly Name[] {
  const names: Name[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (!capital(token) || (token && isOfficeWord(token.lower))) continue;
    let to = index + 1;
    for (;;) {
      const next = tokens[to];
      const after = tokens[to + 1];
      if (capital(next) && next && !isOffice(next.lower)) to += 1;
      else if (next?.text === "-" && next.start === tokens[to - 1]?.end && capital(after)) to += 2;
      else if (next && PARTICLE.test(next.lower) && next.lower !== "of" && capital(after)) to += 2;
      else break;
    }
    const words = tokens
      .slice(index, to)
      .filter((each) => each.kind === "word")
      .map((each) => each.lower.replace(/'s$/, ""))
      .filter((word) => word.length > 1);
    // A lone capital at the head of a sentence is a name only when it is no ordinary word.
    if (to - index > 1 || index > 0) names.push({ from: index, to, words, key: words.join(" ") });
    index = to - 1;
  }
  return names;
}

/** Do two names share a word that can be a surname? "Mr Eklov" and "Torbjørn Eklöv" do. */
export function sameName(a: Name, b: Name): boolean {
  const last = (name: Name): string => name.words.at(-1) ?? "";
  if (last(a).length < 3 || last(b).length < 3) return false;
  if (last(a) === last(b)) return true;
  return (
    a.words.length > 1 &&
    b.words.length > 1 &&
    a.words[0] === b.words[0] &&
    a.words.some((word, at) => at > 0 && b.words.includes(word))
  );
}

/** The same name in another spelling: letters with and without their marks. Never a dispute [rule 9 of the codebook]. */
export function nameDifferences(a: Clause, b: Clause): WeighedDifference[] {
  const found: WeighedDifference[] = [];
  const others = namesOf(b.tokens);
  for (const name of namesOf(a.tokens)) {
    // "U.S." is no name of a person: letters that stand alone have no words to be spelled otherwise.
    if (name.key === "") continue;
    for (const other of others) {
      if (name.key !== other.key) continue;
      const [x, y] = [printed(a, name), printed(b, other)];
      if (x.exact.normalize("NFC").toLowerCase() === y.exact.normalize("NFC").toLowerCase()) continue;
      if (x.exact.replace(/[’']s$/, "") === y.exact.replace(/[’']s$/, "")) continue;
      found.push({
        type: "name",
        compatible: true,
        a: x,
        b: y,
        why: `${quoted(x.exact)} and ${quoted(y.exact)} are two spellings of one name.`,
        strength: 0.9,
      });
    }
  }
  return found;
}

/** Of one name, so many pairs of sources are told apart by its spelling; more say nothing new. */
const MOST_PAIRS = 60;

/** The spellings of each name that the sources differ in, each once for two sources: by an index of the names. */
export function spellingsAcross(clauses: readonly Clause[]): WeighedDifference[] {
  const byName = new Map<string, Map<string, Clause>>();
  for (const clause of clauses) {
    for (const name of clause.tokens.some((token) => token.name) ? namesOf(clause.tokens) : []) {
      const { key } = name;
      if (key === "") continue;
      const forms = byName.get(key) ?? new Map<string, Clause>();
      const form = `${clause.source}\n${printed(clause, name).exact}`;
      if (!forms.has(form)) forms.set(form, clause);
      byName.set(key, forms);
    }
  }
  const found: WeighedDifference[] = [];
  const seen = new Set<string>();
  for (const forms of byName.values()) {
    if (new Set([...forms.keys()].map((form) => form.slice(form.indexOf("\n")))).size < 2) continue;
    let pairs = 0;
    const printedForms = [...forms];
    for (const [at, [form, a]] of printedForms.entries()) {
      for (const [other, b] of printedForms.slice(at + 1)) {
        if (a.source === b.source || form.slice(form.indexOf("\n")) === other.slice(other.indexOf("\n"))) continue;
        if (pairs >= MOST_PAIRS) break;
        for (const difference of nameDifferences(a, b)) {
          const id = [a.source, b.source, difference.a.exact, difference.b.exact].join("\n");
          if (seen.has(id)) continue;
          seen.add(id);
          pairs += 1;
          found.push(difference);
        }
      }
    }
  }
  return found;
}

function printed(clause: Clause, name: Name): ReturnType<typeof passageOf> {
  const end = clause.tokens[name.to - 1];
  const text = end?.text.replace(/[’']s$/, "") ?? "";
  return passageOf(clause, clause.tokens[name.from]?.start ?? 0, (end?.start ?? 0) + text.length);
}
