import type { IngestedMeta } from "../ingested.ts";
import type { Element, Parent } from "./element.ts";
import { attribute, elementsBelow } from "./element.ts";
import { linkedArticle } from "./linked-article.ts";
import type { LinkedArticle } from "./linked-article.ts";
import { asDate, asLanguage, asWebAddress, clipped } from "./meta-values.ts";

/** What a page says about itself in its head: for machines, so that a person confirms it. */
export function htmlMeta(document: Parent): Partial<IngestedMeta> {
  const head = readHead(document);
  const named = (...names: string[]) => names.map((name) => head.named.get(name) ?? "");
  const { linked } = head;
  return {
    ...first("title", named("og:title", "twitter:title").concat(linked.title ?? "", head.title), clipped),
    ...first("author", [linked.author ?? "", ...named("author", "article:author", "byl", "dc.creator")], asName),
    ...first("publisher", [...named("og:site_name"), linked.publisher ?? "", ...named("dc.publisher")], clipped),
    ...first("url", [head.canonical, ...named("og:url"), head.savedFrom], asWebAddress),
    ...first(
      "publishedAt",
      [linked.publishedAt ?? "", ...named("article:published_time", "datepublished", "date", "dc.date", "dc.date.issued")],
      asDate,
    ),
    ...first("language", [head.language, ...named("og:locale", "content-language")], asLanguage),
  };
}

interface Head {
  title: string;
  language: string;
  canonical: string;
  savedFrom: string;
  linked: LinkedArticle;
  /** The first content of each name, in lower case. */
  named: Map<string, string>;
}

function readHead(document: Parent): Head {
  const head: Head = { title: "", language: "", canonical: "", savedFrom: savedFrom(document), linked: {}, named: new Map() };
  const scripts: string[] = [];
  for (const element of elementsBelow(document, ({ tagName }) => tagName === "svg")) {
    const { tagName } = element;
    if (tagName === "html") head.language = attribute(element, "lang") || attribute(element, "xml:lang");
    else if (tagName === "title" && head.title === "") head.title = wordsIn(element);
    else if (tagName === "link" && attribute(element, "rel").toLowerCase() === "canonical") head.canonical ||= attribute(element, "href");
    else if (tagName === "script" && attribute(element, "type") === "application/ld+json") scripts.push(wordsIn(element));
    else if (tagName === "meta") noteMeta(head.named, element);
  }
  return { ...head, linked: linkedArticle(scripts) };
}

function noteMeta(named: Map<string, string>, element: Element): void {
  const content = attribute(element, "content");
  for (const by of ["property", "name", "itemprop", "http-equiv"]) {
    const name = attribute(element, by).toLowerCase();
    if (name !== "" && content !== "" && !named.has(name)) named.set(name, content);
  }
}

/** Browsers note in a comment at the top where a page was saved from. */
function savedFrom(document: Parent): string {
  for (const node of document.childNodes) {
    const data = node.nodeName === "#comment" && "data" in node ? node.data : "";
    const address = /^\s*saved from url=\(\d+\)(\S+)/u.exec(data)?.[1];
    if (address !== undefined) return address;
  }
  return "";
}

function wordsIn(element: Element): string {
  return element.childNodes.map((node) => ("value" in node ? node.value : "")).join("");
}

/** Some pages give the address of the author's page there. */
function asName(value: string): string | null {
  return asWebAddress(value) === null ? clipped(value) : null;
}

function first<Field extends keyof IngestedMeta>(
  field: Field,
  candidates: readonly string[],
  read: (value: string) => string | null,
): Partial<Record<Field, string>> {
  for (const candidate of candidates) {
    const value = read(candidate);
    if (value !== null) return { [field]: value } as Record<Field, string>;
  }
  return {};
}
