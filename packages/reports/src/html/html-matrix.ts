import { stanceWord, stateWord } from "@assay/domain";
import type { ReportSnapshot, SnapshotCell, SnapshotClaim, SnapshotSource } from "../snapshot/report-snapshot.ts";
import { judgementId } from "./html-judgement.ts";
import { symbol } from "./html-symbols.ts";
import { verdictHtml } from "./html-verdict.ts";
import type { Html } from "./html.ts";
import { html, typed } from "./html.ts";

/** Names stand upright from this many sources on, so that the claims keep a readable measure. */
const UPRIGHT_FROM = 6;

/** Every cell at one glance; each leads to its judgement, each claim to its finding. */
export function matrixHtml({ claims, sources }: ReportSnapshot): Html {
  if (claims.length === 0 || sources.length === 0) return html`<p class="none">There is nothing to show yet.</p>`;
  const heads = sources.map(
    (source) => html`<th scope="col" class="s"><a href="#s${source.number}">${typed(source.name)}</a></th>`,
  );
  return html`
    <div class="scroll" role="region" aria-label="Claims by sources" tabindex="0">
      <table class="matrix${sources.length >= UPRIGHT_FROM ? " upright" : ""}">
        <thead>
          <tr>
            <th scope="col" class="id"><span class="vh">Number</span></th>
            <th scope="col">Claim</th>
            ${heads}
            <th scope="col">Verdict</th>
          </tr>
        </thead>
        <tbody>${claims.map((claim) => rowHtml(claim, sources))}</tbody>
      </table>
    </div>`;
}

function rowHtml(claim: SnapshotClaim, sources: readonly SnapshotSource[]): Html {
  const cells = new Map(claim.cells.map((cell) => [cell.sourceId, cell]));
  return html`
    <tr id="m${claim.number}">
      <td class="id">${claim.label}</td>
      <th scope="row"><a href="#c${claim.number}">${typed(claim.text)}</a></th>
      ${sources.map((source) => cellHtml(claim, source, cells.get(source.id)))}
      <td>${verdictHtml(claim.verdict)}</td>
    </tr>\n`;
}

function cellHtml(claim: SnapshotClaim, source: SnapshotSource, cell: SnapshotCell | undefined): Html {
  if (cell === undefined) return html`<td class="s"><span class="out">–<span class="vh">left out</span></span></td>`;
  const id = judgementId(claim, source);
  const words = [
    cell.stance === null ? "" : stanceWord(cell.stance),
    cell.attributed ? "attributed" : "",
    cell.state === "empty" ? "not tagged" : stateWord(cell.state),
  ];
  const told = `${source.name}: ${words.filter((word) => word !== "").join(", ")}`;
  const look = cell.state === "empty" ? "empty" : `${cell.stance ?? "contested"}${cell.reviewed ? "" : " open"}`;
  return html`
    <td class="s" id="m-${id}">
      <a class="cell ${look}" href="#${id}" title="${told}">
        ${cell.stance === null ? null : symbol(cell.stance)}
        <span class="vh">${told}</span>
      </a>
    </td>`;
}
