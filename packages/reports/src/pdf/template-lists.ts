/** Charts, tables, sources, the annotated copy and what else stands in a report. */
export const TEMPLATE_LISTS = String.raw`
#let chart(c, sheets) = {
  for (i, svg) in sheets.enumerate() {
    block(above: if i == 0 { 16pt } else { 4pt }, below: 14pt, breakable: false, {
      if i == 0 {
        block(below: 6pt, sans(size: 10pt, weight: 600, plain(c.title)))
        block(above: 0pt, below: 11pt, sans(size: 8.5pt, fill: soft, plain(c.description)))
      }
      block(above: 0pt, below: 0pt, image(bytes(svg), width: 100%, alt: c.told.at(i)))
    })
  }
}
#let listing(t) = {
  set text(font: r.fonts.sans, size: 8pt)
  block(below: 5pt, sticky: true, sans(size: 8.5pt, fill: soft, plain(t.caption)))
  table(
    columns: t.head.map(_ => auto), stroke: (x, y) => (bottom: if y == 0 { firm } else { hair }),
    inset: (x: 4pt, y: 3.4pt), align: left,
    table.header(..t.head.map(word => text(weight: 600, word))),
    ..t.rows.flatten().map(word => plain(word)),
  )
}
#let figures(items) = block(above: 18pt, below: 16pt, stroke: (top: hair, bottom: hair), width: 100%, grid(
  columns: items.map(_ => 1fr),
  ..items.enumerate().map(((i, it)) => block(width: 100%, inset: (left: if i == 0 { 0pt } else { 9pt }, right: 6pt, y: 8pt),
    stroke: if i == 0 { none } else { (left: hair) }, {
      block(below: 7pt, serif(size: 13.5pt, weight: 600, plain(it.big)))
      sans(size: 7.8pt, fill: soft, plain(it.small))
    })),
))
#let facts(entries) = {
  set text(font: r.fonts.sans, size: 8pt)
  set par(leading: 0.45em)
  grid(columns: (auto, 1fr), column-gutter: 9pt, row-gutter: 5pt,
    ..entries.map(e => (
      text(fill: soft, e.name),
      if e.isHash { hash(e.groups) } else if e.at("url", default: none) != none { link(e.url, plain(e.value)) } else { plain(e.value) },
    )).flatten())
}
#let source(s, level) = block(breakable: false, width: 100%, below: 0pt, grid(columns: (15pt, 1fr), column-gutter: 4pt,
  sans(size: 9pt, weight: 600, fill: soft, [#s.number]),
  {
    heading(level: level, plain(s.name))
    if s.title != none { block(above: 0pt, below: 7pt, serif(size: 9.5pt, style: "italic", plain(s.title))) }
    block(above: 0pt, below: 8pt, sans(size: 8pt, for t in s.tally { sign(t.stance, size: 7pt); h(3pt); t.words; h(9pt) }))
    facts(s.entries)
  }))
#let listed(sources, level) = {
  show heading: it => block(above: 0pt, below: 6pt, sticky: true, serif(size: 11pt, weight: 600, it.body))
  grid(columns: (1fr, 1fr), column-gutter: 18pt, row-gutter: 16pt, ..sources.map(s => source(s, level)))
}
#let signs(b) = block(above: 12pt, below: 0pt, breakable: false, {
  block(below: 5pt, sans(size: 8.5pt, weight: 600, [Signs]))
  let row(s) = ({ sign(s.sign); h(4pt); sans(size: 8pt, s.word) }, sans(size: 8pt, fill: soft, s.meaning))
  grid(columns: (auto, 1fr, auto, 1fr), column-gutter: 9pt, row-gutter: 5pt,
    ..b.map(row).flatten())
})
#let copy(c) = {
  set text(font: r.fonts.serif)
  for p in c.paragraphs {
    block(below: 8pt, text(lang: p.lang, region: p.region, dir: if p.rtl { rtl } else { ltr },
      weight: if p.heading { 600 } else { 400 }, size: if p.heading { 12pt } else { 10.5pt }, {
      for piece in p.pieces {
        if piece.stance == none { plain(piece.text) } else { marked(piece.stance, piece.text) }
        for n in piece.notes { going(n.to, here: n.here, super(size: 6.5pt, sans(weight: 600, n.words))) }
      }
    }))
  }
  v(8pt)
  line(length: 100%, stroke: firm)
  let note(n) = block(below: 8pt, breakable: true, grid(columns: (18pt, 1fr), column-gutter: 4pt,
    going(n.back, here: n.id, sans(size: 8.5pt, weight: 600, [#n.number])),
    {
      block(below: 3pt, { stance(n.stance, n.judgement); h(8pt); going(n.to, sans(size: 8.5pt, weight: 600, plain(n.label + ". " + n.claim))) })
      block(above: 0pt, below: 3pt, dated(plain(n.line)))
      if n.rationale != "" { block(above: 0pt, below: 3pt, sans(size: 8.5pt, plain(n.rationale))) }
      for o in n.others { block(above: 0pt, below: 2.5pt, sans(size: 8pt, { text(weight: 600, plain(o.head)); plain(o.words) })) }
    }))
  for n in c.notes { note(n) }
}
#let thread(t) = block(above: 0pt, below: 10pt, stroke: (top: hair), inset: (top: 6pt), width: 100%, {
  block(below: 4pt, sans(size: 9pt, weight: 600, plain(t.place)))
  if t.passage != none { block(above: 0pt, below: 4pt, inset: (left: 7pt), stroke: (left: hair), serif(size: 9.5pt, plain(t.passage))) }
  for c in t.comments {
    block(above: 0pt, below: 4pt, { dated({ text(weight: 600, fill: ink, plain(c.author)); plain(", " + c.when) }); linebreak()
      if c.text == none { sans(size: 8.5pt, style: "normal", fill: soft, [withdrawn]) } else { sans(size: 8.5pt, plain(c.text)) } })
  }
  if t.resolved != none { aside(plain(t.resolved)) }
})
#let barred(tone, body) = block(above: 12pt, below: 12pt, inset: (left: 10pt, y: 2pt), stroke: (left: 2pt + tone), body)
`;
