import { create } from "zustand";
import type { CaseSuggestions } from "./assist-types.ts";

type Dismissals = CaseSuggestions["dismissed"];
type Dismissal = Dismissals[number];

/** "kind key" → what was done with it here; null: brought back. */
type Moves = Readonly<Record<string, Dismissal | null>>;

/**
 * Dismissed or brought back on this page, and not told by the desk yet. It lies over what the desk says, so that a
 * suggestion is gone at once and stays gone while earlier answers come in.
 */
export const useMoves = create<Moves>(() => ({}));

const nameOf = ({ kind, key }: Pick<Dismissal, "kind" | "key">) => `${kind} ${key}`;

/** Returns how to let go of it: once the desk tells of it, or has refused it. What was done since then stays. */
export function layMoves(items: readonly Pick<Dismissal, "kind" | "key">[], by: string | null): () => void {
  const at = new Date().toISOString();
  const laid = items.map(({ kind, key }) => [nameOf({ kind, key }), by === null ? null : { kind, key, by, at }] as const);
  useMoves.setState(Object.fromEntries(laid));
  return () =>
    useMoves.setState((held) => Object.fromEntries(Object.entries(held).filter(([name, move]) => !laid.some((one) => one[0] === name && one[1] === move))), true);
}

export function withMoves(suggestions: CaseSuggestions, moves: Moves): CaseSuggestions {
  const names = Object.keys(moves);
  if (names.length === 0) return suggestions;
  const others = suggestions.dismissed.filter((one) => !(nameOf(one) in moves));
  const mine = names.flatMap((name) => moves[name] ?? []);
  return { ...suggestions, dismissed: [...others, ...mine] };
}
