import type { Content } from "@assay/reports/html-kit";
import { counted, figure, Html, html, STYLES, SYMBOLS, typed } from "@assay/reports/html-kit";
import type { CheckReport } from "./check-report.ts";
import { CHECK_STYLES } from "./check-styles.ts";
import { claimsHtml, matrixHtml } from "./html-claims.ts";
import { differencesHtml, quotesHtml, sharedHtml } from "./html-pairs.ts";
import type { Texts } from "./html-passage.ts";
import { textsHtml } from "./html-texts.ts";
import { omissionPicture } from "./omission-picture.ts";
import { textsOf } from "./texts-of.ts";
import { NOT_REVIEWED } from "./words.ts";

/** Nothing runs and nothing is fetched, even if some markup should ever slip through. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

const PARTS = [
  ["glance", "At a glance"],
  ["claims", "Claims"],
  ["differences", "Differences"],
  ["quotations", "Quotations"],
  ["independence", "Independence"],
  ["omissions", "Left out"],
  ["texts", "Texts"],
] as const;

/** One file that stands by itself: no script, no request, readable on paper, on a phone and in the dark. */
export function htmlCheck(report: CheckReport, text: ReadonlyMap<string, string>): string {
  const texts = textsOf(report, text);
  const { claims, sources, differences } = report;
  const title = `What ${counted(sources.length, "source says", "sources say")}, claim by claim`;
  const picture = omissionPicture(report, texts);
  const conflicts = differences.filter(({ compatible }) => !compatible).length;
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="${POLICY}">
        <meta name="viewport" content="width=device-width,initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="generator" content="Assay">
        <title>${title} (not reviewed)</title>
        <style>${STYLES}${CHECK_STYLES}</style>
      </head>
      <body>
        ${SYMBOLS}
        <header>
          <b>Assay</b>
          <span>Cross-source check · not reviewed</span>
          <nav aria-label="Parts of this page">${PARTS.map(([id, name]) => html`<a href="#${id}">${name}</a>`)}</nav>
        </header>
        <main>
          <div class="opening">
            <h1>${title}</h1>
            <p class="stand">${standfirst(report)}</p>
            <p class="unreviewed"><b>Not reviewed.</b> ${NOT_REVIEWED.replace("Nobody has reviewed this. ", "Nobody has looked at any of it. ")}</p>
          </div>
          <dl class="figures five">
            ${tile(sources.length, sources.length === 1 ? "source" : "sources")}
            ${tile(claims.length, claims.length === 1 ? "claim" : "claims")}
            ${tile(conflicts, "differences that cannot both hold")}
            ${tile(report.quotes.filter(({ relation, reattributed }) => relation === "altered" || reattributed).length, "quotations altered or given to another speaker")}
            ${tile(report.independence.length, "independent origins")}
          </dl>
          ${section("glance", "Every claim at a glance", matrixHtml(report, texts))}
          ${section("claims", "Claims", claims.length === 0 ? html`<p class="none">There is no claim.</p>` : claimsHtml(report, texts))}
          ${section("differences", "Differences between the sources", [differencesHtml(differences, texts), withinHtml(report, texts)])}
          ${section("quotations", "Quotations", quotesHtml(report.quotes, texts))}
          ${section("independence", "Independence", independenceHtml(report, texts))}
          ${section("omissions", "What each source leaves out", pictureHtml(picture))}
          ${section("texts", "The texts as they were read", textsHtml(report, texts))}
        </main>
        <footer>Made with Assay, offline, from ${counted(sources.length, "file", "files")}. Not reviewed by anybody.</footer>
      </body>
    </html>\n`.markup;
}

function standfirst({ claims, sources }: CheckReport): string {
  const cells = claims.flatMap((claim) => claim.cells);
  const count = (stance: string) => cells.filter(({ suggestion }) => suggestion === stance).length;
  if (cells.length === 0) return "There was nothing to compare.";
  return (
    `Of ${figure(cells.length)} cells (${counted(claims.length, "claim", "claims")} in ${counted(sources.length, "source", "sources")}), ` +
    `the machine takes ${figure(count("verified"))} for verified, ${figure(count("disputed"))} for disputed and ${figure(count("missing"))} for missing.`
  );
}

function tile(value: number, name: string): Html {
  return html`<div><dt>${name}</dt><dd>${figure(value)}</dd></div>`;
}

function section(id: string, title: string, content: Content): Html {
  return html`<section id="${id}" aria-labelledby="${id}-head"><h2 id="${id}-head">${title}</h2>${content}</section>\n`;
}

function withinHtml({ contradictions }: CheckReport, texts: Texts): Content {
  if (contradictions.length === 0) return null;
  return html`<h3 class="part">Within one source</h3>${differencesHtml(contradictions.map(({ difference }) => difference), texts)}`;
}

function independenceHtml({ independence, shared }: CheckReport, texts: Texts): Content {
  const together = independence.filter((group) => group.length > 1);
  if (together.length === 0) return html`<p class="none">No source seems to copy from another. Quoting the same speech does not count.</p>`;
  return [
    html`<ul class="groups">${together.map((group) => html`<li>Seem to go back to one text: ${typed(group.map((id) => texts.name.get(id) ?? id).join(", "))}</li>`)}</ul>`,
    sharedHtml(shared, texts),
  ];
}

function pictureHtml({ svg, description }: { svg: string; description: string }): Html {
  return html`<figure class="picture"><figcaption>${typed(description)}</figcaption>${new Html(svg)}</figure>`;
}
