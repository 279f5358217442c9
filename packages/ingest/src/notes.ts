import { describeHiddenCharacters } from "@assay/domain";

const PLACES_NAMED = 3;
/** Enough to warn; a hostile file holds millions. */
const MOST_FOUND = 1000;

/** One sentence for each kind of character that a reader cannot see but that can change what the text seems to say. */
export function hiddenCharacterNotes(text: string): string[] {
  const places = new Map<string, string[]>();
  const found = describeHiddenCharacters(text, MOST_FOUND);
  let line = 1;
  let lineStart = 0;
  for (const { offset, name } of found) {
    for (let next = text.indexOf("\n", lineStart); next !== -1 && next < offset; next = text.indexOf("\n", lineStart)) {
      line += 1;
      lineStart = next + 1;
    }
    const where = `line ${count(line)}, character ${count(offset - lineStart + 1)}`;
    const known = places.get(name);
    if (known === undefined) places.set(name, [where]);
    else known.push(where);
  }
  return [...places].map(([name, all]) => {
    const more = all.length - PLACES_NAMED;
    const rest = more <= 0 ? "" : found.length === MOST_FOUND ? "; and more" : `; and ${count(more)} more`;
    const named = all.slice(0, PLACES_NAMED).join("; ");
    return `The text holds an invisible character, ${name}: ${named}${rest}. It is kept.`;
  });
}

const MARKUP = /<\/?(?:html|head|body|div|span|p|br|a|b|i|em|strong|h[1-6]|ul|ol|li|table|t[rdh]|img|style|script)(?=[\s/>])[^<>]{0,2000}>/giu;
/** Fewer can be a text about web pages. */
const FEWEST_TAGS = 4;
/** Where a page would have begun long ago. */
const MARKUP_WINDOW = 20_000;

/** The code of a web page, pasted or saved as a text: every passage would have its tags in it. */
export function markupNotes(text: string): string[] {
  const tags = text.slice(0, MARKUP_WINDOW).match(MARKUP) ?? [];
  if (tags.length < FEWEST_TAGS) return [];
  return [
    `This looks like the code of a web page: it holds marks such as ${tags[0]?.slice(0, 40) ?? ""}. They are kept, and passages would ` +
      "quote them. To have the words alone, open the page, select them there, and paste those; or add the file with a name " +
      "that ends in .html.",
  ];
}

export function surrogateNote(replaced: number): string {
  const what =
    replaced === 1 ? "1 broken half of a character was" : `${count(replaced)} broken halves of characters were`;
  return `${what} replaced with the sign \uFFFD (U+FFFD).`;
}

export function count(value: number): string {
  return value.toLocaleString("en-GB");
}
