import { stanceWord } from "@assay/domain";
import type { CellSuggestion, CheckedClaim, Difference } from "@assay/assist";
import type { Content, Html } from "@assay/reports/html-kit";
import { html, symbol, typed } from "@assay/reports/html-kit";
import type { CheckReport } from "./check-report.ts";
import { passageHtml, placeLink } from "./html-passage.ts";
import type { Texts } from "./html-passage.ts";
import { AS_A_WHOLE, differenceWord, isDisputedAsAWhole, sureness } from "./words.ts";

/** Names stand upright from this many sources on, so that the claims keep a readable measure. */
const UPRIGHT_FROM = 6;

export function matrixHtml({ claims, sources }: CheckReport, texts: Texts): Html {
  if (claims.length === 0 || sources.length === 0) return html`<p class="none">No claim was found that could be checked.</p>`;
  return html`
    <div class="scroll" role="region" aria-label="Claims by sources" tabindex="0">
      <table class="matrix${sources.length >= UPRIGHT_FROM ? " upright" : ""}">
        <thead>
          <tr>
            <th scope="col" class="id"><span class="vh">Number</span></th>
            <th scope="col">Claim</th>
            ${sources.map(({ id }) => html`<th scope="col" class="s"><a href="#s${texts.number.get(id) ?? 0}">${texts.number.get(id) ?? 0}<span class="name">. ${typed(texts.name.get(id) ?? id)}</span></a></th>`)}
          </tr>
        </thead>
        <tbody>${claims.map((claim, at) => rowHtml(claim, at + 1, texts))}</tbody>
      </table>
    </div>`;
}

function rowHtml(claim: CheckedClaim, number: number, texts: Texts): Html {
  return html`
    <tr id="m${number}">
      <td class="id">${number}</td>
      <th scope="row"><a href="#c${number}">${typed(claim.text)}</a></th>
      ${claim.cells.map((cell) => {
        const told = `${texts.name.get(cell.source) ?? cell.source}: ${stanceWord(cell.suggestion)}, ${sureness(cell)}, not reviewed`;
        return html`
          <td class="s">
            <a class="cell ${cell.suggestion} open" href="#c${number}-s${texts.number.get(cell.source) ?? 0}" title="${told}">
              ${symbol(cell.suggestion)}<span class="vh">${told}</span>
            </a>
          </td>`;
      })}
    </tr>\n`;
}

export function claimsHtml({ claims }: CheckReport, texts: Texts): Content {
  return claims.map((claim, at) => claimHtml(claim, at + 1, texts));
}

function claimHtml(claim: CheckedClaim, number: number, texts: Texts): Html {
  return html`
    <article class="find" id="c${number}">
      <p class="no"><a href="#m${number}">${number}</a></p>
      <div>
        <h3>${typed(claim.text)}</h3>
        <p class="line"><span class="kind">${claim.type}</span></p>
        <ul>${claim.cells.map((cell) => cellHtml(cell, number, texts))}</ul>
      </div>
    </article>\n`;
}

function cellHtml(cell: CellSuggestion, number: number, texts: Texts): Html {
  const source = texts.number.get(cell.source) ?? 0;
  const [best, ...others] = cell.passages;
  const silent = cell.suggestion === "missing";
  return html`
    <li class="j open" id="c${number}-s${source}">
      <div class="says">
        <a class="stance ${cell.suggestion}" href="#m${number}">${symbol(cell.suggestion)}${stanceWord(cell.suggestion)}</a>
        <span class="sure">${sureness(cell)}</span>
        ${cell.attributed ? html`<span class="flag">attributed</span>` : null}
      </div>
      <div class="words">
        <p class="src">
          <a href="#s${source}">${source}. ${typed(texts.name.get(cell.source) ?? cell.source)}</a>
          ${silent || others.length === 0 ? null : html` <span class="also">also at ${others.map((one, at) => html`${at === 0 ? null : ", "}${placeLink({ source: cell.source, ...one }, texts, false)}`)}</span>`}
        </p>
        ${silent ? silentHtml(cell, texts) : best === undefined ? null : passageHtml({ source: cell.source, ...best }, texts, cell.suggestion)}
        ${isDisputedAsAWhole(cell) ? html`<p class="attest">${sentence(AS_A_WHOLE)}</p>` : null}
        ${cell.differences.length === 0 ? null : html`<ul class="diffs">${cell.differences.map(differenceHtml)}</ul>`}
      </div>
    </li>\n`;
}

/** What was nearest is folded away on a screen: it is evidence for whoever attests the silence, and no finding. */
function silentHtml(cell: CellSuggestion, texts: Texts): Html {
  const [nearest] = cell.passages;
  return html`
    <p class="attest">Seems to be silent. Read the whole text before you say so.</p>
    <details class="near">
      <summary>${nearest === undefined ? "What was looked for" : "The nearest words, and what was looked for"}</summary>
      ${nearest === undefined ? null : passageHtml({ source: cell.source, ...nearest }, texts, null)}
      ${cell.terms.length === 0 ? null : html`<p class="terms">Looked for: ${typed(cell.terms.join(", "))}</p>`}
    </details>`;
}

const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;

function differenceHtml({ type, compatible, why }: Difference): Html {
  return html`<li class="${compatible ? "yes" : "no"}"><b>${differenceWord(type)}</b><span>${typed(why)}</span></li>`;
}
