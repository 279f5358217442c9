import type { CaseView, VerdictOverrideView } from "./case-view.ts";
import type { CellView } from "./cell.ts";
import type { Policy } from "./policy.ts";
import type { VerdictKind } from "./verdict.ts";
import { deriveCells } from "./cell.ts";
import { isolated } from "./isolated.ts";
import { sourceName } from "./labels.ts";
import { votingGroup } from "./source.ts";
import { verdictOf } from "./verdict-of.ts";

/** One cell of a claim with what the verdict has to know of its source. `group` is the source's `votingGroup`. */
export interface VotingCell {
  sourceId: string;
  group: string;
  sourceName: string;
  cell: CellView;
}

export interface VerdictView {
  kind: VerdictKind;
  /** Voting groups with a settled verified cell, in the order in which `supportedBy` names them. */
  supports: string[];
  /** Voting groups with a settled disputed cell. A group can be in both (V1). */
  refutes: string[];
  /** How the reason names each supporting group: its sources that verify. */
  supportedBy: string[];
  refutedBy: string[];
  /** V2 */
  allSupportAttributed: boolean;
  /** Cells that somebody has begun and nobody has settled: the overlay of V3. */
  pending: number;
  /** Cells settled as missing. */
  silent: number;
  empty: number;
  reason: string;
}

/** The verdict of one claim (V1–V3). The same settled cells give the same value in any order (V5). */
export function deriveVerdict(cells: readonly VotingCell[], policy: Policy): VerdictView {
  const settled = cells.filter(({ cell }) => cell.state === "settled");
  const verifying = settled.filter(({ cell }) => cell.stance === "verified");
  const supports = namedGroups(verifying);
  const refutes = namedGroups(settled.filter(({ cell }) => cell.stance === "disputed"));
  const empty = cells.filter(({ cell }) => cell.state === "empty").length;
  const facts = {
    supports: supports.map(({ group }) => group),
    refutes: refutes.map(({ group }) => group),
    supportedBy: supports.map(({ name }) => name),
    refutedBy: refutes.map(({ name }) => name),
    allSupportAttributed: verifying.length > 0 && verifying.every(({ cell }) => cell.attributed),
    pending: cells.length - settled.length - empty,
    silent: settled.filter(({ cell }) => cell.stance === "missing").length,
    empty,
  };
  const votes = settled.flatMap(({ group, cell: { stance } }) => (stance === null ? [] : [{ group, stance }]));
  return { kind: verdictOf(votes, policy.independenceThreshold), ...facts, reason: reasonOf(facts) };
}

/** The verdict of every claim of a case, with the override that stands above it, if any (V4). */
export function verdictsOf(
  view: CaseView,
  cells = deriveCells(view),
): Map<string, VerdictView & { override: VerdictOverrideView | null }> {
  const overrides = new Map<string, VerdictOverrideView>();
  for (const override of view.overrides) {
    const known = overrides.get(override.claimId);
    if (known === undefined || known.createdAt <= override.createdAt) overrides.set(override.claimId, override);
  }
  const sources = view.sources.map((source) => ({
    sourceId: source.id,
    group: votingGroup(source),
    sourceName: sourceName(source),
  }));
  return new Map(
    view.claims.map((claim) => {
      const row = cells.get(claim.id);
      const voting = sources.flatMap((source) => {
        const cell = row?.get(source.sourceId);
        return cell === undefined ? [] : [{ ...source, cell }];
      });
      return [claim.id, { ...deriveVerdict(voting, view.policy), override: overrides.get(claim.id) ?? null }];
    }),
  );
}

/** Groups by name, then by key: an order that does not depend on the order of the cells. */
function namedGroups(cells: readonly VotingCell[]): { group: string; name: string }[] {
  const names = new Map<string, Set<string>>();
  for (const { group, sourceName: name } of cells) names.set(group, (names.get(group) ?? new Set()).add(name));
  return [...names]
    .map(([group, members]) => ({ group, name: [...members].sort().join(" with ") }))
    .sort((a, b) => (a.name === b.name ? (a.group < b.group ? -1 : 1) : a.name < b.name ? -1 : 1));
}

function reasonOf(facts: Omit<VerdictView, "kind" | "reason">): string {
  const { supportedBy, refutedBy, pending, silent, empty } = facts;
  const sentences: string[] = [];
  if (supportedBy.length > 0) {
    sentences.push(`${counted(supportedBy, "independent group verifies", "independent groups verify")}.`);
  }
  if (refutedBy.length > 0) {
    const [one, many] =
      supportedBy.length > 0 ? ["disputes", "dispute"] : ["independent group disputes", "independent groups dispute"];
    sentences.push(`${counted(refutedBy, one, many)}.`);
  }
  if (sentences.length === 0) sentences.push("No settled cell verifies or disputes this claim.");
  if (facts.allSupportAttributed) sentences.push("All support is attributed.");
  if (silent > 0) sentences.push(`${silent} ${silent === 1 ? "source does" : "sources do"} not address it.`);
  if (pending > 0) sentences.push(`${pending} ${pending === 1 ? "cell is" : "cells are"} not settled yet.`);
  if (empty > 0) sentences.push(`${empty} ${empty === 1 ? "cell is" : "cells are"} empty.`);
  return sentences.join(" ");
}

function counted(names: readonly string[], one: string, many: string): string {
  return `${names.length} ${names.length === 1 ? one : many}: ${names.map(isolated).join("; ")}`;
}
