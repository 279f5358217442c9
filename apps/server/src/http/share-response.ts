import type { App } from "../context.ts";
import { openShare } from "../services/open-share.ts";
import { withCorrections } from "./corrected-page.ts";
import { escaped } from "./escaped.ts";

/** No script runs, nothing is fetched, nobody frames it, and no search engine or next page learns the address. */
const HEADERS = {
  "Content-Type": "text/html; charset=utf-8",
  "Content-Security-Policy": [
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    "img-src data:",
    "font-src data:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "sandbox allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation",
  ].join("; "),
  "Referrer-Policy": "no-referrer",
  "X-Robots-Tag": "noindex, nofollow, noarchive, nosnippet",
  "X-Frame-Options": "DENY",
  "Cache-Control": "no-store",
} as const;

/** The page behind a link to a release: the very bytes of its HTML export, under what was corrected in it since. */
export async function shareResponse(app: App, token: string): Promise<{ response: Response; isKnown: boolean }> {
  const opened = await openShare(app, token);
  if (opened.state === "open") {
    const { file, corrections } = opened;
    if (corrections.length > 0) {
      // Not the file's bytes any more, so that its hash is not promised.
      return { response: new Response(withCorrections(file.bytes, opened), { headers: HEADERS }), isKnown: true };
    }
    const response = new Response(file.bytes, { headers: { ...HEADERS, "X-Assay-Sha256": file.sha256 } });
    return { response, isKnown: true };
  }
  if (opened.state === "unknown") return { response: page(404, "This link leads nowhere", UNKNOWN), isKnown: false };
  const was = opened.state === "expired" ? "This link has expired" : "This link was withdrawn";
  const ask = `The report is still at ${opened.desk}. Ask whoever gave you the link for a new one.`;
  return { response: page(410, was, ask), isKnown: true };
}

const UNKNOWN = "Perhaps a part of the address is missing. Ask whoever gave it to you to send it once more.";

export function tooManyLinks(seconds: number): Response {
  const wait = seconds === 1 ? "a second" : `${seconds} seconds`;
  const response = page(429, "Too many links that lead nowhere", `Wait ${wait}, then open the link again.`);
  response.headers.set("Retry-After", String(seconds));
  return response;
}

const STYLE =
  "html{color-scheme:light dark}body{margin:0;min-height:100vh;display:grid;place-content:center;padding:24px;" +
  "background:#fbf8f1;color:#221e17;font:18px/1.5 Georgia,'Noto Serif',serif}main{max-width:34em}" +
  "h1{font-size:28px;line-height:1.15;margin:0 0 12px}p{margin:0}" +
  "@media (prefers-color-scheme:dark){body{background:#1b1916;color:#e9e2d5}}";

function page(status: number, title: string, sentence: string): Response {
  const body =
    `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
    `<meta name="robots" content="noindex"><title>${title}</title><style>${STYLE}</style>` +
    `<main><h1>${title}</h1><p>${escaped(sentence)}</p></main></html>`;
  return new Response(body, { status, headers: HEADERS });
}
