import type { LaterCorrection } from "../services/later-corrections.ts";
import { escaped } from "./escaped.ts";

const STYLE =
  ".since{margin:16px 0 28px;padding:16px 20px;border:2px solid #a03c00;border-radius:4px;background:#fff4ec;color:#3a1a06;" +
  "font:16px/1.5 Georgia,'Noto Serif',serif;overflow-wrap:anywhere}.since h2{margin:0 0 6px;font:inherit;font-weight:700;" +
  "font-size:19px;border:0;padding:0}.since p{margin:0 0 8px}.since ul{margin:0 0 8px;padding-left:20px;list-style:disc}" +
  ".since li{margin:0 0 6px;white-space:pre-line}@media (prefers-color-scheme:dark){@media screen{.since{background:#3a1f0e;" +
  "color:#f6e3d5;border-color:#e08a4c}}}";

const DAY = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });

interface Opened {
  number: number;
  corrections: readonly LaterCorrection[];
}

/**
 * A released page with what was corrected in it since above it (R3). Whoever was given the link before would go on
 * citing what the desk has taken back. The kept page follows untouched.
 */
export function withCorrections(page: Uint8Array, opened: Opened): Uint8Array<ArrayBuffer> {
  const bytes = Buffer.from(page.buffer, page.byteOffset, page.byteLength);
  const body = bytes.indexOf("<body>");
  if (body < 0) throw new Error("A released page has no body to put a correction before");
  const at = body + "<body>".length;
  const whole = Buffer.concat([bytes.subarray(0, at), Buffer.from(notice(opened)), bytes.subarray(at)]);
  return new Uint8Array(whole);
}

function notice({ number, corrections }: Opened): string {
  const last = corrections.at(-1)?.madeRelease ?? number;
  const items = corrections.map(({ madeRelease, at, what, why }) => {
    const when = `Release ${madeRelease}, ${DAY.format(at)}.`;
    return `<li>${when} <b><bdi>${escaped(what)}</bdi></b> <bdi>${escaped(why)}</bdi></li>`;
  });
  return (
    `<style>${STYLE}</style><aside class="since" aria-labelledby="since"><h2 id="since">This report was corrected</h2>` +
    `<p>What follows is release ${number}, as it was before. Release ${last} has taken its place:</p>` +
    `<ul>${items.join("")}</ul>` +
    `<p>Do not cite this one. Ask whoever gave you the link for release ${last}.</p></aside>`
  );
}
