/**
 * The page, in Typst. A constant: a report's words reach it as JSON values alone, so that nothing anybody typed is ever
 * read as markup. Signs never say anything by hue alone: each has its word beside it or as its text alternative.
 */
export const PDF_TEMPLATE = String.raw`
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
  header: context if counter(page).get().first() > 1 {
    sans(size: 7.5pt, fill: soft, grid(columns: (auto, 1fr), text(weight: 600, plain(r.desk)), align(right, plain(r.line))))
    v(-5pt)
    line(length: 100%, stroke: hair)
  },
  footer: context sans(size: 7.5pt, fill: soft, {
    line(length: 100%, stroke: hair)
    v(-5pt)
    grid(columns: (1fr, auto), column-gutter: 12pt, plain(r.foot),
      [#counter(page).display() / #counter(page).final().first()])
  }),
)
#show heading: set block(sticky: true)
#show heading.where(level: 1): it => {
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
    block(above: 0pt, below: 5pt, inset: (left: 7pt),
      stroke: (left: (paint: paint.missing.line, thickness: 1pt, dash: "dashed")),
      serif(size: 9.5pt, fill: soft, plain(t.attestation)))
    v(1.5pt)
  }
  if t.rationale != none { block(above: 0pt, below: 7pt, sans(size: 8.5pt, plain(t.rationale))) }
}
#let stance(name, word) = { sign(name); h(4pt); sans(size: 8.5pt, weight: 600, fill: paint.at(name).deep, word) }
#let named(body, id) = if id == "" { body } else [#body#label(id)]
#let going(id, body) = if id == none { body } else { link(label(id), body) }

// No grid here, which is measured before it is set, and no link, which is looked up in a second round over everything
// that holds one: a long report has thousands of judgements.
#let judgement(j) = named(block(width: 100%, above: 0pt, below: 0pt, inset: (left: 120pt, top: 6pt, bottom: 6pt),
  stroke: (top: hair), outset: (left: -36pt), {
  if j.stance != none { place(top + left, dx: -84pt, stance(j.stance, j.word)) }
  else if j.word != "" { place(top + left, dx: -84pt, sans(size: 8.5pt, weight: 600, fill: soft, j.word)) }
  if j.tag != none { tagged(j.tag) }
  for words in j.rulings { aside(plain(words)) }
  dated({
    text(weight: 600, fill: ink, plain(j.source))
    for f in j.flags { plain(" · "); text(weight: 600, fill: rgb("#7a5000"), f) }
    if j.line != "" { plain(" · " + j.line) }
  })
  if j.told != none { aside(tone: rgb("#7a5000"), plain(j.told)) }
  for o in j.others {
    block(above: 6pt, below: 0pt, inset: (left: 9pt), stroke: (left: hair), {
      block(above: 0pt, below: 4pt, { sign(o.stance, size: 7pt); h(4pt); dated(plain(o.head)) })
      tagged(o.tag, size: 9.5pt)
      if o.told != none { aside(tone: rgb("#7a5000"), plain(o.told)) }
    })
  }
}), j.anchor)

#let claim(c, level) = {
  show heading: it => block(above: 15pt, below: 8pt, sticky: true, width: 100%, stroke: (top: hair), inset: (left: 36pt, top: 10pt), it.body)
  named(heading(level: level, {
    place(top + left, dx: -36pt, dy: 1.5pt, going(c.back, sans(size: 9.5pt, weight: 600, fill: soft, c.label + " ")))
    serif(size: 12.5pt, weight: 600, plain(c.text))
  }), c.anchor)
  let within(below, sticky: false, body) = block(above: 0pt, below: below, sticky: sticky, inset: (left: 36pt), body)
  within(7pt, sticky: true, sans(size: 8.5pt, {
    if c.rating != none {
      [Rating: ]
      pdf.artifact(box(baseline: 1pt, circle(radius: 3.2pt, fill: rgb(c.rating.colour), stroke: 0.5pt + ink)))
      h(3pt)
      text(weight: 600, plain(c.rating.label))
      h(12pt)
    }
    verdict(c.verdict)
    if c.about != "" { h(10pt); text(fill: soft, plain(c.about)) }
  }))
  within(9pt, sans(size: 8pt, fill: soft, {
    plain(c.reason)
    if c.override != none { plain(" " + c.override) }
    if c.rating != none and c.rating.justification != "" { plain(" Rating: " + c.rating.justification) }
  }))
  if c.brief != none { within(4pt, sans(size: 8.5pt, plain(c.brief))) }
  for j in c.judgements { judgement(j) }
}

// The heights of the rows are worked out from the two cells that are words: left to the table, every cell is set twice,
// and all of them stay in memory. A row that may not fit on what is left of a page stays with the table, which breaks it.
#let matrix(m) = {
  let upright = m.sources.len() > 5
  let wide = if upright { 25pt } else { 52pt }
  set text(font: r.fonts.sans, size: 8pt)
  set par(leading: 0.5em)
  let head(body) = text(weight: 600, body)
  let picture(c) = box(image(pictures.at(c.picture), width: 17pt, alt: c.words))
  context {
    let claim-width = 170mm - 28pt - wide * m.sources.len() - 92pt - 6pt
    let least = if m.rows.len() > 0 and m.sources.len() > 0 { measure(picture(m.rows.first().cells.first())).height } else { 0pt }
    let height(row) = {
      let words = measure(plain(row.text), width: claim-width).height
      let tall = calc.max(least, words, measure(verdict(row.verdict), width: 86pt).height) + 6.8pt
      if tall > 200pt { auto } else { tall }
    }
    table(
      columns: (28pt, 1fr, ..m.sources.map(_ => wide), 92pt),
      rows: (auto, ..m.rows.map(height)),
      align: (x, y) => if x > 1 and x < m.sources.len() + 2 { center + horizon } else { left + horizon },
      stroke: (x, y) => (bottom: if y == 0 { firm } else { hair }),
      inset: (x: 3pt, y: 3.4pt),
      table.header(
        head[No.], head[Claim],
        ..m.sources.map(s => {
          let name = head(plain(s.name))
          if upright { rotate(-90deg, reflow: true, block(width: 84pt, align(left, name))) } else { name }
        }),
        head[Verdict],
      ),
      ..m.rows.map(row => (
        named(box(text(fill: soft, row.label)), row.name),
        going(row.to, plain(row.text)),
        ..row.cells.map(c => going(c.to, picture(c))),
        verdict(row.verdict),
      )).flatten(),
    )
  }
}
#let chart(c) = {
  block(above: 16pt, below: 14pt, breakable: c.height > 600, {
    block(below: 6pt, sticky: true, sans(size: 10pt, weight: 600, plain(c.title)))
    block(above: 0pt, below: 11pt, sticky: true, sans(size: 8.5pt, fill: soft, plain(c.description)))
    block(above: 0pt, below: 0pt, image(bytes(r.charts.at(c.number)), width: 100%, alt: c.description))
  })
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
#let source(s) = named(block(breakable: false, width: 100%, below: 0pt, grid(columns: (15pt, 1fr), column-gutter: 4pt,
  sans(size: 9pt, weight: 600, fill: soft, [#s.number]),
  {
    block(below: 6pt, serif(size: 11pt, weight: 600, plain(s.name)))
    if s.title != none { block(above: 0pt, below: 7pt, serif(size: 9.5pt, style: "italic", plain(s.title))) }
    block(above: 0pt, below: 8pt, sans(size: 8pt, for t in s.tally { sign(t.stance, size: 7pt); h(3pt); t.words; h(9pt) }))
    facts(s.entries)
  })), s.anchor)
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
        for n in piece.notes { link(label(n.to), super(size: 6.5pt, sans(weight: 600, n.words))) }
      }
    }))
  }
  v(8pt)
  line(length: 100%, stroke: firm)
  let note(n) = named(block(below: 8pt, breakable: true, grid(columns: (18pt, 1fr), column-gutter: 4pt,
    sans(size: 8.5pt, weight: 600, [#n.number]),
    {
      block(below: 3pt, { stance(n.stance, n.judgement); h(8pt); going(n.to, sans(size: 8.5pt, weight: 600, plain(n.label + ". " + n.claim))) })
      block(above: 0pt, below: 3pt, dated(plain(n.line)))
      if n.rationale != "" { block(above: 0pt, below: 3pt, sans(size: 8.5pt, plain(n.rationale))) }
      for o in n.others { block(above: 0pt, below: 2.5pt, sans(size: 8pt, { text(weight: 600, plain(o.head)); plain(o.words) })) }
    })), n.id)
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

// The page as it is read.
#grid(columns: (auto, 1fr), serif(size: 12pt, weight: 600, plain(r.desk)), align(right + bottom, dated(plain(r.line))))
#v(-6pt)
#line(length: 100%, stroke: 1.2pt + ink)
#v(14pt)
#if r.kicker != none { block(below: 12pt, sans(size: 8.5pt, fill: soft, plain(r.kicker))) }
#show title: it => block(above: 4pt, below: 18pt, serif(size: 23pt, weight: 600, tracking: -0.01em, { set par(leading: 0.38em); plain(r.title) }))
#title()
#let lede(body) = block(above: 0pt, below: 14pt, serif(size: 12.5pt, { set par(leading: 0.6em); body }))
#if r.opening != none {
  lede(plain(r.opening.standfirst))
  if r.opening.summary != none { block(below: 8pt, serif(size: 10.5pt, fill: soft, plain(r.opening.summary))) }
}
#let before-you-read = if r.notes.len() > 0 {
  barred(rgb("#7a5000"), sans(size: 8.5pt, {
    block(below: 4pt, text(weight: 600, fill: rgb("#7a5000"), [Before you read]))
    for words in r.notes { block(above: 0pt, below: 3pt, plain(words)) }
  }))
}
#for (i, b) in r.blocks.enumerate() {
  if i == r.notesAt { before-you-read }
  if b.is == "heading" { [#inside(b)#heading(level: b.level, if b.level == 1 { runs(b.runs) } else { serif(size: 12pt, weight: 600, runs(b.runs)) })] }
  else if b.is == "lede" { inside(b); lede(runs(b.runs)) }
  else if b.is == "paragraph" { block(above: 0pt, below: 11pt, { inside(b); runs(b.runs) }) }
  else if b.is == "quote" { quote(block: true, { inside(b); runs(b.runs) }) }
  else if b.is == "list" { inside(b); if b.ordered { enum(..b.items.map(runs)) } else { list(..b.items.map(runs)) } }
  else if b.is == "figures" { figures(b.items) }
  else if b.is == "claim" { claim(b.claim, b.level) }
  else if b.is == "evidence" { barred(paint.at(b.quotation.passage.stance).line, {
      passage(b.quotation.passage)
      dated({ going(b.quotation.to, plain(b.quotation.label)); plain(" · "); going(b.quotation.source-to, text(weight: 600, fill: ink, plain(b.quotation.source))); if b.quotation.line != "" { plain(" · " + b.quotation.line) } })
    }) }
  else if b.is == "matrix" { matrix(b.matrix) }
  else if b.is == "chart" { chart(b.chart) }
  else if b.is == "table" { listing(b.table) }
  else if b.is == "sources" { grid(columns: (1fr, 1fr), column-gutter: 18pt, row-gutter: 16pt, ..b.sources.map(source)) }
  else if b.is == "signs" { signs(b.signs) }
  else if b.is == "annotated" { copy(b.copy) }
  else if b.is == "corrections" { for c in b.corrections { barred(ink, sans(size: 8.5pt, {
      block(below: 3pt, { text(weight: 600, plain(c.head + ". ")); plain(c.what) }); block(above: 0pt, below: 3pt, plain(c.why)); dated(plain(c.by)) })) } }
  else if b.is == "discussion" { for t in b.threads { thread(t) } }
  else if b.is == "gone" { par(sans(size: 8.5pt, fill: soft, plain(b.words))) }
}
#if r.blocks.len() <= r.notesAt { before-you-read }

#heading(level: 1, if r.closing.signatures.len() > 0 [Signed, log and verification] else [Log and verification])
#if r.closing.signatures.len() > 0 {
  block(below: 12pt, grid(columns: (1fr, 1fr, 1fr), column-gutter: 14pt, row-gutter: 10pt, ..r.closing.signatures.map(s =>
    block(width: 100%, stroke: (top: 0.8pt + ink), inset: (top: 5pt), { block(below: 3pt, sans(size: 9pt, weight: 600, plain(s.name))); dated(plain(s.line)) }))))
}
#if r.closing.sha256 != none {
  block(below: 10pt, { block(below: 4pt, sans(size: 8pt, weight: 600, fill: soft, [sha256 of this release])); text(font: r.fonts.mono, size: 9pt, r.closing.sha256.join(h(4pt))) })
}
#facts(r.closing.facts)
#v(10pt)
#for words in r.closing.steps { block(above: 0pt, below: 8pt, sans(size: 8.5pt, plain(words))) }
#v(8pt)
#line(length: 100%, stroke: hair)
#dated(plain(r.closing.colophon))
`;
