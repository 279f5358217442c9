/**
 * The library numbers links and marks as it goes, some of them at random, and writes the hour of the day into the
 * file's properties. Numbered anew by their order, and dated from the snapshot, the same report is the same bytes.
 */
export function steadyXml(madeAt: string): (name: string, xml: string) => string {
  const links = new Map<string, string>();
  return (name, xml) => {
    if (name === "docProps/core.xml") {
      return xml.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/gu, `$1${madeAt.slice(0, 19)}Z`);
    }
    if (!/^word\/(?:_rels\/)?(?:document|footnotes|header|footer)/u.test(name)) return xml;
    return xml
      .replace(/(\s(?:r:id|Id)=")(rId[^"]+)(")/gu, (whole, before: string, id: string, after: string) =>
        /^rId\d+$/u.test(id) ? whole : `${before}${numbered(links, id, "rIdL")}${after}`,
      )
      .replace(/<w:bookmark(Start|End)\b[^>]*>/gu, bookmarkNumbers());
  };
}

/** The library gives every bookmark the same number; a start and its end need one of their own. */
function bookmarkNumbers(): (tag: string, edge: string) => string {
  const open: number[] = [];
  let last = 0;
  return (tag, edge) => {
    if (edge === "Start") open.push((last += 1));
    const number = edge === "Start" ? last : (open.pop() ?? last);
    return tag.replace(/\sw:id="[^"]*"/u, ` w:id="${number}"`);
  };
}

function numbered(found: Map<string, string>, id: string, prefix: string): string {
  const known = found.get(id) ?? `${prefix}${found.size + 1}`;
  found.set(id, known);
  return known;
}
