/** Planted into everything that nobody but its author may see: no answer may hold a byte of it. */
export const MARK = "zqx7-planted";

/** With words that only hidden tags rest on. */
export const DISTINCT_TEXT = [
  "Ferry runs aground off Kelm",
  "The ferry Aurora struck a sandbank at 06:40 on Tuesday with 214 people aboard, the operator said.",
  "Nobody was hurt. The harbour master, Zoë Lund, called it avoidable.",
].join("\n\n");

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const PATTERNS: readonly [RegExp, string][] = [
  [/\b[0-9a-f]{64}\b/g, "hash"],
  [/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|\+00:00)/g, "time"],
  [/\b[a-z]+-[0-9a-f]{8}@assay\.example/g, "e-mail"],
];

/** Random words of their own. */
const CHANCE = ["token", "path"];

/**
 * An answer without what differs between any two desks: times, hashes, and ids, which become what they name. Work given
 * out at one moment stands in the order of its ids, which is chance.
 */
export function comparable(answer: unknown, names: ReadonlyMap<string, string>): string {
  const named = (text: string) =>
    PATTERNS.reduce(
      (rest, [pattern, word]) => rest.replace(pattern, word),
      text.replace(UUID, (id) => names.get(id) ?? "some id"),
    );
  const plain: unknown = JSON.parse(
    JSON.stringify(answer ?? null, (key, value: unknown) => (CHANCE.includes(key) ? key : value)),
    (_, value: unknown) => (typeof value === "string" ? named(value) : value),
  );
  const ordered = (key: string, value: unknown): unknown =>
    (key === "assignments" || key === "assigneeIds") && Array.isArray(value)
      ? value.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
      : value;
  return JSON.stringify(plain, ordered, 1);
}
