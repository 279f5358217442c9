/** Which events of a case a person has seen: all up to a number, and some above it. */
export interface Seen {
  upTo: number;
  above: readonly number[];
}

export function isSeen({ upTo, above }: Seen, event: number): boolean {
  return event <= upTo || above.includes(event);
}

/** `left` are the numbers that stay unseen; below the first of them nothing needs to be named any more. */
export function seeEvents(seen: Seen, numbers: readonly number[], left: readonly number[], last: number): Seen {
  const upTo = Math.max(seen.upTo, left.length === 0 ? last : Math.min(...left) - 1);
  const above = [...new Set([...seen.above, ...numbers])].filter((number) => number > upTo).sort((a, b) => a - b);
  return { upTo, above };
}

/** Two pages of one person see for each other. */
export function mergeSeen(one: Seen, other: Seen): Seen {
  const upTo = Math.max(one.upTo, other.upTo);
  return { upTo, above: [...new Set([...one.above, ...other.above])].filter((number) => number > upTo) };
}

export function isSeenRecord(value: unknown): value is Seen | null {
  if (value === null) return true;
  if (typeof value !== "object" || !("upTo" in value) || !("above" in value)) return false;
  const { upTo, above } = value;
  return typeof upTo === "number" && Array.isArray(above) && above.every((each) => typeof each === "number");
}
