import { basename } from "node:path";
import type { Content, Html } from "@assay/reports/html-kit";
import { dotted, figure, html, typed } from "@assay/reports/html-kit";
import type { CheckReport, CheckedFile } from "./check-report.ts";
import { spotId } from "./html-passage.ts";
import type { Place, Texts } from "./html-passage.ts";

interface MarkedPlace extends Place {
  /** Evidence is tinted; what was merely near a claim has an address and no tint. */
  tinted: boolean;
}

/** Every place that the page speaks of. */
function placesOf(report: CheckReport): MarkedPlace[] {
  const known = new Set(report.sources.map(({ id }) => id));
  const pairs = [...report.differences, ...report.quotes, ...report.shared, ...report.contradictions.map(({ difference }) => difference)];
  const places: MarkedPlace[] = pairs.flatMap(({ a, b }) => [a, b]).map((side) => ({ ...side, tinted: true }));
  for (const { source, suggestion, passages } of report.claims.flatMap(({ cells }) => cells)) {
    for (const [at, { start, end }] of passages.entries()) places.push({ source, start, end, tinted: at === 0 && suggestion !== "missing" });
  }
  return places.filter(({ source, start, end }) => known.has(source) && end > start);
}

/** The sources as they were read, whole, each place marked where a quotation above leads to it. */
export function textsHtml(report: CheckReport, texts: Texts): Content {
  const places = new Map<string, MarkedPlace[]>();
  for (const place of placesOf(report)) places.set(place.source, [...(places.get(place.source) ?? []), place]);
  return report.sources.map((source) => sourceHtml(source, texts, places.get(source.id) ?? []));
}

function sourceHtml(source: CheckedFile, texts: Texts, places: readonly MarkedPlace[]): Html {
  const text = texts.text.get(source.id) ?? "";
  const number = texts.number.get(source.id) ?? 0;
  const facts = [
    source.published === null ? null : `published ${source.published}`,
    source.handled ? "English" : source.language === "und" ? "language not recognised" : `language: ${source.language}; read by its figures and quotations only`,
    source.read === null ? null : `read as ${source.read.as}`,
    `${figure(source.length)} code units`,
    html`sha256 <span class="hash">${source.sha256.slice(0, 16)}…</span>`,
  ];
  return html`
    <article class="source" id="s${number}">
      <h3>${number}. ${typed(basename(source.file))}</h3>
      <p class="facts">${dotted(facts)}</p>
      ${(source.read?.notes ?? []).map((note) => html`<p class="facts">${note}</p>`)}
      ${text.trim() === "" ? html`<p class="none">The file is empty.</p>` : html`<div class="words-of" dir="auto">${pieces(text, places, texts)}</div>`}
    </article>\n`;
}

function pieces(text: string, places: readonly MarkedPlace[], texts: Texts): Content[] {
  const cuts = [...new Set(places.flatMap(({ start, end }) => [start, end]).filter((at) => at > 0 && at < text.length))].toSorted((a, b) => a - b);
  const opening = new Map<number, Map<string, Place>>();
  const change = new Map<number, number>();
  for (const place of uniquePlaces(places, texts)) {
    const spots = opening.get(place.start) ?? new Map<string, Place>();
    spots.set(spotId(place, texts), place);
    opening.set(place.start, spots);
    if (!place.tinted) continue;
    change.set(place.start, (change.get(place.start) ?? 0) + 1);
    change.set(place.end, (change.get(place.end) ?? 0) - 1);
  }
  const found: Content[] = [];
  let depth = 0;
  let from = 0;
  for (const to of [...cuts, text.length]) {
    depth += change.get(from) ?? 0;
    const words = text.slice(from, to);
    const spots = [...(opening.get(from)?.keys() ?? [])].map((id) => html`<span class="spot" id="${id}"></span>`);
    found.push(depth > 0 ? html`<mark>${spots}${words}</mark>` : html`${spots}${words}`);
    from = to;
  }
  return found;
}

function uniquePlaces(places: readonly MarkedPlace[], texts: Texts): MarkedPlace[] {
  const unique = new Map<string, MarkedPlace>();
  for (const place of places) {
    const id = spotId(place, texts);
    unique.set(id, { ...place, tinted: place.tinted || unique.get(id)?.tinted === true });
  }
  return [...unique.values()];
}
