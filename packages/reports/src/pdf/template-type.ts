/** Page, type and colour, and the small pieces of which all blocks are made. */
export const TEMPLATE_TYPE = String.raw`
#let r = json("/report.json")
#let ink = rgb("#221e17")
#let soft = rgb("#5b5344")
#let hair = 0.5pt + rgb("#d9d0bd")
#let firm = 0.8pt + ink
#let paint = (
  verified: (deep: rgb("#00664f"), line: rgb("#0a8f6b"), tint: rgb("#e2f1ea")),
  disputed: (deep: rgb("#a03c00"), line: rgb("#d0560a"), tint: rgb("#fae7da")),
  missing: (deep: rgb("#7c3c66"), line: rgb("#b0648f"), tint: rgb("#f6eaf1")),
)
#let serif(size: 10pt, ..more, body) = text(font: r.fonts.serif, size: size, features: ("onum",), ..more, body)
#let sans(size: 8pt, ..more, body) = text(font: r.fonts.sans, size: size, ..more, body)
#let plain(words) = text(words)
#let pictures = (:)
#for (name, svg) in r.pictures { pictures.insert(name, bytes(svg)) }
#let sign(name, size: 8pt) = pdf.artifact(box(baseline: 12%, image(pictures.at(name), height: size)))

#set document(title: r.plainTitle, author: r.plainDesk, description: r.plainLine, date: datetime(
  year: r.date.at(0), month: r.date.at(1), day: r.date.at(2),
  hour: r.date.at(3), minute: r.date.at(4), second: r.date.at(5),
))
#set text(font: r.fonts.serif, fallback: false, lang: r.language, size: 10pt, fill: ink, hyphenate: false)
#set par(leading: 0.62em, spacing: 0.8em)
#set page(
  paper: "a4",
  margin: (x: 20mm, top: 25mm, bottom: 23mm),
  // A part knows neither its place nor the number of pages: the joiner puts “7 / 12” into the room left for it, from
  // eleven pages that show the ten digits and “/ 12”.
  header: if r.total == none {
    let head = {
      sans(size: 7.5pt, fill: soft, grid(columns: (auto, 1fr), text(weight: 600, plain(r.desk)), align(right, plain(r.line))))
      v(-5pt)
      line(length: 100%, stroke: hair)
    }
    if r.opening == none { head } else { context if here().page() > 1 { head } }
  },
  footer: sans(size: 7.5pt, fill: soft, number-width: "tabular", {
    line(length: 100%, stroke: if r.total == none { hair } else { 0pt })
    v(-5pt)
    if r.total == none { block(inset: (right: 60pt), plain(r.foot)) }
    else {
      let room(body) = box(width: 3.8pt * str(r.total).len() + 6.5pt, align(left, body))
      align(right, context {
        let digit = here().page() - 1
        if digit < 10 [#box(width: 3.8pt)[#digit]#room[]] else { room([\u{a0}/\u{a0}#r.total]) }
      })
    }
  }),
)
#show heading: set block(sticky: true)
#show heading.where(level: 1): it => {
  if r.shift > 0 { return block(above: 14pt, below: 8pt, sticky: true, it.body) }
  v(20pt, weak: true)
  block(above: 0pt, below: 10pt, sticky: true, width: 100%, inset: (top: 7pt), stroke: (top: firm),
    serif(size: 15pt, weight: 600, it.body))
}

#let styled(run) = {
  let body = plain(run.text)
  if run.bold { body = strong(body) }
  if run.italic { body = emph(body) }
  if run.url == none { body } else { link(run.url, underline(stroke: hair, offset: 2pt, body)) }
}
#let runs(list) = list.map(styled).join()
#let dated(body) = sans(size: 7.5pt, fill: soft, body)
#let hash(words) = text(font: r.fonts.mono, size: 7pt, words.join(h(2.5pt)))
#let inside(it) = if it.at("internal", default: false) { sans(size: 7pt, fill: soft, weight: 600, [internal]) ; linebreak() }

#let verdict(v) = {
  sign(v.kind)
  h(3pt)
  text(weight: 600, v.word)
  if v.open != "" { h(5pt); text(fill: soft, underline(stroke: (paint: soft, thickness: 0.5pt, dash: "dashed"), offset: 2pt, v.open)) }
}
#let marked(stance, words) = {
  let p = paint.at(stance)
  let body = underline(stroke: 0.9pt + p.line, offset: 2.2pt, evade: false, plain(words))
  if stance == "disputed" { body = underline(stroke: 0.6pt + p.line, offset: 3.7pt, evade: false, body) }
  highlight(fill: p.tint, top-edge: 0.82em, bottom-edge: -0.2em, extent: 0.4pt, body)
}
#let passage(p, size: 10.5pt) = block(above: 0pt, below: 8pt, {
  let words = { plain(p.before); marked(p.stance, p.exact); plain(p.after) }
  serif(size: size, lang: p.lang, region: p.region, dir: if p.rtl { rtl } else { ltr }, words)
  if p.place != "" { h(5pt); box(dated(plain(p.place))) }
})
#let aside(body, tone: soft) = block(above: 6pt, below: 7pt, inset: (left: 7pt), stroke: (left: 1pt + tone.lighten(45%)),
  sans(size: 8pt, fill: tone, body))
#let tagged(t, size: 10.5pt) = {
  for p in t.passages { passage(p, size: size) }
  if t.attestation != none {
    // Dashes short enough that beside a single line there are three: two look like a semicolon.
    block(above: 0pt, below: 5pt, inset: (left: 7pt), outset: (y: 1.6pt),
      stroke: (left: (paint: paint.missing.line, thickness: 1pt, dash: (2.2pt, 1.4pt))),
      serif(size: 9.5pt, fill: soft, plain(t.attestation)))
    v(1.5pt)
  }
  if t.rationale != none { block(above: 0pt, below: 7pt, sans(size: 8.5pt, plain(t.rationale))) }
}
// What a link leads to may stand in another part, so all of them are resolved when the parts are joined. A link is itself
// the place that its “here” names.
#let going(id, body, here: "") = if id == none { body } else { link("assay:" + id + "@" + here, body) }
#let stance(name, word, to: none, here: "") = {
  sign(name)
  h(4pt)
  going(to, here: here, sans(size: 8.5pt, weight: 600, fill: paint.at(name).deep, word))
}
`;
