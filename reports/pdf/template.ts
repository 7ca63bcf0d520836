import { tableTemplate } from './template-tables.js';

/**
 * The PDF's one fixed Typst source. Every text of the document comes in as data, by `json()`, and is shown as a
 * string: no text of data is ever Typst source, and nothing has to be escaped. Colours are those of the page in print.
 */
export const template = String.raw`
#let doc = json("/document.json")
#let (ink, muted, rule, faint) = (rgb("#14171a"), rgb("#474e56"), rgb("#bcc1c7"), rgb("#f3f2ee"))
#let (up, down) = (rgb("#0b4f94"), rgb("#a63a06"))
#let (differs, opposite, frame) = (rgb("#fdf3dc"), rgb("#fbe3da"), rgb("#7c6a3f"))
#let (stamp, stamp-ink) = (rgb("#ffd33d"), rgb("#1b1f23"))

// A text is a string, or runs; a run that is an array is a long word in pieces, between which a line may break.
#let say(t) = if type(t) == str { t } else {
  t.map(run => if type(run) == str { run } else { run.map(piece => box(piece)).join() }).join()
}

#set document(title: doc.title, author: doc.author, description: doc.description)
#set text(font: "Source Sans 3", size: 9.5pt, fill: ink, lang: doc.lang, region: doc.region, fallback: false, hyphenate: false)
#set par(leading: 0.62em, spacing: 0.9em, justify: false)

#let mark-of-synthetic = if doc.synthetic == none { none } else {
  box(fill: stamp, stroke: 0.6pt + stamp-ink, inset: (x: 5pt, y: 2.5pt), text(7.5pt, weight: 700, fill: stamp-ink, say(doc.synthetic.stamp)))
}
#set page(
  paper: "a4",
  margin: (x: 48pt, top: 62pt, bottom: 52pt),
  header-ascent: 20pt,
  header: {
    set text(7.5pt, fill: muted)
    grid(
      columns: (1fr, auto, 1fr), column-gutter: 8pt, align: (left + horizon, center + horizon, right + horizon),
      say(doc.running), mark-of-synthetic, context counter(page).display("1 / 1", both: true),
    )
  },
  footer: none,
)

#show title: set text(24pt, weight: 600)
#show title: set par(leading: 0.4em)
#show title: set block(above: 9pt, below: 13pt)
#show heading: set text(weight: 600)
#show heading: set par(leading: 0.45em)
#show heading: set block(sticky: true, breakable: false)
#show heading.where(level: 1): it => block(
  width: 100%, above: 30pt, below: 10pt, sticky: true, breakable: false, stroke: (top: 1.2pt + ink), inset: (top: 7pt), text(15.5pt, it.body),
)
#show heading.where(level: 2): set text(10.5pt)
#show heading.where(level: 2): set block(above: 18pt, below: 7pt)
#show heading.where(level: 3): set text(9.5pt)
#show heading.where(level: 3): set block(above: 14pt, below: 6pt)
#set list(indent: 2pt, body-indent: 5pt, spacing: 0.75em, marker: text(fill: muted, "•"))
#show figure.caption: set text(7.5pt, fill: muted)
#show figure.caption: it => align(left, it.body)
#set figure(gap: 4pt, numbering: none)
#show figure: set block(above: 16pt, below: 16pt)

${tableTemplate}

#let notice(n) = block(
  width: 100%, above: 14pt, below: 14pt, breakable: n.long, fill: stamp, stroke: 1pt + stamp-ink, inset: 10pt,
  {
    set text(fill: stamp-ink)
    text(11pt, weight: 700, say(n.title))
    parbreak()
    say(n.text)
  },
)

#let facts(all) = block(above: 14pt, below: 16pt, breakable: false, grid(
  columns: (1fr,) * calc.min(4, all.len()), column-gutter: 14pt, row-gutter: 12pt,
  ..all.map(f => block(width: 100%, stroke: (top: 0.6pt + rule), inset: (top: 5pt), {
    set par(spacing: 0.55em)
    par(text(8.5pt, weight: 600, say(f.label)))
    par(text(20pt, weight: 600, number-width: "tabular", say(f.value)))
    par(text(7.5pt, fill: muted, say(f.note)))
  })),
))

#let terms-of(all) = block(above: 10pt, below: 12pt, grid(
  columns: (100pt, 1fr), column-gutter: 10pt, inset: (y: 3pt), stroke: (x, y) => (bottom: 0.4pt + rule),
  ..all.map(((name, value)) => (text(8.5pt, fill: muted, say(name)), text(8.5pt, say(value)))).flatten(),
))

#let legend(entries) = block(above: 10pt, below: 12pt, grid(
  columns: (40pt, 1fr) * 2, column-gutter: 9pt, row-gutter: 5pt, align: horizon,
  ..entries.map(e => (mark-cell(e.cell, 9.5pt, 23pt), text(8.5pt, say(e.text)))).flatten(),
))

#let picture(f) = figure(
  image(f.path, alt: f.alt, width: f.width * 1pt),
  caption: if f.caption == none { none } else { say(f.caption) },
)

#let code(title, lines) = {
  block(above: 12pt, below: 5pt, sticky: true, text(8.5pt, weight: 600, say(title)))
  block(width: 100%, fill: faint, inset: 8pt, {
    set text(7pt, number-width: "tabular")
    set par(leading: 0.5em)
    lines.map(((indent, line)) => { h(indent * 3.5pt); say(line) }).join(linebreak())
  })
}

#let show-block(b) = {
  if b.kind == "paragraph" {
    if b.caution { block(width: 100%, stroke: (left: 2.4pt + ink), inset: (left: 9pt, y: 2pt), say(b.text)) } else { par(say(b.text)) }
  } else if b.kind == "heading" { heading(level: b.level, outlined: false, say(b.text)) }
  else if b.kind == "list" { list(..b.items.map(say)) }
  else if b.kind == "facts" { facts(b.facts) }
  else if b.kind == "terms" { terms-of(b.terms) }
  else if b.kind == "legend" { legend(b.entries) }
  else if b.kind == "table" { whole-table(b) }
  else if b.kind == "figure" { picture(b) }
  else if b.kind == "code" { code(b.title, b.lines) }
  else if b.kind == "notice" { notice(b) }
  else if b.kind == "blank" {
    block(above: 10pt, below: 4pt, sticky: true, text(8.5pt, fill: muted, say(b.label)))
    block(width: 100%, height: b.lines * 14pt, stroke: 0.5pt + rule, radius: 2pt)
  }
  else if b.kind == "aside" {
    set text(8pt)
    block(above: 12pt, below: 6pt, sticky: true, text(8.5pt, weight: 600, say(b.title)))
    b.blocks.map(show-block).join()
  }
}

#block(below: 0pt, text(8.5pt, fill: muted, say(doc.kicker)))
#title()
#par(leading: 0.55em, text(13pt, say(doc.lead)))
#par(text(8.5pt, fill: muted, say(doc.made)))
#if doc.synthetic != none { notice(doc.synthetic) }
#{
  show outline.entry.where(level: 1): set text(weight: 600)
  show outline.entry.where(level: 1): set block(above: 8pt)
  show outline.entry.where(level: 2): set text(8.5pt)
  show outline.entry.where(level: 2): set block(above: 4.5pt)
  set outline.entry(fill: repeat(text(fill: rule, "."), gap: 2pt))
  outline(title: say(doc.contentsTitle), depth: 2, indent: 10pt)
}
#for section in doc.sections {
  heading(level: 1, say(section.title))
  section.blocks.map(show-block).join()
}
#block(above: 24pt, stroke: (top: 0.6pt + rule), inset: (top: 6pt), text(7.5pt, fill: muted, say(doc.footer)))
`;
