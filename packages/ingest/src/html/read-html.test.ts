import { checkBlocks } from "@assay/domain";
import { describe, expect, it } from "vitest";
import { ingest } from "../ingest.ts";
import { readHtml } from "./read-html.ts";

/** Kind and words of each block; that the blocks fit the text is held of every page. */
function blocksOf(html: string, whole = false): string[] {
  const { text, blocks } = readHtml(html, "page.html", whole);
  expect(checkBlocks(text, blocks)).toBeNull();
  return blocks.map(({ kind, level, start, end }) => `${kind}${level ?? ""}: ${text.slice(start, end)}`);
}
const WORDS = "The ferry lay on the bank until the tide came back, and nobody was hurt.";
const words = (times: number) => `<p>${Array.from({ length: times }, () => WORDS).join("</p><p>")}</p>`;

describe("the words of a page", () => {
  it.each([
    ["headings and paragraphs", "<h1>Aground</h1><h3>At  night</h3><p>One.</p>Two.<div>Three.</div>", ["heading1: Aground", "heading3: At night", "paragraph: One.", "paragraph: Two.", "paragraph: Three."]],
    ["a list and a quotation", "<ul><li>One</li><li><p>Two</p></li></ul><blockquote><p>Three</p></blockquote>", ["list-item: One", "list-item: Two", "quote: Three"]],
    ["a paragraph after a heading that was left open", "<h2>Aground<p>One.</p></h2>", ["heading2: Aground", "paragraph: One."]],
    ["white space as a browser sets it", "<p>\n  The <b>Aurora </b> ran\n\taground<i> at</i>\u00a0noon . </p>", ["paragraph: The Aurora ran aground at\u00a0noon ."]],
    ["words that only marks divide", "<p>a<b>ground</b><span>ed</span></p>", ["paragraph: agrounded"]],
    ["line breaks", "<p>One <br> two<br/>three</p>", ["paragraph: One\ntwo\nthree"]],
    ["set text as it is written", "<pre>  04:10  aground\n  05:30  afloat</pre>", ["code: 04:10  aground\n  05:30  afloat"]],
    ["references to characters", "<p>5&nbsp;&lt; 6 &amp; &#8220;so&#8221; &#13; it &#0; is &#xD800;</p>", ["paragraph: 5\u00a0< 6 & “so” it \uFFFD is \uFFFD"]],
    ["the quotation marks that the browser sets", "<p>She said <q>no</q>.</p>", ["paragraph: She said “no”."]],
    ["a table of data, a line for a row", "<table><caption>Tides</caption><tr><th>Port<th>High</tr><tr><td><p>Sallow</p><td>04:10</table>", ["paragraph: Tides", "line: Port | High", "line: Sallow | 04:10"]],
    ["an article that is laid out in a table", "<table><tr><td><h1>Aground</h1><p>One.</p><p>Two.</p></table>", ["heading1: Aground", "paragraph: One.", "paragraph: Two."]],
  ])("%s", (_, html, expected) => {
    expect(blocksOf(html)).toEqual(expected);
  });

  it.each([
    "<script>var a = 1</script>",
    "<style>p { color: red }</style>",
    "<noscript>Turn scripts on</noscript>",
    "<template><p>Later</p></template>",
    "<p hidden>Hidden</p>",
    "<p style='color: red; display: none'>Hidden</p>",
    "<p style='visibility:hidden !important'>Hidden</p>",
    "<button>Share</button><select><option>One</option></select><textarea>Comment</textarea>",
    "<svg><title>Logo</title><text>Logo</text></svg>",
    "<dialog>Cookies?</dialog>",
    "<!-- a note -->",
  ])("what a browser does not show as words is not there: %s", (code) => {
    expect(blocksOf(`<p>One.</p>${code}<p>Two.</p>`)).toEqual(["paragraph: One.", "paragraph: Two."]);
  });

  it("what is shown stays, hidden from machines or not", () => {
    expect(blocksOf("<p aria-hidden=true>One.</p><p style='display:block'>Two.</p><dialog open>Three.</dialog>")).toHaveLength(3);
  });

  it("passages struck through stay, and it is said", () => {
    const { text, notes } = readHtml("<p>It cost <del>five</del> <ins>six</ins> million, <s>so</s> they said.</p>", "a.html");
    expect(text).toBe("It cost five six million, so they said.");
    expect(notes).toEqual(["2 passages are struck through on this page. The words are in the text like all others."]);
  });

  it("nests as deep as a page likes", () => {
    expect(blocksOf(`${"<div>".repeat(100_000)}Deep`)).toEqual(["paragraph: Deep"]);
    expect(blocksOf(`<p>${"<span>".repeat(100_000)}Deep`)).toEqual(["paragraph: Deep"]);
  });
});

describe("which part of a page is the source", () => {
  const page = (inner: string) =>
    `<header><a>Home</a></header><nav>Sections</nav>${inner}<aside>Most read</aside><footer>Imprint</footer>`;

  it("the article, with its own head, foot and boxes", () => {
    const article = `<article><header><h1>Aground</h1></header>${words(2)}<aside>Box</aside><footer>Corrected at noon.</footer><nav>Share</nav></article>`;
    expect(blocksOf(page(article))).toEqual([
      "heading1: Aground",
      `paragraph: ${WORDS}`,
      `paragraph: ${WORDS}`,
      "paragraph: Box",
      "paragraph: Corrected at noon.",
    ]);
  });

  it("of several articles the one that holds most of the words", () => {
    const others = "<article>Another story</article>".repeat(5);
    expect(blocksOf(page(`${others}<article>${words(4)}</article>${others}`))).toHaveLength(4);
  });

  it("the whole main part where no article holds most of its words: left out is what may be missed", () => {
    const two = `<main><article>${words(2)}</article><article>${words(2)}</article><aside>Box</aside></main>`;
    expect(blocksOf(page(two))).toHaveLength(5);
  });

  it("all but what stands around it where nothing is marked", () => {
    expect(blocksOf(page(words(2)))).toEqual([`paragraph: ${WORDS}`, `paragraph: ${WORDS}`]);
    expect(blocksOf(page(`<div role=contentinfo>Imprint</div>${words(1)}`))).toHaveLength(1);
  });

  it("says how much of the page was read; the whole of it is there for the asking", () => {
    const html = page(`<article>${words(2)}</article>`);
    expect(readHtml(html, "a.html").notes).toEqual([
      expect.stringContaining("Of the 35 words on this page, 30 were read: its article."),
    ]);
    const whole = readHtml(html, "a.html", true);
    expect(whole.text).toContain("Most read");
    expect(whole.notes).toEqual([]);
    expect(readHtml(words(2), "a.html").notes).toEqual([]);
  });
});

describe("what a page says about itself", () => {
  const metaOf = (head: string, body = words(1)) => readHtml(`<!doctype html>${head}<body>${body}`, "my_page.html").meta;

  it("in its linked data", () => {
    const data = {
      "@graph": [
        { "@type": "WebSite", name: "The Courier online", headline: "No" },
        {
          "@type": ["NewsArticle"],
          headline: "Ferry  aground",
          author: [{ "@type": "Person", name: "Ines Varga" }, "Tom Reed"],
          publisher: { name: "The Courier" },
          datePublished: "2025-06-14T09:30:00.000+0200",
        },
      ],
    };
    expect(metaOf(`<html lang=en-GB><script type="application/ld+json">${JSON.stringify(data)}</script>`)).toEqual({
      title: "Ferry aground",
      author: "Ines Varga, Tom Reed",
      publisher: "The Courier",
      publishedAt: "2025-06-14T09:30:00+02:00",
      language: "en-GB",
    });
  });

  it("in its meta elements", () => {
    const head = `<title>Ferry aground | The Courier</title><link rel=canonical href="https://courier.example/ferry">
      <meta property="og:title" content="Ferry aground"><meta property="og:site_name" content="The Courier">
      <meta name="author" content="https://courier.example/staff/varga"><meta name="byl" content="Ines Varga">
      <meta property="article:published_time" content="2025-06-14"><meta property="og:locale" content="en_GB">
      <script type="application/ld+json">{ broken</script>`;
    expect(metaOf(head)).toEqual({
      title: "Ferry aground",
      author: "Ines Varga",
      publisher: "The Courier",
      url: "https://courier.example/ferry",
      publishedAt: "2025-06-14",
      language: "en-GB",
    });
  });

  it("where a browser saved it from", () => {
    expect(metaOf("<!-- saved from url=(0030)https://courier.example/ferry -->").url).toBe("https://courier.example/ferry");
  });

  it("nothing that a field would refuse", () => {
    const head = `<html lang="not a language"><link rel=canonical href="javascript:alert(1)">
      <meta name=date content="14 June 2025"><meta name=dc.date content="2025-02-31">`;
    expect(metaOf(head)).toEqual({ title: "my page" });
    expect(metaOf(`<title>${"Long ".repeat(200)}</title>`).title).toHaveLength(300);
  });

  it("else its title is its first heading", () => {
    expect(metaOf("", `<h2>Aground at noon</h2>${words(1)}`)).toEqual({ title: "Aground at noon" });
  });
});

describe("the encoding of a page", () => {
  const bytesOf = (head: string, ...tail: number[]) => new Uint8Array([...new TextEncoder().encode(head), ...tail]);
  const read = async (bytes: Uint8Array) => ingest({ bytes, name: "page.html" });

  it("is the one it names, where its bytes are no UTF-8", async () => {
    const latin = await read(bytesOf('<meta charset="iso-8859-1"><p>caf', 0xe9, 0x80));
    expect(latin).toMatchObject({ text: "café€", encoding: "windows-1252", format: "web page" });
    const russian = await read(bytesOf('<meta http-equiv="Content-Type" content="text/html; charset=koi8-r"><p>', 0xcd, 0xc9, 0xd2));
    expect(russian).toMatchObject({ text: "мир", encoding: "koi8-r" });
    const japanese = await read(bytesOf("<meta charset=iso-2022-jp><p>", 0x1b, 0x24, 0x42, 0x46, 0x7c, 0x1b, 0x28, 0x42));
    expect(japanese).toMatchObject({ text: "日", encoding: "iso-2022-jp" });
  });

  it("is UTF-8 where its bytes are, whatever it names", async () => {
    expect(await read(bytesOf("<meta charset=windows-1252><p>caf", 0xc3, 0xa9))).toMatchObject({ text: "café", encoding: "utf-8" });
  });

  it("is refused where its bytes are not what it names, or it names none", async () => {
    expect(await read(bytesOf("<meta charset=euc-jp><p>", 0xff, 0xff))).toMatchObject({ ok: false, rule: "encoding" });
    expect(await read(bytesOf("<meta charset=utf-8><p>caf", 0xe9))).toMatchObject({ ok: false, rule: "encoding" });
    expect(await read(bytesOf("<meta charset=nonsense><p>caf", 0xe9))).toMatchObject({ ok: false, rule: "encoding" });
  });
});
