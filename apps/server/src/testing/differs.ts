import { isDeepStrictEqual } from "node:util";
import type { CaseChange, CaseView } from "@assay/domain";

/** What is told while cells are blind comes without the log's hash (B1). */
export function inSight(held: CaseView, fresh: CaseView): [held: CaseView, fresh: CaseView] {
  return held.lastHash === "" ? [held, { ...fresh, lastHash: "" }] : [held, fresh];
}

const OF_CELLS = ["tags", "reviews", "adjudications", "threads"] as const;

/**
 * Where the answer that is told again parts from the first one (E4). It is told with what may be seen by now (B1): where
 * other rules hold since then, only its place has to be the same; where cells have opened (B2), what was in them is new.
 */
export function differsFromFirst(at: string, again: CaseChange | undefined, first: CaseChange): string | null {
  if (again !== undefined && again.lastHash !== first.lastHash) return differs(at, again.lastEvent, first.lastEvent);
  if (again === undefined || first.lastHash !== "") return differs(at, again, first);
  const known = { ...again };
  for (const kind of OF_CELLS) {
    const ids = new Set(first[kind]?.map(({ id }) => id));
    const left = again[kind]?.filter(({ id }) => ids.has(id)) ?? [];
    delete known[kind];
    if (left.length > 0) Object.assign(known, { [kind]: left });
  }
  return differs(at, known, first);
}

/** Where two values part first, for whoever looks into a failing seed. */
export function differs(at: string, held: unknown, fresh: unknown): string | null {
  if (isDeepStrictEqual(held, fresh)) return null;
  if (isObject(held) && isObject(fresh) && Array.isArray(held) === Array.isArray(fresh)) {
    for (const key of new Set([...Object.keys(held), ...Object.keys(fresh)])) {
      const found = differs(`${at}.${key}`, held[key], fresh[key]);
      if (found !== null) return found;
    }
  }
  return `${at} is ${short(held)} and should be ${short(fresh)}`;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function short(value: unknown): string {
  return (JSON.stringify(value) ?? "undefined").slice(0, 300);
}
