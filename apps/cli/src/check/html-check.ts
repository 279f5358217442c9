import { basename } from "node:path";
import type { Content } from "@assay/reports/html-kit";
import { counted, figure, Html, html, pageHtml, sectionHtml, typed } from "@assay/reports/html-kit";
import type { CheckReport } from "./check-report.ts";
import { CHECK_STYLES } from "./check-styles.ts";
import { claimsHtml, matrixHtml } from "./html-claims.ts";
import { differencesHtml, quotesHtml, sharedHtml } from "./html-pairs.ts";
import type { Texts } from "./html-passage.ts";
import { textsHtml } from "./html-texts.ts";
import { omissionPicture } from "./omission-picture.ts";
import { textsOf } from "./texts-of.ts";
import { NOT_REVIEWED } from "./words.ts";

/** What differs comes before what is claimed: it is what somebody opens the page for. */
const PARTS = [
  ["glance", "At a glance"],
  ["differences", "Differences"],
  ["quotations", "Quotations"],
  ["independence", "Independence"],
  ["omissions", "Left out"],
  ["claims", "Claims"],
  ["texts", "Texts"],
] as const;

/** A page in the manner of a report, which says on every part that nobody has reviewed it. */
export function htmlCheck(report: CheckReport, text: ReadonlyMap<string, string>): string {
  const texts = textsOf(report, text);
  const { claims, sources, differences } = report;
  const title = `What ${counted(sources.length, "source says", "sources say")}, claim by claim`;
  const picture = omissionPicture(report, texts);
  const conflicts = differences.filter(({ compatible }) => !compatible).length;
  return pageHtml({
    title: `${title} (not reviewed)`,
    generator: "Assay",
    styles: CHECK_STYLES,
    masthead: html`
      <header>
        <b>Assay</b>
        <span>Cross-source check · not reviewed</span>
        <nav aria-label="Parts of this page">${PARTS.map(([id, name]) => html`<a href="#${id}">${name}</a>`)}</nav>
      </header>`,
    main: html`
      <div class="opening">
        <h1>${title}</h1>
        <p class="stand">${standfirst(report)}</p>
        <p class="unreviewed"><b>Not reviewed.</b> ${NOT_REVIEWED.replace("Nobody has reviewed this. ", "Nobody has looked at any of it. ")}</p>
      </div>
      <ol class="files">${sources.map((source) => fileHtml(source, texts))}</ol>
      <dl class="figures five">
        ${tile(sources.length, sources.length === 1 ? "source" : "sources")}
        ${tile(claims.length, claims.length === 1 ? "claim" : "claims")}
        ${tile(conflicts, "differences that cannot both hold")}
        ${tile(report.quotes.filter(({ relation, reattributed }) => relation === "altered" || reattributed).length, "quotations altered or given to another speaker")}
        ${tile(report.independence.length, "independent origins")}
      </dl>
      ${sectionHtml("glance", "Every claim at a glance", matrixHtml(report, texts))}
      ${sectionHtml("differences", "Differences between the sources", [differencesHtml(differences, texts, claims), withinHtml(report, texts)])}
      ${sectionHtml("quotations", "Quotations", quotesHtml(report.quotes, texts))}
      ${sectionHtml("independence", "Independence", independenceHtml(report, texts))}
      ${sectionHtml("omissions", "What each source leaves out", pictureHtml(picture))}
      ${sectionHtml("claims", "Claims", claims.length === 0 ? html`<p class="none">There is no claim.</p>` : claimsHtml(report, texts))}
      ${sectionHtml("texts", "The texts as they were read", textsHtml(report, texts))}`,
    footer: html`Made with Assay, offline, from ${counted(sources.length, "file", "files")}. Not reviewed by anybody.`,
  });
}

const LONGEST_HEADLINE = 110;

/** A file's name says little; its first line mostly says what it is. */
function fileHtml({ id, file, published }: CheckReport["sources"][number], texts: Texts): Html {
  const [headline = ""] = (texts.text.get(id) ?? "").trim().split("\n", 1);
  const whole = headline.replace(/^#+\s+/, "").trim();
  const cut = whole.length <= LONGEST_HEADLINE ? whole : `${whole.slice(0, LONGEST_HEADLINE).replace(/\s+\S*$/, "")} …`;
  return html`
    <li>
      <a href="#s${texts.number.get(id) ?? 0}">${typed(basename(file))}</a>
      ${cut === "" ? null : html`<span class="headline" dir="auto">${cut}</span>`}
      ${published === null ? null : html`<span class="when">published ${published}</span>`}
    </li>`;
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
