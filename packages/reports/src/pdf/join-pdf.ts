import { createHash } from "node:crypto";
import { writePdf } from "./pdf-file.ts";
import { mapWords, readObjects, refOf, refsIn } from "./pdf-objects.ts";
import type { PdfObject, PdfObjects } from "./pdf-objects.ts";
import { outlineItems, writeOutline } from "./pdf-outline.ts";
import type { OutlineItem } from "./pdf-outline.ts";

/** What the typesetter cannot know of a part: where its headings stand in the whole. */
export interface PartHeading {
  level: number;
  /** The name under which other parts lead to it, or nothing. */
  anchor: string;
}

interface Place {
  page: number;
  x: number;
  y: number;
}

/** Objects that there is one of in the whole file, and in each part. */
const PAGES = 1;
const OUTLINE = 2;
const TREE = 3;
const DOCUMENT = 4;
/** How many there are. */
const COMMON = 4;

/** From one digit of a page's number to the next, as the template sets them. */
const DIGIT_WIDTH = 3.8;

/**
 * Parts of one report, set one after the other and joined to one tagged file. A long report set at once takes a gigabyte;
 * its parts have an end, and their memory is given back.
 *
 * A link of the form `assay:TO@HERE` leads to the place TO, in whichever part it is, and is itself the place HERE.
 */
export class JoinedPdf {
  readonly #objects: PdfObject[] = Array.from({ length: COMMON }, () => ({ words: "null", data: null }));
  readonly #pages: number[] = [];
  readonly #outline: OutlineItem[] = [];
  readonly #children: number[] = [];
  /** Of the structure tree: what each page and link belongs to, and the heads of tables by name. */
  readonly #parents: string[] = [];
  readonly #names: [string, number][] = [];
  readonly #roles = new Map<string, string>();
  readonly #places = new Map<string, Place>();
  readonly #links: { object: PdfObject; to: string }[] = [];
  #keys = 0;
  #parts = 0;
  #first: { language: string; info: string; metadata: PdfObject } | null = null;

  get pages(): number {
    return this.#pages.length;
  }

  /** `shift` is what was taken off the level of every heading, so that the part could begin with one of the first level. */
  add(bytes: Buffer, headings: readonly PartHeading[], shift: number): void {
    const file = readObjects(bytes);
    const catalog = wordsOf(file, refOf(file.trailer, "Root"));
    const [pages, tree, outline] = ["Pages", "StructTreeRoot", "Outlines"].map((key) => refOf(catalog, key) ?? 0);
    const root = wordsOf(file, tree ?? 0);
    const [document = 0] = refsIn(/\/K \[([^\]]*)\]/u.exec(root)?.[1] ?? "");
    const items = outlineItems(file, outline ?? 0);
    const once = new Map([[pages, PAGES], [tree, TREE], [outline, OUTLINE], [document, DOCUMENT]]);
    const metadata = refOf(catalog, "Metadata") ?? 0;
    const info = refOf(file.trailer, "Info") ?? 0;
    const left = new Set([...once.keys(), ...items.map(({ object }) => object), refOf(file.trailer, "Root"), metadata, info]);
    const numbers = new Map(once);
    for (const number of file.objects.keys()) if (!left.has(number)) numbers.set(number, this.#add({ words: "null", data: null }));
    const to = (number: number): number => numbers.get(number) ?? 0;
    this.#parts += 1;

    const prefix = this.#parts === 1 ? "" : `P${this.#parts}`;
    const outside = (words: string): string => {
      const led = words.replace(/(\d+) 0 R/gu, (_, number: string) => `${to(Number(number))} 0 R`);
      if (!led.includes("/StructParent")) return led;
      return led.replace(/\/StructParent(s?) (\d+)/u, (_, plural: string, key: string) => `/StructParent${plural} ${Number(key) + this.#keys}`);
    };
    const inside = (string: string, before: string): string =>
      prefix !== "" && /^\(U\d+x\d+y\d+\)$/u.test(string) && /(?:\/ID|[[\s])\s*$/u.test(before) && !/\/(?!ID\b)\w+\s*$/u.test(before)
        ? `(${prefix}${string.slice(1)}`
        : string;
    for (const [number, { words, data }] of file.objects) {
      if (left.has(number)) continue;
      const object = this.#object(to(number));
      object.words = mapWords(raised(words, shift), outside, inside);
      object.data = data;
    }

    for (const [, role = "", as = ""] of (/\/RoleMap <<([^>]*)>>/u.exec(root)?.[1] ?? "").matchAll(/\/(\w+) \/(\w+)/gu)) {
      this.#roles.set(role, as);
    }
    const [, nums = ""] = /\/Nums \[([^\]]*)\]/u.exec(root) ?? [];
    for (const [, key, number] of nums.matchAll(/(\d+) (\d+) 0 R/gu)) {
      this.#parents.push(`${Number(key) + this.#keys} ${to(Number(number))} 0 R`);
    }
    for (const [, name = "", number] of (/\/IDTree <<([^>]*)>>/u.exec(root)?.[1] ?? "").matchAll(/\(([^)]*)\) (\d+) 0 R/gu)) {
      this.#names.push([`${prefix}${name}`, to(Number(number))]);
    }
    this.#keys += Number(/\/ParentTreeNextKey (\d+)/u.exec(root)?.[1] ?? 0);
    for (const child of refsIn(/\/K \[([^\]]*)\]/u.exec(wordsOf(file, document))?.[1] ?? "")) this.#children.push(to(child));

    for (const page of refsIn(/\/Kids \[([^\]]*)\]/u.exec(wordsOf(file, pages ?? 0))?.[1] ?? "")) {
      const number = to(page);
      this.#pages.push(number);
      for (const link of refsIn(/\/Annots \[([^\]]*)\]/u.exec(this.#object(number).words)?.[1] ?? "")) this.#link(link, number);
    }
    if (items.length !== headings.length) throw new Error(`${headings.length} headings became ${items.length} bookmarks`);
    headings.forEach(({ level, anchor }, index) => {
      const item = items[index];
      if (item === undefined) return;
      const dest = to(item.dest);
      this.#outline.push({ level, title: item.title, dest });
      const [, page, x, y] = /^\[(\d+) 0 R \/XYZ (\S+) (\S+) /u.exec(this.#object(dest).words) ?? [];
      if (anchor !== "") this.#places.set(anchor, { page: Number(page), x: Number(x), y: Number(y) });
    });
    this.#first ??= {
      language: /\n {2}\/Lang (\([^)]*\))/u.exec(catalog)?.[1] ?? "(en)",
      info: wordsOf(file, info),
      metadata: file.objects.get(metadata) ?? { words: "", data: null },
    };
  }

  /** `numbers` has eleven pages: each of the ten digits, and the number of pages, where every page has room for them. */
  finish(numbers: Buffer): Uint8Array {
    if (this.#first === null) throw new Error("A file of no parts");
    const { language, info, metadata } = this.#first;
    this.#resolveLinks();
    this.#addNumbers(readObjects(numbers));
    this.#set(PAGES, `<</Type/Pages/Count ${this.#pages.length}/Kids[${refs(this.#pages)}]>>`);
    this.#set(OUTLINE, writeOutline(this.#outline, OUTLINE, (words) => this.#add({ words, data: null }), (number, words) => this.#set(number, words)));
    const roles = [...this.#roles].map(([role, as]) => `/${role}/${as}`).join("");
    const names = this.#names.toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([name, number]) => `(${name}) ${number} 0 R`);
    this.#set(
      TREE,
      `<</Type/StructTreeRoot/RoleMap<<${roles}>>/K[${DOCUMENT} 0 R]/ParentTree<</Nums[${this.#parents.join(" ")}]>>` +
        `${names.length === 0 ? "" : `/IDTree<</Names[${names.join(" ")}]>>`}/ParentTreeNextKey ${this.#keys}>>`,
    );
    this.#set(DOCUMENT, `<</Type/StructElem/S/Document/P ${TREE} 0 R/K[${refs(this.#children)}]>>`);
    const name = this.#digest();
    const described = this.#add(this.#described(metadata, name));
    const root = this.#add({
      words:
        `<</Type/Catalog/Pages ${PAGES} 0 R/Metadata ${described} 0 R/Lang ${language}/StructTreeRoot ${TREE} 0 R` +
        "/MarkInfo<</Marked true/Suspects false>>/ViewerPreferences<</DisplayDocTitle true/Direction/L2R>>" +
        `/Outlines ${OUTLINE} 0 R>>`,
      data: null,
    });
    return writePdf(this.#objects, root, this.#add({ words: info, data: null }), name.toString("hex"));
  }

  #add(object: PdfObject): number {
    return this.#objects.push(object);
  }

  #object(number: number): PdfObject {
    const object = this.#objects[number - 1];
    if (object === undefined) throw new Error(`No object ${number}`);
    return object;
  }

  #set(number: number, words: string): void {
    this.#object(number).words = words;
  }

  #link(number: number, page: number): void {
    const object = this.#object(number);
    const [, to, here] = /\/URI \(assay:([\w-]+)@([\w-]*)\)/u.exec(object.words) ?? [];
    if (to === undefined) return;
    this.#links.push({ object, to });
    const [x = 0, , , y = 0] = (/\/Rect \[([^\]]*)\]/u.exec(object.words)?.[1] ?? "").split(" ").map(Number);
    if (here && !this.#places.has(here)) this.#places.set(here, { page, x, y: y + ABOVE });
  }

  #resolveLinks(): void {
    const numbers = new Map(this.#pages.map((page, index) => [page, index + 1]));
    for (const { object, to } of this.#links) {
      const place = this.#places.get(to);
      if (place === undefined) throw new Error(`A link leads to ${to}, which is not in the report`);
      object.words = object.words
        .replace(/\/A <<[^>]*>>/u, `/Dest[${place.page} 0 R/XYZ ${place.x} ${place.y} 0]`)
        .replace(/\/Contents \([^)]*\)/u, `/Contents(page ${numbers.get(place.page) ?? 0})`);
    }
  }

  /** What page of how many each is, is known when the last part is set: pictures of digits, which the page shows in its foot. */
  #addNumbers(file: PdfObjects): void {
    const pictures = this.#picturesOf(file).map((number, index) => `/AssayNumber${index} ${number} 0 R`);
    const shown = pictures.join("");
    for (const [index, number] of this.#pages.entries()) {
      const digits = [...String(index + 1)].reverse();
      const drawn = digits.map((digit, place) => `q 1 0 0 1 -${place * DIGIT_WIDTH} 0 cm /AssayNumber${digit} Do Q\n`).reverse();
      const foot = Buffer.from(`${FOOT_BEGINS}${drawn.join("")}/AssayNumber${pictures.length - 1} Do\nEMC\n`, "latin1");
      const content = this.#add({ words: `<</Length ${foot.length}>>`, data: foot });
      const { words } = this.#object(number);
      const withPictures = /\/XObject <</u.test(words)
        ? words.replace("/XObject <<", `/XObject <<${shown}`)
        : words.replace("/Resources <<", `/Resources <</XObject<<${shown}>>`);
      this.#set(number, withPictures.replace(/\/Contents (\d+ 0 R)/u, `/Contents[$1 ${content} 0 R]`));
    }
  }

  /** Each page of a file as a picture that other pages may show, with all that it needs. */
  #picturesOf(file: PdfObjects): number[] {
    const numbers = new Map<number, number>();
    const here = (words: string): string => words.replace(/(\d+) 0 R/gu, (_, number: string) => `${take(Number(number))} 0 R`);
    const take = (number: number): number => {
      const before = numbers.get(number);
      if (before !== undefined) return before;
      const { words = "null", data = null } = file.objects.get(number) ?? {};
      const object = { words, data };
      const added = this.#add(object);
      numbers.set(number, added);
      object.words = mapWords(words, here);
      return added;
    };
    const pages = wordsOf(file, refOf(wordsOf(file, refOf(file.trailer, "Root")), "Pages"));
    return refsIn(/\/Kids \[([^\]]*)\]/u.exec(pages)?.[1] ?? "").map((number) => {
      const page = wordsOf(file, number);
      const content = file.objects.get(refOf(page, "Contents") ?? 0);
      if (content?.data == null) throw new Error("A number has no page");
      const [, box = ""] = /\/MediaBox \[([^\]]*)\]/u.exec(page) ?? [];
      const resources = here(dictionaryAt(page, page.indexOf("/Resources <<") + "/Resources ".length));
      const words = content.words.replace(/^<</u, `<</Type/XObject/Subtype/Form/BBox[${box}]/Resources ${resources}`);
      return this.#add({ words, data: content.data });
    });
  }

  /** A name after everything that is in the file. */
  #digest(): Buffer {
    const digest = createHash("sha256");
    for (const { words, data } of this.#objects) {
      digest.update(words, "latin1");
      if (data !== null) digest.update(data);
    }
    return digest.digest().subarray(0, 16);
  }

  /** The first part's description of itself, with the pages and the name of the whole. */
  #described({ words, data }: PdfObject, name: Buffer): PdfObject {
    const told = Buffer.from(data ?? [])
      .toString("latin1")
      .replace(/(<xmpTPg:NPages>)\d+/u, `$1${this.#pages.length}`)
      .replace(/(<xmpMM:InstanceID>)[^<]*/u, (_, tag: string) => tag + name.toString("base64"));
    return { words: words.replace(/\/Length \d+/u, `/Length ${told.length}`), data: Buffer.from(told, "latin1") };
  }
}

const FOOT_BEGINS = "/Artifact <</Type/Pagination/Subtype/Footer/Attached[/Bottom]>> BDC\n";

/** A link is as high as its line; what it stands for begins a little above. */
const ABOVE = 6;

function wordsOf(file: PdfObjects, number: number | null): string {
  return file.objects.get(number ?? 0)?.words ?? "";
}

function refs(numbers: readonly number[]): string {
  return numbers.map((number) => `${number} 0 R`).join(" ");
}

function raised(words: string, shift: number): string {
  if (shift === 0) return words;
  return words.replace(/^(<<\n {2}\/Type \/StructElem\n {2}\/S \/H)(\d)/u, (_, head: string, level: string) => head + (Number(level) + shift));
}

function dictionaryAt(words: string, start: number): string {
  let depth = 0;
  for (const { 0: bracket, index } of words.slice(start).matchAll(/<<|>>/gu)) {
    depth += bracket === "<<" ? 1 : -1;
    if (depth === 0) return words.slice(start, start + index + 2);
  }
  return "<<>>";
}
