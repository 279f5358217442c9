/** What one source says of one claim (DESIGN S1–S3). Not what is true. */
export const STANCES = ["verified", "disputed", "missing"] as const;
export type Stance = (typeof STANCES)[number];

/** How a stance is shown everywhere, so that it never rests on colour alone. */
export const STANCE_GLYPH: Record<Stance, string> = { verified: "✓", disputed: "≠", missing: "∅" };

export function isStance(value: unknown): value is Stance {
  return STANCES.includes(value as Stance);
}
