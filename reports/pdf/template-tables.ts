/**
 * The tables' part of the template: marks with a frame of its own form for each way to differ, heads that are
 * repeated on every page, row groups that stay with their rows, and the notes beneath.
 */
export const tableTemplate = String.raw`
#let tones = (up: up, down: down, star: ink, quiet: muted)

#let shades = (good: rgb("#cfe9cf"), partly: rgb("#fff0b3"), poor: rgb("#f8cfc6"), absent: rgb("#eeeff1"))

#let framed(category, height, body) = {
  let cell = block.with(width: 100%, height: height, radius: 2pt, breakable: false)
  let middle = block(width: 100%, height: 100%, clip: true, align(center + horizon, body))
  let line(dash, thickness) = (paint: frame, thickness: thickness, dash: dash)
  if category == "other-level" { cell(fill: differs, stroke: line("dotted", 1.3pt), middle) }
  else if category == "only-computed" { cell(fill: differs, stroke: line("solid", 0.7pt), middle) }
  else if category == "only-published" { cell(fill: differs, stroke: line("dashed", 0.9pt), middle) }
  else if category == "opposite" {
    cell(fill: opposite, stroke: 0.8pt + down, inset: 1.7pt, block(width: 100%, height: 100%, radius: 1pt, stroke: 0.8pt + down, middle))
  } else { cell(middle) }
}

// The computed mark, and beneath it the published one in parentheses.
#let mark-cell(c, size, height) = framed(c.category, height, {
  set par(leading: 0.28em)
  set text(top-edge: 0.7em, bottom-edge: -0.05em)
  if c.mark == "" { box(height: size * 0.6) } else {
    text(size, weight: if c.strong { 700 } else { 400 }, fill: tones.at(c.tone), say(c.mark))
  }
  if c.published != none {
    linebreak()
    let own = text(size * 0.8, fill: muted, say(c.published))
    if c.category == "not-comparable" { underline(stroke: (thickness: 0.5pt, dash: "dotted"), offset: 1.6pt, own) } else { own }
  }
})

#let lines-of(lines) = {
  say(lines.at(0))
  for line in lines.slice(1) { linebreak(); text(0.86em, fill: muted, say(line)) }
}

#let body-cell(c, t) = if "mark" in c { table.cell(inset: 1.2pt, mark-cell(c, t.size * 1.2pt, t.height * 1pt)) } else {
  let alignment = if c.right { right } else { left }
  table.cell(colspan: c.span, fill: if c.shade == none { none } else { shades.at(c.shade) }, align: alignment + if t.marks { horizon } else { top }, breakable: c.long,
    text(hyphenate: c.split, fill: if c.span > 1 { muted } else { ink }, { h(c.indent * 1pt); lines-of(c.lines) }))
}

#let head-cell(c, t) = table.cell(
  colspan: c.span,
  align: if c.align == "left" { left + bottom } else if c.align == "right" { right + bottom } else { center + bottom },
  stroke: if c.span > 1 { (bottom: 0.5pt + rule) } else { none },
  text(hyphenate: c.split, weight: if c.align == "left" and t.marks { 400 } else { 600 }, say(c.text)),
)

#let table-body(t) = {
  set text(t.size * 1pt, number-width: "tabular")
  set par(leading: 0.42em)
  table(
    columns: t.columns.map(w => w * 1pt),
    inset: (x: if t.marks { 2pt } else { 4pt }, y: if t.marks { 2pt } else { 3pt }),
    stroke: none,
    table.header(repeat: true, ..t.head.map(row => row.map(c => head-cell(c, t))).flatten(), table.hline(stroke: 0.9pt + ink)),
    ..t.rows.map(row => if "group" in row {
      (table.header(level: 2, repeat: false,
        table.cell(colspan: t.columns.len(), align: left, inset: (x: 2pt, top: 6pt, bottom: 2.5pt), text(weight: 600, say(row.group)))),)
    } else {
      (..row.cells.map(c => body-cell(c, t)), table.hline(stroke: 0.35pt + rule))
    }).flatten(),
    table.hline(stroke: 0.9pt + ink),
  )
}

#let whole-table(t) = {
  let title = if t.level == none { block(above: 12pt, below: 6pt, sticky: true, text(8.5pt, weight: 600, say(t.title))) } else {
    heading(level: t.level, outlined: t.listed, say(t.title))
  }
  let all = {
    title
    table-body(t)
    if t.notes.len() > 0 {
      set text(7.5pt, fill: muted)
      set par(leading: 0.5em, spacing: 0.5em)
      block(above: 5pt, below: 16pt, t.notes.map(note => par(say(note))).join())
    }
  }
  if t.landscape { page(flipped: true, all) } else if t.whole { block(above: 16pt, below: 16pt, breakable: false, all) } else { all }
}
`;
