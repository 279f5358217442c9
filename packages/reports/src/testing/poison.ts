export const ATTACK = `"'></style></title><script>alert(1)</script><img src=x onerror=alert(1)>&lt;<!-- [a](javascript:x) `;

/** Every string of the snapshot that a person can have typed, changed; values with a closed set of words stay. */
export function poison(value: unknown, change: (words: string) => string = (words) => ATTACK + words, key = ""): unknown {
  const closed =
    /^(?:state|stance|kind|derived|type|role|outcome|cause|by|anchorState|completeness|confidence|verdict|label)$/u;
  if (typeof value === "string") return closed.test(key) ? value : change(value);
  if (Array.isArray(value)) return value.map((item) => poison(item, change, key));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, poison(item, change, name)]));
}
