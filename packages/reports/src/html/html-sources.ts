import { STANCES, stanceWord } from "@assay/domain";
import { longDate } from "../dates.ts";
import { figure } from "../prose.ts";
import type { SnapshotSource } from "../snapshot/report-snapshot.ts";
import { symbol } from "./html-symbols.ts";
import type { Content, Html } from "./html.ts";
import { html, typed } from "./html.ts";
import { languageTag, safeUrl } from "./safe-url.ts";

export function sourcesHtml(sources: readonly SnapshotSource[]): Html {
  if (sources.length === 0) return html`<p class="none">This report covers no source.</p>`;
  return html`<ol class="sources">${sources.map(sourceHtml)}</ol>`;
}

function sourceHtml(source: SnapshotSource): Html {
  const tally = STANCES.map(
    (stance) => html`<span class="${stance}">${symbol(stance)}${source.settled[stance]} ${stanceWord(stance)}</span>`,
  );
  return html`
    <li id="s${source.number}">
      <span class="num">${source.number}</span>
      <div>
        <h3>${typed(source.name)}</h3>
        ${titleHtml(source)}
        <p class="tally">${tally}</p>
        <dl>
          ${entry("Kind", source.kind)}
          ${entry("Author", words(source.author))}
          ${entry("Published", date(source.publishedAt))}
          ${entry("Retrieved", date(source.retrievedAt))}
          ${entry("Address", address(source.url))}
          ${entry("Language", words(source.language))}
          ${entry("Origin", words(source.group))}
          ${entry("Text", textLine(source))}
          ${entry("sha256", hashHtml(source.revision.sha256))}
        </dl>
      </div>
    </li>\n`;
}

function titleHtml(source: SnapshotSource): Html | null {
  if (source.title.trim() === "" || source.title === source.name) return null;
  const language = languageTag(source.language);
  const lang = language === null ? null : html` lang="${language}"`;
  return html`<p class="title"${lang}>${typed(source.title)}</p>`;
}

function textLine({ revision }: SnapshotSource): Html {
  const file = revision.originalName === null ? null : html`, from ${typed(revision.originalName)}`;
  return html`${revision.completeness}, revision ${revision.number}, ${figure(revision.length)} code units${file}`;
}

function entry(name: string, value: Content): Html | null {
  return value === null ? null : html`<dt>${name}</dt><dd>${value}</dd>`;
}

function words(value: string): Html | null {
  return value.trim() === "" ? null : typed(value);
}

function date(value: string | null): Html | null {
  return value === null ? null : typed(longDate(value));
}

function address(url: string): Html | null {
  const safe = safeUrl(url);
  if (safe === null) return words(url);
  return html`<a class="url" href="${safe}" rel="noopener noreferrer nofollow">${typed(url)}</a>`;
}

/** Breaks between groups without putting anything into what is copied. */
export function hashHtml(hash: string): Html {
  const groups = hash.match(/.{1,8}/gsu) ?? [];
  return html`<span class="hash">${groups.map((group) => html`${group}<wbr>`)}</span>`;
}
