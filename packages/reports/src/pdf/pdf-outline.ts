import { refOf } from "./pdf-objects.ts";
import type { PdfObjects } from "./pdf-objects.ts";

export interface OutlineItem {
  level: number;
  /** As it is written in the file, brackets and all. */
  title: string;
  dest: number;
}

/** A part's bookmarks in the order of its headings. How deep they were is the whole's business. */
export function outlineItems(file: PdfObjects, root: number): { object: number; title: string; dest: number }[] {
  const items: { object: number; title: string; dest: number }[] = [];
  const visit = (parent: number): void => {
    let object = refOf(headOf(file, parent), "First");
    while (object !== null) {
      const words = file.objects.get(object)?.words ?? "";
      const start = words.indexOf("/Title ") + "/Title ".length;
      const end = words.lastIndexOf("\n  /Dest ");
      items.push({ object, title: words.slice(start, end), dest: refOf(words.slice(end), "Dest") ?? 0 });
      visit(object);
      object = refOf(headOf(file, object), "Next");
    }
  };
  visit(root);
  return items;
}

/** Without the title, which may look like anything. */
function headOf(file: PdfObjects, number: number): string {
  const words = file.objects.get(number)?.words ?? "";
  const title = words.indexOf("/Title ");
  return title === -1 ? words : words.slice(0, title);
}

interface Node extends OutlineItem {
  number: number;
  children: Node[];
}

/** Writes an object for each bookmark, and answers with that of the outline itself. */
export function writeOutline(
  items: readonly OutlineItem[],
  root: number,
  add: (words: string) => number,
  set: (number: number, words: string) => void,
): string {
  const top: Node[] = [];
  const above: Node[] = [];
  for (const item of items) {
    const node: Node = { ...item, number: add("null"), children: [] };
    while ((above.at(-1)?.level ?? -1) >= item.level) above.pop();
    (above.at(-1)?.children ?? top).push(node);
    above.push(node);
  }
  const write = (nodes: readonly Node[], parent: number): void => {
    nodes.forEach(({ number, title, dest, children }, index) => {
      const [before, after] = [nodes[index - 1], nodes[index + 1]];
      set(
        number,
        `<</Parent ${parent} 0 R${before === undefined ? "" : `/Prev ${before.number} 0 R`}` +
          `${after === undefined ? "" : `/Next ${after.number} 0 R`}${span(children)}` +
          `${children.length === 0 ? "" : `/Count -${children.length}`}/Title ${title}/Dest ${dest} 0 R>>`,
      );
      write(children, number);
    });
  };
  write(top, root);
  return `<</Type/Outlines${span(top)}/Count ${top.length}>>`;
}

function span(nodes: readonly Node[]): string {
  const [first, last] = [nodes[0], nodes.at(-1)];
  return first === undefined || last === undefined ? "" : `/First ${first.number} 0 R/Last ${last.number} 0 R`;
}
