import { shortDate } from "../dates.ts";
import type { SnapshotThread } from "../snapshot/report-snapshot.ts";
import { threadPlace } from "../snapshot/snapshot-threads.ts";
import type { Content, Html } from "./html.ts";
import { html, typed } from "./html.ts";

export function discussionHtml(threads: readonly SnapshotThread[]): Content {
  if (threads.length === 0) return html`<p class="none">Nothing in this report was discussed.</p>`;
  return threads.map(threadHtml);
}

function threadHtml(thread: SnapshotThread): Html {
  const { passage, resolved, comments } = thread;
  return html`
    <article class="talk">
      <h3>${typed(threadPlace(thread))}</h3>
      ${passage === null ? null : html`<p class="attest"><q>${passage}</q></p>`}
      ${comments.map(commentHtml)}
      ${resolved === null
        ? null
        : html`<p class="ruling">Resolved by ${typed(resolved.by)}, ${shortDate(resolved.at)}: ${typed(resolved.reason)}</p>`}
    </article>\n`;
}

function commentHtml({ author, at, text, edited, withdrawn }: SnapshotThread["comments"][number]): Html {
  const when = `${shortDate(at)}${edited && !withdrawn ? ", edited" : ""}`;
  const words = withdrawn ? html`<i>withdrawn</i>` : html`<span class="said">${typed(text)}</span>`;
  return html`<p class="src"><b>${typed(author)}</b>, ${when}<br>${words}</p>`;
}
