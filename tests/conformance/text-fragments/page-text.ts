/**
 * The words of a saved page as a reader of it sees them: blocks end with a line feed, what is not rendered is left out.
 * It knows as much of HTML as the saved page of the text-fragment cases uses, and no more.
 */
const BLOCKS = new Set(["body", "div", "p", "br"]);
const VOID = new Set(["br", "img", "meta"]);
const UNSEEN = new Set(["head", "iframe", "script", "style"]);
const ENTITIES: Record<string, string> = { nbsp: "\u00a0", amp: "&", lt: "<", gt: ">", quot: '"' };

const PARTS = /<!--[\s\S]*?-->|<![^>]*>|<(\/?)([a-z]+)([^>]*)>|[^<]+/gi;

export function pageText(html: string): string {
  const open: { name: string; isGone: boolean; isHidden: boolean }[] = [];
  let text = "";
  const breakBlock = () => {
    if (!text.endsWith("\n")) text += "\n";
  };
  for (const [part, closing, name = "", attributes = ""] of html.matchAll(PARTS)) {
    if (part.startsWith("<!")) continue;
    if (name === "") {
      if (!open.some(({ isGone, isHidden }) => isGone || isHidden)) text += seen(part);
      continue;
    }
    const tag = name.toLowerCase();
    const isGone = UNSEEN.has(tag) || /display:\s*none/.test(attributes);
    const isOutside = open.some((element) => element.isGone);
    if (closing) {
      const at = open.findLastIndex((element) => element.name === tag);
      const element = open[at];
      if (element) open.splice(at);
      if (BLOCKS.has(tag) && !isOutside && !element?.isGone) breakBlock();
      continue;
    }
    if (BLOCKS.has(tag) && !isGone && !isOutside) breakBlock();
    if (!VOID.has(tag)) open.push({ name: tag, isGone, isHidden: /visibility:\s*hidden/.test(attributes) });
  }
  return text;
}

/** White space of the source is one space; a no-break space stays. */
function seen(source: string): string {
  return source.replace(/[ \t\r\n]+/g, " ").replace(/&([a-z]+);?/g, (whole, name: string) => ENTITIES[name] ?? whole);
}
