import { TEMPLATE_CLAIMS } from "./template-claims.ts";
import { TEMPLATE_LISTS } from "./template-lists.ts";
import { TEMPLATE_TYPE } from "./template-type.ts";

/** The report, or a part of one, in the order in which it is read. */
const ORDER = String.raw`
#let lede(body) = block(above: 0pt, below: 14pt, serif(size: 12.5pt, { set par(leading: 0.6em); body }))
#let opening(o) = {
  grid(columns: (auto, 1fr), serif(size: 12pt, weight: 600, plain(r.desk)), align(right + bottom, dated(plain(r.line))))
  v(-6pt)
  line(length: 100%, stroke: 1.2pt + ink)
  v(14pt)
  if o.kicker != none { block(below: 12pt, sans(size: 8.5pt, fill: soft, plain(o.kicker))) }
  show title: it => block(above: 4pt, below: 18pt,
    serif(size: 23pt, weight: 600, tracking: -0.01em, { set par(leading: 0.38em); plain(o.title) }))
  title()
  if o.standfirst != none { lede(plain(o.standfirst)) }
  if o.summary != none { block(below: 8pt, serif(size: 10.5pt, fill: soft, plain(o.summary))) }
}
#let before-you-read() = if r.notes.len() > 0 {
  barred(rgb("#7a5000"), sans(size: 8.5pt, {
    block(below: 4pt, text(weight: 600, fill: rgb("#7a5000"), [Before you read]))
    for words in r.notes { block(above: 0pt, below: 3pt, plain(words)) }
  }))
}
#let blocks() = {
  for (i, b) in r.blocks.enumerate() {
    if i == r.notesAt { before-you-read() }
    if b.is == "heading" { [#inside(b)#heading(level: b.level - r.shift, if b.level == 1 { runs(b.runs) } else { serif(size: 12pt, weight: 600, runs(b.runs)) })] }
    else if b.is == "lede" { inside(b); lede(runs(b.runs)) }
    else if b.is == "paragraph" { block(above: 0pt, below: 11pt, { inside(b); runs(b.runs) }) }
    else if b.is == "quote" { quote(block: true, { inside(b); runs(b.runs) }) }
    else if b.is == "list" { inside(b); if b.ordered { enum(..b.items.map(runs)) } else { list(..b.items.map(runs)) } }
    else if b.is == "figures" { figures(b.items) }
    else if b.is == "claim" { claim(b.claim, b.level - r.shift) }
    else if b.is == "evidence" { barred(paint.at(b.quotation.passage.stance).line, {
        passage(b.quotation.passage)
        dated({ going(b.quotation.to, plain(b.quotation.label)); plain(" · "); going(b.quotation.source-to, text(weight: 600, fill: ink, plain(b.quotation.source))); if b.quotation.line != "" { plain(" · " + b.quotation.line) } })
      }) }
    else if b.is == "matrix" { matrix(b.matrix) }
    else if b.is == "chart" { chart(b.chart, b.sheets) }
    else if b.is == "table" { listing(b.table) }
    else if b.is == "sources" { listed(b.sources, b.level - r.shift) }
    else if b.is == "signs" { signs(b.signs) }
    else if b.is == "annotated" { copy(b.copy) }
    else if b.is == "corrections" { for c in b.corrections { barred(ink, sans(size: 8.5pt, {
        block(below: 3pt, { text(weight: 600, plain(c.head + ". ")); plain(c.what) }); block(above: 0pt, below: 3pt, plain(c.why)); dated(plain(c.by)) })) } }
    else if b.is == "discussion" { for t in b.threads { thread(t) } }
    else if b.is == "gone" { par(sans(size: 8.5pt, fill: soft, plain(b.words))) }
  }
  if r.blocks.len() <= r.notesAt { before-you-read() }
}
#let closing(c) = {
  heading(level: 1, if c.signatures.len() > 0 [Signed, log and verification] else [Log and verification])
  if c.signatures.len() > 0 {
    block(below: 12pt, grid(columns: (1fr, 1fr, 1fr), column-gutter: 14pt, row-gutter: 10pt, ..c.signatures.map(s =>
      block(width: 100%, stroke: (top: 0.8pt + ink), inset: (top: 5pt), { block(below: 3pt, sans(size: 9pt, weight: 600, plain(s.name))); dated(plain(s.line)) }))))
  }
  if c.sha256 != none {
    block(below: 10pt, { block(below: 4pt, sans(size: 8pt, weight: 600, fill: soft, [sha256 of this release])); text(font: r.fonts.mono, size: 9pt, c.sha256.join(h(4pt))) })
  }
  facts(c.facts)
  v(10pt)
  for words in c.steps { block(above: 0pt, below: 8pt, sans(size: 8.5pt, plain(words))) }
  v(8pt)
  line(length: 100%, stroke: hair)
  dated(plain(c.colophon))
}
#if r.total == none {
  if r.opening != none { opening(r.opening) }
  blocks()
  if r.closing != none { closing(r.closing) }
} else { for _ in range(10) { pagebreak() } }
`;

/**
 * The page, in Typst. A constant: a report's words reach it as JSON values alone, so that nothing anybody typed is ever
 * read as markup. Signs never say anything by hue alone: each has its word beside it or as its text alternative.
 */
export const PDF_TEMPLATE = [TEMPLATE_TYPE, TEMPLATE_CLAIMS, TEMPLATE_LISTS, ORDER].join("\n");
