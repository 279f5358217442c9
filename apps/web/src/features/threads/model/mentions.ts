export interface Named {
  id: string;
  name: string;
}

/** What is being written, with the people chosen for it so far. */
export interface CommentDraft {
  text: string;
  mentions: string[];
}

export const NO_DRAFT: CommentDraft = { text: "", mentions: [] };

/** Names are short; further back an @ is just a sign. */
const LONGEST_NAME = 40;

/** The mention being typed at the caret: where its @ stands and what follows it so far. */
export function mentionAt(text: string, caret: number): { start: number; query: string } | null {
  const start = text.lastIndexOf("@", caret - 1);
  if (start === -1 || caret - start > LONGEST_NAME) return null;
  if (start > 0 && /[\p{L}\p{N}]/u.test(text.charAt(start - 1))) return null;
  const query = text.slice(start + 1, caret);
  return /[\n@]/.test(query) ? null : { start, query };
}

/** People one of whose names begins like the query, in the order given. */
export function suggestPeople<Person extends Named>(people: readonly Person[], query: string): Person[] {
  const wanted = query.toLocaleLowerCase();
  return people.filter(({ name }) => {
    const whole = name.toLocaleLowerCase();
    return whole.startsWith(wanted) || whole.split(/\s+/).some((word) => word.startsWith(wanted));
  });
}

/** The draft with a person chosen for the mention at `start`, and where the caret stands then. */
export function chooseMention(
  draft: CommentDraft,
  place: { start: number; caret: number },
  person: Named,
): { draft: CommentDraft; caret: number } {
  const before = `${draft.text.slice(0, place.start)}@${person.name} `;
  const after = draft.text.slice(place.caret).replace(/^ /, "");
  const mentions = draft.mentions.includes(person.id) ? draft.mentions : [...draft.mentions, person.id];
  return { draft: { text: before + after, mentions }, caret: before.length };
}

/** Those of the chosen people whose name still stands in the text: who was deleted is not told. */
export function standingMentions(draft: CommentDraft, nameOf: (id: string) => string | undefined): string[] {
  return draft.mentions.filter((id) => {
    const name = nameOf(id);
    return name !== undefined && draft.text.includes(`@${name}`);
  });
}

export interface TextPart {
  text: string;
  mention: boolean;
}

/** A comment cut at the names it mentions. */
export function splitMentions(text: string, names: readonly string[]): TextPart[] {
  const marks = names.map((name) => `@${name}`).toSorted((a, b) => b.length - a.length);
  const parts: TextPart[] = [];
  let plain = "";
  for (let at = 0; at < text.length; ) {
    const mark = marks.find((one) => text.startsWith(one, at));
    if (mark === undefined) {
      plain += text.charAt(at);
      at += 1;
      continue;
    }
    if (plain !== "") parts.push({ text: plain, mention: false });
    plain = "";
    parts.push({ text: mark, mention: true });
    at += mark.length;
  }
  return plain === "" ? parts : [...parts, { text: plain, mention: false }];
}
