/** Claims with the judgements of every source, and the table of them all. */
export const TEMPLATE_CLAIMS = String.raw`
// No grid here, which is measured before it is set: a long report has thousands of judgements.
#let judgement(j) = block(breakable: not j.short, width: 100%, above: 0pt, below: 0pt, inset: (left: 120pt, top: 6pt, bottom: 6pt),
  stroke: (top: hair), outset: (left: -36pt), {
  if j.stance != none { place(top + left, dx: -84pt, stance(j.stance, j.word, to: j.back, here: j.anchor)) }
  else if j.word != "" { place(top + left, dx: -84pt, going(j.back, here: j.anchor, sans(size: 8.5pt, weight: 600, fill: soft, j.word))) }
  if j.tag != none { tagged(j.tag) }
  for words in j.rulings { aside(plain(words)) }
  dated({
    going(if j.word == "" { j.back }, here: j.anchor, text(weight: 600, fill: ink, plain(j.source)))
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
})

#let claim(c, level) = {
  show heading: it => block(above: 15pt, below: 8pt, sticky: true, width: 100%, stroke: (top: hair), inset: (left: 36pt, top: 10pt), it.body)
  heading(level: level, {
    place(top + left, dx: -36pt, dy: 1.5pt, going(c.back, sans(size: 9.5pt, weight: 600, fill: soft, c.label + " ")))
    serif(size: 12.5pt, weight: 600, plain(c.text))
  })
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
  within(9pt, sticky: c.judgements.len() > 0, sans(size: 8pt, fill: soft, {
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
        going(row.to, here: row.name, text(fill: soft, row.label)),
        going(row.to, plain(row.text)),
        ..row.cells.map(c => going(c.to, picture(c))),
        verdict(row.verdict),
      )).flatten(),
    )
  }
}
`;
