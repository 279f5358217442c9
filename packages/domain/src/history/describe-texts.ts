import type { HistoryWords } from "./history-words.ts";
import type { HistoryEntry } from "./history-entry.ts";
import { fields, text } from "./payload-fields.ts";

/** Wordings before and after, to be compared word by word. */
export function textsOf({ kind, payload, previous }: HistoryEntry): HistoryWords["texts"] {
  const texts: HistoryWords["texts"] = [];
  const add = (label: string, before: unknown, after: unknown) => {
    const [from, to] = [text(before), text(after)];
    if (from !== to) texts.push({ label, before: from, after: to });
  };
  const [before, after] = [fields(payload.before), fields(payload.after)];
  switch (kind) {
    case "claim.created":
      add("Wording", "", payload.text);
      break;
    case "claim.edited":
      add("Wording", before.text, after.text);
      break;
    case "tag.created":
    case "tag.edited":
    case "tag.reaffirmed":
      add("Rationale", previous?.rationale, payload.rationale);
      add("Evidence", evidence(previous?.evidence), evidence(payload.evidence));
      add("Search terms", terms(previous?.attestation), terms(payload.attestation));
      break;
    case "comment.edited":
      add("Comment", payload.before, payload.text);
      break;
    case "thread.opened":
    case "comment.added":
      add("Comment", "", payload.text);
      break;
    case "rating.set":
      add("Justification", previous?.justification, payload.justification);
      break;
    case "correction.added":
      add("What", "", payload.what);
      add("Why", "", payload.why);
      break;
    case "case.edited":
      add("Title", previous?.title, payload.title);
      add("Summary", previous?.summary, payload.summary);
      break;
    case "source.edited": {
      const [old, fresh] = [fields(previous?.meta), fields(payload.meta)];
      for (const [key, label] of Object.entries(META_WORDS)) add(label, old[key], fresh[key]);
      break;
    }
    default:
      break;
  }
  return texts;
}

const META_WORDS: Record<string, string> = {
  title: "Title",
  publisher: "Publisher",
  author: "Author",
  url: "Address",
  publishedAt: "Published",
  retrievedAt: "Retrieved",
  kind: "Kind",
  language: "Language",
  independenceGroup: "Independence group",
};

function evidence(passages: unknown): string {
  if (!Array.isArray(passages)) return "";
  return passages.map((passage: unknown) => text(fields(passage).exact)).join("\n");
}

function terms(attestation: unknown): string {
  const { searchTerms } = fields(attestation);
  return Array.isArray(searchTerms) ? searchTerms.join(", ") : "";
}
