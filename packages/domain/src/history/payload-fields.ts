/** What an event keeps, read back: a field that is lacking, or of another kind, is empty and no error. */
export type Payload = Record<string, unknown>;

export function fields(value: unknown): Payload {
  return typeof value === "object" && value !== null ? (value as Payload) : {};
}

export function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}
