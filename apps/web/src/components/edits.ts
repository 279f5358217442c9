/**
 * What a person has chosen over what the desk holds, field by field, each with what was held when they chose it: so that
 * a form need not be filled anew when somebody else changes the same thing meanwhile, and can tell where they did (E5).
 */
export type Edits<Held extends object> = { readonly [Field in keyof Held]?: { value: Held[Field]; over: Held[Field] } };

/** `patch` chosen over `held`. A field that was chosen before keeps what it was first chosen over. */
export function withEdit<Held extends object>(edits: Edits<Held>, held: Held, patch: Partial<Held>): Edits<Held> {
  const next: { [Field in keyof Held]?: { value: Held[Field]; over: Held[Field] } } = { ...edits };
  for (const field of Object.keys(patch) as (keyof Held)[]) {
    next[field] = { value: patch[field] as Held[keyof Held], over: edits[field] === undefined ? held[field] : edits[field].over };
  }
  return next;
}

/** What the form shows: the chosen over the held. */
export function edited<Held extends object>(held: Held, edits: Edits<Held>): Held {
  const shown = { ...held };
  for (const [field, edit] of entriesOf(edits)) shown[field] = edit.value;
  return shown;
}

export function isEdited<Held extends object>(held: Held, edits: Edits<Held>): boolean {
  return entriesOf(edits).some(([field, { value }]) => !isSame(value, held[field]));
}

/** The chosen fields that somebody else has changed since, to something else than was chosen. */
export function overtaken<Held extends object>(held: Held, edits: Edits<Held>): (keyof Held)[] {
  return entriesOf(edits).flatMap(([field, { value, over }]) =>
    isSame(over, held[field]) || isSame(value, held[field]) ? [] : [field],
  );
}

function entriesOf<Held extends object>(edits: Edits<Held>) {
  return Object.entries(edits) as [keyof Held, { value: Held[keyof Held]; over: Held[keyof Held] }][];
}

/** Of plain values as they come from the desk. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
