import type { Content, Html } from "@assay/reports/html-kit";
import { figure, html } from "@assay/reports/html-kit";
import type { Stance } from "@assay/domain";

/** Where a passage stands in the texts at the foot of the page. */
export interface Place {
  source: string;
  start: number;
  end: number;
}

/** Texts by id, and the number under which the page shows each. */
export interface Texts {
  text: ReadonlyMap<string, string>;
  number: ReadonlyMap<string, number>;
  name: ReadonlyMap<string, string>;
}

const AROUND = 60;

export function spotId({ source, start, end }: Place, { number }: Texts): string {
  return `t${number.get(source) ?? 0}-${start}-${end}`;
}

/** Every quotation on the page leads to its place in the text. */
export function placeLink(place: Place, texts: Texts, named = true): Html {
  const name = named ? `${texts.number.get(place.source) ?? 0}. ${texts.name.get(place.source) ?? place.source} ` : "";
  return html`<a class="at" href="#${spotId(place, texts)}">${name}${figure(place.start)}–${figure(place.end)}</a>`;
}

/** A passage with its mark, in a little of what stands around it. */
export function passageHtml(place: Place, texts: Texts, stance: Stance | null): Html {
  const exact = (texts.text.get(place.source) ?? "").slice(place.start, place.end);
  const words: Content = stance === null ? exact : html`<mark class="${stance}">${exact}</mark>`;
  return html`<div class="psg">${inContextHtml(place, texts, words)} ${placeLink(place, texts, false)}</div>`;
}

/** `words` stand for the passage itself. What is around them is cut between words, and never beyond their own line. */
export function inContextHtml(place: Place, texts: Texts, words: Content): Html {
  const text = texts.text.get(place.source) ?? "";
  const from = wordStart(text, place.start);
  const to = wordEnd(text, place.end);
  return html`<q dir="auto">${from > 0 ? html`<span class="cut">… </span>` : null}${text.slice(from, place.start)}${words}${text.slice(place.end, to)}${
    to < text.length ? html`<span class="cut"> …</span>` : null
  }</q>`;
}

function wordStart(text: string, at: number): number {
  const line = text.lastIndexOf("\n", at - 1) + 1;
  const from = Math.max(line, at - AROUND);
  const space = from === line ? -1 : text.indexOf(" ", from);
  return space === -1 || space >= at ? (from === line ? line : at) : space + 1;
}

function wordEnd(text: string, at: number): number {
  const next = text.indexOf("\n", at);
  const line = next === -1 ? text.length : next;
  const to = Math.min(line, at + AROUND);
  const space = to === line ? -1 : text.lastIndexOf(" ", to);
  return to === line ? line : space <= at ? at : space;
}
