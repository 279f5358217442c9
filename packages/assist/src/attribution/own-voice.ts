import type { ReadText, Sentence } from "../segment/read-text.ts";

const OUTLET = /\b(?:presenter|host|anchor|newsreader|newscaster|reporter|correspondent|editor|moderator|interviewer|narrator|voice-?over)\b/i;
const RELEASE = /\b(?:press release|news release|media release|press statement|statement to the press|for immediate release|notes? to editors|media contact|press office)\b/i;
/** How much of a text tells what kind of text it is. */
const HEAD = 600;

/** Whose words are the outlet's own: its people in a transcript, and the issuer of a press release. */
export interface OwnVoice {
  /** Last name, in small letters, of each speaker of a transcript who speaks for the outlet. */
  speakers: ReadonlySet<string>;
  /** Words of the issuer's name, in small letters; empty when the text is no press release. */
  issuer: ReadonlySet<string>;
}

export function ownVoiceOf(read: ReadText): OwnVoice {
  return { speakers: outletSpeakers(read), issuer: issuerOf(read) };
}

export function lastName(label: string): string {
  const name = label.replace(/\s?\([^()]*\)/g, "").trim();
  return (/[\p{L}\p{M}'’-]+$/u.exec(name)?.[0] ?? name).toLowerCase();
}

/** A label that says so, the one who opens, and whoever another introduces as "our … correspondent". */
function outletSpeakers({ text, sentences }: ReadText): Set<string> {
  const own = new Set<string>();
  const labels = new Map<string, string>();
  let first: string | null = null;
  for (const { kind, start, end } of sentences) {
    if (kind !== "speaker") continue;
    const label = text.slice(start, end).replace(/:$/, "");
    const name = lastName(label);
    first ??= name;
    labels.set(name, `${labels.get(name) ?? ""} ${label}`);
  }
  if (first === null) return own;
  own.add(first);
  for (const [name, label] of labels) if (OUTLET.test(label)) own.add(name);
  for (const sentence of sentences) {
    const words = text.slice(sentence.start, sentence.end);
    if (!/\b(?:our|this programme's)\b/i.test(words) || !OUTLET.test(words)) continue;
    for (const name of labels.keys()) if (words.toLowerCase().includes(name)) own.add(name);
  }
  return own;
}

function issuerOf({ text, sentences }: ReadText): Set<string> {
  if (!RELEASE.test(text.slice(0, HEAD)) && !RELEASE.test(text.slice(-HEAD))) return new Set();
  const head = sentences.filter(({ kind }) => kind === "heading").slice(0, 4);
  const words = head.map((sentence: Sentence) => text.slice(sentence.start, sentence.end)).join(" ");
  return new Set((words.match(/\p{Lu}[\p{L}\p{M}-]{2,}/gu) ?? []).map((word) => word.toLowerCase()).filter((word) => !NOT_NAMES.has(word)));
}

const NOT_NAMES = new Set(
  (
    "press release statement news media the and for from with notes editors immediate monday tuesday wednesday thursday friday saturday " +
    "sunday january february march april may june july august september october november december"
  ).split(" "),
);
