/** The page of a shift that is handed over: what a colleague reads at the desk, and signs where it was printed to be signed. */
export const HANDOVER_TEMPLATE = String.raw`
#import "/common.typ": *
#show: setting
#set page(margin: (top: 15mm, bottom: 16mm, x: 15mm), header-ascent: 0mm, footer-descent: 6mm)
#set text(size: 9pt)
#set par(leading: 0.55em, spacing: 0.6em)
#show heading.where(level: 1): set block(above: 0pt, below: 3.5mm)
#show heading.where(level: 2): set text(size: 10.5pt)
#show heading.where(level: 2): set block(above: 4.2mm, below: 1.6mm, sticky: true)

#let sheet-data = data.lines
#let quiet(body) = text(fill: ink-third, body)

#heading(level: 1, sheet-data.title)
#grid(
  columns: (auto, 1fr, auto, 1fr),
  column-gutter: (3mm, 6mm, 3mm),
  row-gutter: 1.8mm,
  ..sheet-data.facts.map(fact => (quiet(fact.name), words(fact.value))).flatten(),
)
#context {
  let total = counter(page).final().first()
  if total > 1 { fill-in(labels.pages, total: total) }
}

#if sheet-data.note != "" {
  heading(level: 2, labels.note)
  block(width: 100%, stroke: hair, inset: 2.6mm, words(sheet-data.note))
}

#for part in sheet-data.sections {
  heading(level: 2, part.heading + "  " + str(part.total))
  line(length: 100%, stroke: hair)
  v(-0.6mm)
  if part.lines.len() == 0 {
    quiet(part.none)
  } else {
    // Where no line says when, one may be of many cases.
    let timed = part.lines.any(each => each.lead != "")
    table(
      columns: if timed { (31mm, 44mm, 1fr) } else { (1fr, 1.3fr) },
      stroke: none,
      inset: (x: 0pt, y: 1mm),
      column-gutter: 3mm,
      ..part.lines.map(each => {
        let lead = if each.late { text(weight: "bold", each.lead) } else { quiet(each.lead) }
        let cells = (text(weight: if each.late { "bold" } else { "regular" }, words(each.what)), words(each.detail))
        if timed { (lead, ..cells) } else { cells }
      }).flatten(),
    )
  }
  if part.more != "" { quiet(part.more) }
}

#if sheet-data.toBeSigned {
  v(7mm)
  block(breakable: false, grid(
    columns: (auto, 1fr, auto, 1fr),
    column-gutter: (3mm, 8mm, 3mm),
    align: bottom,
    quiet(labels.signTaken), line(length: 100%, stroke: hair),
    quiet(labels.signAt), line(length: 100%, stroke: hair),
  ))
}
`;
