import { quoted } from "@assay/domain";
import { groupBy } from "./group-by.ts";
import { isStop } from "../values/stem.ts";
import { type Clause, passageOf } from "./clause.ts";
import { type ReadToken } from "./read-token.ts";
import type { WeighedDifference } from "./difference.ts";
import { kept } from "../memo/kept.ts";
import { type Name, namesOf, sameName } from "./names.ts";
import { fieldOf, isGeneric, isOffice, isRank, officeOf } from "./offices.ts";

export interface Role {
  from: number;
  to: number;
  office: string;
  fields: string[];
  /** "deputy", "former": they make it another office. */
  ranks: string[];
  name: Name;
}

/** "the Karvenian interior minister", "Chief Executive of HJ": the phrase around the head at token `at`. */
function phraseAt(tokens: ReadToken[], at: number): Omit<Role, "name"> {
  let from = at;
  let words = 0;
  while (from > 0 && words < 4) {
    const word = tokens[from - 1];
    if (word?.text === "-" && word.end === tokens[from]?.start) from -= 1;
    // "Former U.S. President": points and capitals of an abbreviation.
    else if (word?.text === "." && tokens[from - 2]?.text.length === 1 && tokens[from - 2]?.capital) from -= 1;
    else if (word?.kind === "word" && (!isStop(word.lower) || /^(?:US|[A-Z])$/.test(word.text)) && !word.lower.endsWith("'s")) {
      from -= 1;
      words += word.text.length > 1 ? 1 : 0;
    } else break;
  }
  let to = at + 1;
  const within: ReadToken[] = [];
  if (tokens[to]?.lower === "of" || tokens[to]?.lower === "for") {
    let end = to + 1;
    while (end < tokens.length && end - to < 6 && (tokens[end]?.kind === "word" || tokens[end]?.text === "-")) {
      if (isStop(tokens[end]?.lower ?? "") && !/^(the|of)$/.test(tokens[end]?.lower ?? "")) break;
      end += 1;
    }
    within.push(...tokens.slice(to + 1, end));
    to = end;
  }
  const phrase = tokens.slice(from, at).concat(within);
  const head = tokens[at]?.lower ?? "";
  const fields = phrase.map((word) => fieldOf(word.lower)).filter((field) => field !== undefined);
  const ranks = tokens
    .slice(from, at)
    .map((word) => word.lower)
    .filter(isRank);
  const prime = head === "premier" ? ["prime"] : [];
  return { from, to, office: officeOf(head), fields: [...fields, ...prime], ranks };
}

/** What a clause calls whom: "Interior Minister Pavol Dreska", "Dreska, the interior minister", "Dreska is …". */
export const rolesOf = kept(rolesIn);

function rolesIn({ tokens }: Clause): readonly Role[] {
  const names = namesOf(tokens);
  const roles: Role[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (!token || token.kind !== "word" || !isOffice(token.lower)) continue;
    // "chief executive", "general secretary": the last office word is the head. "The president's adviser" is an adviser.
    if (token.lower.endsWith("'s") || headLater(tokens, at)) continue;
    const phrase = phraseAt(tokens, at);
    const name = names.find((each) => beside(tokens, each, phrase, at));
    if (name) roles.push({ ...phrase, from: Math.max(phrase.from, name.to <= at ? name.to : 0), name });
  }
  return roles;
}

/** "deputy health minister": another office word follows, with nothing but its field between. */
function headLater(tokens: ReadToken[], at: number): boolean {
  const [next, after] = [tokens[at + 1]?.lower ?? "", tokens[at + 2]?.lower ?? ""];
  return isOffice(next) || (fieldOf(next) !== undefined && isOffice(after));
}

function beside(tokens: ReadToken[], name: Name, { from, to }: { from: number; to: number }, head: number): boolean {
  // Role and name: "… minister Pavol Dreska", "… minister, Pavol Dreska"
  if (name.from === head + 1 || name.from === to) return true;
  if (
    name.from > head &&
    /^[,:]$/.test(tokens[name.from - 1]?.text ?? "") &&
    (name.from === to + 1 || name.from === head + 2)
  )
    return true;
  // "In Iran, its ambassador": a place has no office.
  if (name.to > from || /^(?:in|at|near|from|across|inside|outside)$/.test(tokens[name.from - 1]?.lower ?? "")) return false;
  // Name and role: "Pavol Dreska, the defence minister", "Dreska is Karvenia's defence minister"
  const between = tokens.slice(name.to, from);
  if (between.length > 6) return false;
  const words = between.map((token) => token.lower);
  // "Nadja Arden, 44, a lecturer"
  if (words[0] === "," && between[1]?.kind === "number" && words[2] === ",") words.splice(0, 2);
  // "Yuri Ushakov, the Russian president's adviser"
  if (words[0] === "," && words.at(-1)?.endsWith("'s") && words.length < 5 && words.every((word) => word === "the" || !isStop(word))) return true;
  if (
    words[0] === "," &&
    words.slice(1).every((word) => /^(the|a|an|its|his|her|their|who|is|was|new|'s)$/.test(word) || word.endsWith("'s"))
  )
    return true;
  return (
    /^(is|was|became|becomes|as)$/.test(words[0] ?? "") &&
    words.slice(1).every((word) => isStop(word) || word.endsWith("'s"))
  );
}

/** Another office for the same person is a dispute [rule 9 of the codebook]; a fuller wording of one office is not. */
export function roleDifferences(a: Clause, b: Clause): WeighedDifference[] {
  const others = rolesOf(b);
  return rolesOf(a).flatMap((x) => others.map((y) => between(a, x, b, y)).filter((found) => found !== null));
}

function between(a: Clause, x: Role, b: Clause, y: Role): WeighedDifference | null {
  if (!sameName(x.name, y.name)) return null;
  const verdict = compareRoles(x, y);
  const [left, right] = [spanOf(a, x), spanOf(b, y)];
  if (verdict === "same" || left.exact.toLowerCase() === right.exact.toLowerCase()) return null;
  const both = `${quoted(left.exact)} and ${quoted(right.exact)}`;
  return {
    type: "role",
    compatible: verdict === "compatible",
    a: left,
    b: right,
    why: verdict === "compatible" ? `${both} can be the same office.` : `${both} are different offices for one person.`,
    strength: verdict === "compatible" ? 0.6 : 0.85,
  };
}

const spanOf = (clause: Clause, role: Role): ReturnType<typeof passageOf> =>
  passageOf(clause, clause.tokens[role.from]?.start ?? 0, clause.tokens[role.to - 1]?.end ?? 0);

export function compareRoles(x: Role, y: Role): "same" | "compatible" | "conflict" {
  const rank = (role: Role): string =>
    role.ranks
      .filter((word) => /^(deputy|vice|assistant|acting|interim|former|ex|shadow|junior)$/.test(word))
      .join(" ");
  const apart = x.fields.length > 0 && y.fields.length > 0 && !x.fields.some((field) => y.fields.includes(field));
  // "the head of the railway" may be its chief executive, "her deputy" the deputy mayor.
  const loose = (one: Role, other: Role): boolean =>
    (one.office === "head" &&
      one.fields.length === 0 &&
      /^(executive|director|chairman|president|manager|chief)$/.test(other.office)) ||
    (one.office === "deputy" && other.ranks.includes("deputy"));
  if (loose(x, y) || loose(y, x)) return "compatible";
  if (x.office !== y.office && /former|ex/.test(rank(x) + rank(y))) return "compatible";
  if (x.office !== y.office) return isGeneric(x.office) || isGeneric(y.office) ? "compatible" : "conflict";
  if (apart) return "conflict";
  if (rank(x) !== rank(y)) return "conflict";
  return x.fields.length === y.fields.length ? "same" : "compatible";
}

/** Offices of one person over all sources: each two of them once, in the order of the sources. */
export function personDifferences(clauses: readonly Clause[]): WeighedDifference[] {
  const roles = clauses.flatMap((clause) => rolesOf(clause).map((role) => ({ clause, role })));
  const byName = groupBy(roles, ({ role }) => role.name.words.at(-1) ?? "");
  const found: WeighedDifference[] = [];
  const seen = new Set<string>();
  for (const known of byName.values()) {
    for (const [at, x] of known.entries()) {
      for (const y of known.slice(at + 1)) {
        if (x.clause.source === y.clause.source || !sameName(x.role.name, y.role.name)) continue;
        // Named twice in a source, and once alike: the other is another of the same person's posts.
        const key = [x.clause.source, y.clause.source, x.role.name.words.at(-1)].join("\n");
        const difference = between(x.clause, x.role, y.clause, y.role);
        if (!difference || seen.has(key)) continue;
        seen.add(key);
        found.push(difference);
      }
    }
  }
  return found;
}
