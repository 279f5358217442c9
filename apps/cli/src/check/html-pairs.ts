import type { AssistClaim, Difference, QuotePair, SharedText, SourceDifference, SourcePassage } from "@assay/assist";
import type { Content, Html } from "@assay/reports/html-kit";
import { html, typed } from "@assay/reports/html-kit";
import { changedWords } from "./changed-words.ts";
import type { WordRun } from "./changed-words.ts";
import { inContextHtml, placeLink } from "./html-passage.ts";
import type { Texts } from "./html-passage.ts";
import { claimNumbers, differenceWord, relationWord } from "./words.ts";

/** So many of a kind are shown; the JSON has all of them. */
const SHOWN = 120;

/** Of what was found between sources it is said which claims of the page it is about. */
type Shown = Difference & Partial<Pick<SourceDifference, "about">>;

export function differencesHtml(differences: readonly Shown[], texts: Texts, claims: readonly AssistClaim[] = []): Content {
  if (differences.length === 0) return html`<p class="none">No difference was found between the sources.</p>`;
  const conflicts = differences.filter(({ compatible }) => !compatible);
  const others = differences.filter(({ compatible }) => compatible);
  return [
    conflicts.length === 0 ? null : html`<h3 class="part">They cannot both hold</h3>${shownOf(conflicts, (one) => differenceHtml(one, texts, claims))}`,
    others.length === 0 ? null : html`<h3 class="part">Both can hold</h3>${shownOf(others, (one) => differenceHtml(one, texts, claims))}`,
  ];
}

function differenceHtml({ type, compatible, a, b, why, about = [] }: Shown, texts: Texts, claims: readonly AssistClaim[]): Html {
  return html`
    <div class="set">
      <div class="what ${compatible ? "yes" : "no"}"><b>${differenceWord(type)}</b>${ofClaims(about, claims)}</div>
      ${wordsHtml(a, texts)}${wordsHtml(b, texts)}
      <p class="why">${typed(why)}</p>
    </div>\n`;
}

function ofClaims(about: readonly string[], claims: readonly AssistClaim[]): Content {
  const numbers = claimNumbers(about, claims);
  if (numbers.length === 0) return null;
  return html`<span>claim${numbers.map((number, at) => html`${at === 0 ? " " : ", "}<a href="#c${number}">${number}</a>`)}</span>`;
}

export function quotesHtml(quotes: readonly QuotePair[], texts: Texts): Content {
  if (quotes.length === 0) return html`<p class="none">No quotation stands in two of the sources.</p>`;
  const order = { altered: 0, truncated: 1, identical: 2 };
  const sorted = quotes.toSorted((x, y) => Number(y.reattributed) - Number(x.reattributed) || order[x.relation] - order[y.relation]);
  return shownOf(sorted, ({ relation, a, b, reattributed }) => {
    const { one, other } = changedWords(a.exact, b.exact);
    return html`
      <div class="set">
        <div class="what ${relation === "identical" ? "yes" : "no"}"><b>${relationWord(relation)}</b>${reattributed ? html`<span>another speaker</span>` : null}</div>
        ${sideHtml(a, texts, runsHtml(one, "del"))}${sideHtml(b, texts, runsHtml(other, "ins"))}
      </div>\n`;
  });
}

export function sharedHtml(shared: readonly SharedText[], texts: Texts): Content {
  return shownOf(shared.toSorted((x, y) => y.a.exact.length - x.a.exact.length), ({ a, b, overlap }) => {
    return html`
      <div class="set">
        <div class="what"><b>shared text</b>${Math.round(overlap * 100)} % word for word</div>
        ${sideHtml(a, texts)}${sideHtml(b, texts)}
      </div>\n`;
  });
}

/** Few words say little by themselves: they are shown in their line. */
function wordsHtml(side: SourcePassage, texts: Texts): Html {
  return html`<div>${inContextHtml(side, texts, html`<b class="those">${side.exact}</b>`)}${placeLink(side, texts)}</div>`;
}

function sideHtml(side: SourcePassage, texts: Texts, words: Content = side.exact): Html {
  return html`<div><q dir="auto">${words}</q>${placeLink(side, texts)}</div>`;
}

function runsHtml(runs: readonly WordRun[], tag: "del" | "ins"): Content {
  return runs.map(({ words, changed }) => (changed ? (tag === "del" ? html`<del>${words}</del>` : html`<ins>${words}</ins>`) : words));
}

function shownOf<One>(all: readonly One[], show: (one: One) => Html): Content {
  const rest = all.length - SHOWN;
  return [all.slice(0, SHOWN).map(show), rest > 0 ? html`<p class="more">${rest} more are in the JSON.</p>` : null];
}
