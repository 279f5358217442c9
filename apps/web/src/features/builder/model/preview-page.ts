/** How the preview shows the exported page: as it is, as printed sheets, or as wide as a phone. */
export const PREVIEW_LOOKS = ["page", "print", "phone"] as const;
export type PreviewLook = (typeof PREVIEW_LOOKS)[number];

/** A4 with the margins of the export's own @page rule. */
const SHEET = { width: 794, height: 1123, top: 64, side: 60, foot: 68, gap: 28 };

/**
 * The newer page takes the place of the older one inside the same frame, so that the reader stays where they were.
 * Faces and styles stay those of the first page: they are the same in each.
 */
export function putPage(page: Document, html: string): void {
  const fresh = new DOMParser().parseFromString(html, "text/html");
  page.title = fresh.title;
  page.body.replaceChildren(...[...fresh.body.childNodes].map((node) => page.importNode(node, true)));
}

/** Folded-away parts are drawn at once: sizes that settle while scrolling would move the page under the reader. */
const SETTLED = ".find{content-visibility:visible!important}";

/**
 * Print in the browser's own breaking: the print rules are switched on, and the body becomes columns of the height of a
 * sheet that wrap one below the other, so that each break is where the engine would break a page.
 */
const DESK = "#8a8f96";
const SHEETS = `
html{background:${DESK}!important;color-scheme:light}
body{box-sizing:content-box!important;width:${SHEET.width - 2 * SHEET.side}px!important;max-width:none!important;
  margin:0 auto!important;padding:${SHEET.top}px ${SHEET.side}px!important;columns:1;column-fill:auto;
  column-height:${SHEET.height - SHEET.top - SHEET.foot}px;column-wrap:wrap;
  row-gap:${SHEET.top + SHEET.foot + SHEET.gap}px;
  background:repeating-linear-gradient(#fff 0 ${SHEET.height}px,
    ${DESK} ${SHEET.height}px ${SHEET.height + SHEET.gap}px)!important}
`;

/** `room`: how wide the frame is, in pixels; sheets that do not fit are shown smaller. */
export function dressPage(page: Document, look: PreviewLook, room: number): void {
  const own = page.getElementById("assay-preview") ?? page.createElement("style");
  own.id = "assay-preview";
  own.textContent = look === "print" ? SETTLED + SHEETS : SETTLED;
  if (own.parentElement === null) page.head.append(own);
  const zoom = look === "print" ? Math.min(1, room / (SHEET.width + 2 * SHEET.gap)) : 1;
  page.documentElement.style.zoom = zoom === 1 ? "" : zoom.toFixed(3);
  for (const sheet of page.styleSheets) {
    if (sheet.ownerNode === own) continue;
    for (const rule of sheet.cssRules) switchMedia(rule, look === "print");
  }
}

const asWritten = new WeakMap<CSSRule, string>();

function switchMedia(rule: CSSRule, isPrint: boolean): void {
  // Of another window's classes, so that `instanceof` would not know it.
  if (!("media" in rule) || !("conditionText" in rule)) return;
  const media = rule.media as MediaList;
  const written = asWritten.get(rule) ?? media.mediaText;
  asWritten.set(rule, written);
  if (!isPrint) media.mediaText = written;
  else if (written.startsWith("print")) media.mediaText = written.replace(/^print/, "all");
  else if (written.startsWith("screen")) media.mediaText = "not all";
  else media.mediaText = written;
}

/** How many sheets the page takes. */
export function countSheets(page: Document): number {
  const { body } = page;
  const view = page.defaultView;
  const zoom = view === null ? 1 : Number(view.getComputedStyle(page.documentElement).zoom) || 1;
  const last = body.lastElementChild?.getBoundingClientRect().bottom ?? 0;
  const top = body.getBoundingClientRect().top;
  return Math.max(1, Math.ceil((last - top) / zoom / (SHEET.height + SHEET.gap)));
}
