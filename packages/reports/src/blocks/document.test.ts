import type { ReportBlock, ReportDocument } from "@assay/domain";
import { TEMPLATES, documentFrom, publicDocument } from "@assay/domain";
import { fromMarkdown } from "mdast-util-from-markdown";
import { describe, expect, it } from "vitest";
import { buildSnapshot } from "../snapshot/build-snapshot.ts";
import { renderHtml } from "../html/html-report.ts";
import { renderMarkdown } from "../markdown/markdown-report.ts";
import type { SnapshotInput } from "../snapshot/snapshot-input.ts";
import { ferryInput, ferryView } from "../testing/ferry-case.ts";

let last = 0;
const id = () => `00000000-0000-4000-8000-${String((last += 1)).padStart(12, "0")}`;
const place = (audience: "public" | "internal" = "public") => ({ id: id(), audience });
const paragraph = (text: string, audience: "public" | "internal" = "public"): ReportBlock => {
  return { ...place(audience), type: "paragraph", children: [{ text }] };
};
const documentOf = (...blocks: ReportBlock[]): ReportDocument => ({ title: "Aground", blocks });

function rendered(document: ReportDocument, more: Partial<SnapshotInput> = {}) {
  const snapshot = buildSnapshot(ferryInput({ document, title: document.title, ...more }));
  return { snapshot, html: renderHtml(snapshot), markdown: renderMarkdown(snapshot) };
}

describe("a report with a document", () => {
  it("prints every block of every template, in HTML and Markdown", () => {
    for (const { name, blocks } of Object.values(TEMPLATES)) {
      const { html, markdown } = rendered(documentFrom(blocks, "Aground", id));
      for (const block of blocks) {
        if (!("children" in block)) continue;
        const words = block.children.map((one) => ("text" in one ? one.text : "")).join("");
        expect(html, name).toContain(words);
        expect(markdown, name).toContain(words);
      }
      expect(html, name).not.toContain("undefined");
      expect(html.match(/<h1>/g), name).toHaveLength(1);
    }
  });

  it("prints prose as it was written: bold, italic, lists, quotations, links", () => {
    const { html, markdown } = rendered(
      documentOf(
        {
          ...place(),
          type: "paragraph",
          children: [
            { text: "It was " },
            { text: "bold ", bold: true },
            { text: "and lean", bold: true, italic: true },
            { type: "link", url: "https://harbour.example/log?a=1&b=(2)", children: [{ text: "as logged" }] },
          ],
        },
        { ...place(), type: "item", ordered: true, children: [{ text: "First" }] },
        { ...place(), type: "item", ordered: true, children: [{ text: "Second" }] },
        { ...place(), type: "item", ordered: false, children: [{ text: "Loose" }] },
        { ...place(), type: "quote", children: [{ text: "As they said." }] },
        { ...place(), type: "heading", level: 3, children: [{ text: "A part" }] },
      ),
    );
    expect(html).toContain(
      '<p dir="auto">It was <strong>bold </strong><strong><i>and lean</i></strong>' +
        '<a href="https://harbour.example/log?a=1&amp;b=(2)" rel="noopener noreferrer nofollow">as logged</a></p>',
    );
    const items = ["First", "Second", "Loose"].map((word) => `<li dir="auto">${word}</li>`);
    expect(html).toContain(`<ol>${items[0]}${items[1]}</ol>\n<ul>${items[2]}</ul>`);
    expect(html).toContain('<blockquote dir="auto"><p>As they said.</p></blockquote>');
    const kinds = fromMarkdown(markdown).children.map(({ type }) => type);
    expect(kinds).toContain("blockquote");
    expect(markdown).toContain("It was **bold** ***and lean***[as logged](<https://harbour.example/log?a=1&b=(2)>)");
    expect(markdown).toContain("1. First\n2. Second");
  });

  it("lets no prose become markup", () => {
    const nasty = '<img src=x onerror=alert(1)> id="c1" href="#c1" </p><script>x</script> [a](javascript:x) **b**';
    const { html, markdown } = rendered(documentOf(paragraph(nasty)));
    expect(html).toContain("&lt;img src=x onerror=alert(1)&gt; id=&quot;c1&quot; href=&quot;#c1&quot;");
    expect(html).not.toMatch(/<img|<script/);
    const tree = JSON.stringify(fromMarkdown(markdown));
    expect(tree).not.toContain('"type":"html"');
    expect(tree).not.toContain('"type":"link"');
  });

  it("[B1] [R2] a public document holds nothing internal; an internal one marks it", () => {
    const ours = ["For us.", "Us too."].map((words) => paragraph(words, "internal"));
    const document = documentOf(paragraph("For all."), ...ours);
    const inside = rendered(document);
    expect(inside.html.match(/Internal: not for publication/g)).toHaveLength(1);
    expect(inside.html).toContain("Us too.");
    const outside = rendered(publicDocument(document));
    for (const text of [outside.html, outside.markdown, JSON.stringify(outside.snapshot)]) {
      expect(text).toContain("For all.");
      expect(text).not.toMatch(/For us|Us too|[Ii]nternal/);
    }
  });

  it("says what became of a claim that is withdrawn, split or unknown, and of a passage that is gone", () => {
    const view = ferryView();
    const [first, second] = view.claims;
    if (first === undefined || second === undefined) throw new Error("The ferry case has claims");
    const claims = view.claims.map((claim) => {
      if (claim.id === second.id) return { ...claim, withdrawn: true };
      return claim.id === "claim-4" ? { ...claim, parentId: second.id } : claim;
    });
    const card = (claimId: string): ReportBlock => ({ ...place(), type: "claim", claimId, detail: "full" });
    const quote = { ...place(), type: "evidence", claimId: first.id, sourceId: "source-1", evidenceId: id() } as const;
    const document = documentOf(card(second.id), card("claim-5"), card("nobody's"), quote);
    const { html, markdown } = rendered(document, { view: { ...view, claims } });
    for (const words of [
      "C2 stood here; it was split into C4.",
      "C5 stood here; it was withdrawn.",
      "The claim that stood here is not in this case.",
      "for C1 is no longer in its tag, or not to be seen yet.",
    ]) {
      expect(html).toContain(words);
      expect(markdown).toContain(words);
    }
  });

  it("names each place once and links to none that is not there", () => {
    const card: ReportBlock = { ...place(), type: "claim", claimId: "claim-1", detail: "full" };
    const { html } = rendered(documentOf(card, { ...card, id: id() }, { ...place(), type: "matrix" }));
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, one]) => one);
    expect(new Set(ids).size).toBe(ids.length);
    const targets = [...html.matchAll(/href="#([^"]*)"/g)].map(([, one]) => one);
    expect(targets.filter((one) => !ids.includes(one))).toEqual([]);
    expect(targets).toContain("c1");
  });

  it("[T4] prints caveats whatever the document leaves out", () => {
    const view = ferryView();
    const own = { view: { ...view, policy: { ...view.policy, selfReview: true } } };
    const plain = renderHtml(buildSnapshot(ferryInput(own)));
    const note = /<section class="notes"[\s\S]*?<\/section>/.exec(plain)?.[0];
    expect(note).toBeDefined();
    expect(rendered(documentOf(paragraph("Only this.")), own).html).toContain(note);
  });

  it("quotes one passage in its sentence", () => {
    const tag = ferryView().tags.find(({ evidence }) => evidence.length > 0);
    const [passage] = tag?.evidence ?? [];
    if (tag === undefined || passage === undefined) throw new Error("The ferry case has evidence");
    const { claimId, sourceId } = tag;
    const quote: ReportBlock = { ...place(), type: "evidence", claimId, sourceId, evidenceId: passage.id };
    const { html, markdown } = rendered(documentOf(quote));
    expect(html).toMatch(/<figure class="quoted/);
    expect(html).toContain(`<mark class="${tag.stance}">`);
    expect(markdown).toMatch(/^> .*\*\*/mu);
  });
});
