import type { Attribution } from "../assist-types.ts";

interface Span {
  start: number;
  end: number;
}

/** Whose words a passage is: the attribution that covers most of it; null where the source speaks for itself. */
export function attributionOf(passage: Span, attributions: readonly Attribution[]): Attribution | null {
  let best: Attribution | null = null;
  let most = 0;
  for (const one of attributions) {
    const shared = Math.min(one.content.end, passage.end) - Math.max(one.content.start, passage.start);
    if (shared > most) [best, most] = [one, shared];
  }
  // A single quoted word inside a sentence does not make the sentence somebody else's.
  return best !== null && most * 3 >= passage.end - passage.start ? best : null;
}

/** "says: Ines Varga, “told”" */
export function attributionWords({ speaker, cue, direct }: Attribution): string {
  const who = speaker === null ? "somebody it does not name" : speaker.exact;
  const how = cue.exact.trim() === "" ? "" : `, “${cue.exact.trim()}”`;
  return `says: ${who}${how}${direct ? ", in quotation marks" : ""}`;
}
