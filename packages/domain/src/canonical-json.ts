/**
 * JSON in one spelling, after RFC 8785: keys sorted by UTF-16 code units, no white space, ECMAScript's own numbers and
 * string escapes. Object entries that are undefined are left out, as JSON does; anything else that JSON would drop or
 * change without a word (NaN, functions, dates, lone surrogates) throws a TypeError, because a hash rests on it.
 */
export function canonicalJson(value: unknown): string {
  switch (typeof value) {
    case "string":
      if (/\p{Cs}/u.test(value)) throw new TypeError("A lone surrogate has no canonical JSON");
      return JSON.stringify(value);
    case "number":
      if (!Number.isFinite(value)) throw new TypeError(`${value} has no canonical JSON`);
      return JSON.stringify(value);
    case "boolean":
      return String(value);
    case "object":
      if (value === null) return "null";
      if (Array.isArray(value)) return `[${Array.from(value, canonicalJson).join(",")}]`;
      return canonicalObject(value);
    default:
      throw new TypeError(`A value of type ${typeof value} has no canonical JSON`);
  }
}

function canonicalObject(value: object): string {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) {
    throw new TypeError(`An instance of ${value.constructor.name} has no canonical JSON`);
  }
  // The default order of sort() is by UTF-16 code units, which is what the RFC asks for.
  const keys = Object.keys(value).sort();
  const entries: string[] = [];
  for (const key of keys) {
    const entry = (value as Record<string, unknown>)[key];
    if (entry !== undefined) entries.push(`${canonicalJson(key)}:${canonicalJson(entry)}`);
  }
  return `{${entries.join(",")}}`;
}
