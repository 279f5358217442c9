import type { Attribution } from "../suggestion.ts";
import type { ReadText } from "../segment/read-text.ts";
import type { Span } from "../segment/sentences.ts";
import { attributionsOf, sentenceAt } from "./attributions.ts";
import { lastName, ownVoiceOf } from "./own-voice.ts";
import type { OwnVoice } from "./own-voice.ts";

/** A text with what is known of its voices; made once for a source. */
export interface HeardText {
  read: ReadText;
  attributions: Attribution[];
  own: OwnVoice;
}

export function hearText(read: ReadText): HeardText {
  return { read, attributions: attributionsOf(read), own: ownVoiceOf(read) };
}

/**
 * Whether the words of a passage fall within the reach of an attribution [S4]: what somebody is said to say in the
 * same sentence, or a guest's turn in a transcript. The outlet's own people and the issuer of a release do not count.
 */
export function isAttributed(heard: HeardText, span: Span): boolean {
  const sentence = sentenceAt(heard.read, span.start);
  if (sentence?.speaker && !heard.own.speakers.has(lastName(heard.read.text.slice(sentence.speaker.start, sentence.speaker.end)))) return true;
  return attributionsAround(heard, span).some((one) => !isOwn(heard, one));
}

/** The attributions that a passage falls under, the closest first. */
export function attributionsAround({ attributions }: HeardText, span: Span): Attribution[] {
  return attributions
    .filter(({ content, cue, speaker }) => {
      const shared = Math.min(content.end, span.end) - Math.max(content.start, span.start);
      if (shared <= 0) return false;
      // The passage is told, or it holds the telling and what is told.
      const holds = span.start <= Math.min(cue.start, speaker?.start ?? cue.start) && cue.end <= span.end;
      return shared * 2 >= span.end - span.start || holds;
    })
    .toSorted((a, b) => a.content.end - a.content.start - (b.content.end - b.content.start));
}

function isOwn({ own, read }: HeardText, { speaker, content, direct }: Attribution): boolean {
  if (own.issuer.size === 0) return false;
  const name = speaker === null ? "" : read.text.slice(speaker.start, speaker.end);
  if (direct && speaker !== null) return false;
  // "We expect", "the company said", and the issuer by name; a person who speaks for it is somebody else.
  if (/^(?:we|it|(?:the|our) (?:company|bank|museum|council|ministry|agency|authority|airline|party|group|firm|board|commission|university|hospital|committee))$/i.test(name)) return true;
  const names = name.replace(/^(?:the|our)\s+/i, "").match(/\p{Lu}[\p{L}\p{M}-]{2,}/gu) ?? [];
  return content.end > content.start && names.length > 0 && names.every((word) => own.issuer.has(word.toLowerCase()));
}
