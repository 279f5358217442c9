import { isIPv6 } from "node:net";

/** When this many addresses are remembered, those whose minute is over are forgotten. */
const MANY = 10_000;

interface Spent {
  count: number;
  until: number;
}

/**
 * Counts attempts by the address they come from. An attempt is counted when it begins, so that a thousand at once are
 * a thousand, and taken back when it turns out to be a good one.
 */
export class Attempts {
  readonly #spent = new Map<string, Spent>();
  readonly #most: number;
  readonly #windowMs: number;
  readonly #now: () => number;

  constructor(most: number, windowMs: number, now: () => number = () => Date.now()) {
    this.#most = most;
    this.#windowMs = windowMs;
    this.#now = now;
  }

  /** Seconds to wait, or null when the attempt may be made. */
  begin(address: string): number | null {
    const now = this.#now();
    if (this.#spent.size >= MANY) this.#forget(now);
    const key = networkOf(address);
    const known = this.#spent.get(key);
    const spent = known !== undefined && known.until > now ? known : { count: 0, until: now + this.#windowMs };
    if (spent.count >= this.#most) return Math.ceil((spent.until - now) / 1000);
    spent.count += 1;
    this.#spent.set(key, spent);
    return null;
  }

  takeBack(address: string): void {
    const spent = this.#spent.get(networkOf(address));
    if (spent !== undefined && spent.count > 0) spent.count -= 1;
  }

  #forget(now: number): void {
    for (const [key, { until }] of this.#spent) if (until <= now) this.#spent.delete(key);
  }
}

/** Whoever has one IPv6 address has the 2⁶⁴ of its network. */
function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined || !isIPv6(address)) return mapped ?? address;
  const [head = "", tail] = address.split("::", 2);
  const groups = head === "" ? [] : head.split(":");
  if (tail !== undefined) {
    const after = tail === "" ? [] : tail.split(":");
    while (groups.length + after.length < 8) groups.push("0");
    groups.push(...after);
  }
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":");
}
