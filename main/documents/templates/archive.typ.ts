/** The archive PDF: cover, contents, statement, list of exhibits, the exhibits, checksums. */
export const ARCHIVE_TEMPLATE = String.raw`
#import "/common.typ": *
#show: setting

#let first-page(index) = locate(exhibit-start(index)).page()
#let last-page(index) = locate(exhibit-end(index)).page()
#let hash(text, size: 7pt) = std.text(size: size, fill: ink-second, text)
#let small(body) = text(size: 8.5pt, fill: ink-second, body)
#let orders-of(exhibit) = if exhibit.orders.len() == 0 { labels.noOrders } else {
  exhibit.orders.join(linebreak())
}

// ---- cover ------------------------------------------------------------------------------------------------------
#let cover-row(name, value) = (text(fill: ink-third, name), words(value))
#v(14mm)
#text(size: 9.5pt, fill: ink-third, labels.archive)
#block(above: 5mm, below: 9mm, par(leading: 0.75em, text(
  font: serif, size: 22pt, weight: "bold", words(if data.title == "" { labels.statement } else { data.title }),
)))
#line(length: 100%, stroke: 1pt + ink)
#v(4mm)
#grid(
  columns: (28mm, 1fr),
  row-gutter: 3.4mm,
  ..cover-row(labels.platform, data.cover.platform),
  ..cover-row(labels.store, data.cover.store),
  ..cover-row(labels.scenario, data.cover.scenario),
  ..cover-row(labels.caseNumber, data.cover.caseNumber),
  ..cover-row(labels.orderCount, fill-in(labels.orderCountValue, count: data.cover.orderCount)),
  ..cover-row(labels.date, data.cover.date),
)
#v(12mm)
#block(below: 4mm, text(font: serif, size: 12.5pt, weight: "bold", labels.contents))
#line(length: 100%, stroke: hair)
#{
  set outline.entry(fill: box(width: 1fr, inset: (x: 3pt), text(fill: ink-third, repeat(gap: 2.5pt, [.]))))
  show outline.entry: set block(above: 3.2mm)
  outline(title: none, depth: 1)
}

// ---- statement --------------------------------------------------------------------------------------------------
#pagebreak()
#statement(true)

// ---- orders of a notice -----------------------------------------------------------------------------------------
#for order-table in data.orderTables {
  pagebreak()
  heading(level: 1, order-table.heading)
  if order-table.note != "" { par(order-table.note) }
  set text(size: 9pt)
  set par(leading: 0.6em, spacing: 0.7em)
  let head(name) = text(size: 8.5pt, fill: ink-third, name)
  let rows = order-table.orders.map(order => (
    text(weight: "bold", order.orderNumber),
    for voucher in order.vouchers {
      let shown = voucher.exhibits.join("  ")
      par({
        words(voucher.title)
        if shown != none { "　" + text(fill: accent, shown) }
        if voucher.note != "" { "　" + text(fill: ink-second, words(voucher.note)) }
      })
    },
    table.hline(stroke: faint),
  ))
  table(
    columns: (46mm, 1fr),
    stroke: none,
    inset: (x: 0pt, y: 2mm),
    column-gutter: 4mm,
    table.hline(stroke: 1pt + ink),
    table.header(head(labels.orderNumber), head(labels.voucher)),
    table.hline(stroke: hair),
    ..rows.flatten(),
  )
}

// ---- plan -------------------------------------------------------------------------------------------------------
#if data.plan != none {
  pagebreak()
  heading(level: 1, words(data.plan.title))
  line(length: 100%, stroke: hair)
  sections-of(data.plan.sections, true)
}

// ---- list of exhibits -------------------------------------------------------------------------------------------
#pagebreak()
#heading(level: 1, labels.exhibitList)
#{
  set text(size: 9pt)
  set par(leading: 0.6em, spacing: 0.7em)
  let head(name) = text(size: 8.5pt, fill: ink-third, name)
  table(
    columns: (17mm, 1fr, 40mm, 13mm),
    stroke: none,
    inset: (x: 0pt, y: 2.2mm),
    column-gutter: 3mm,
    table.hline(stroke: 1pt + ink),
    table.header(
      head(labels.exhibit),
      head(labels.description + " · " + labels.shows),
      head(labels.orders),
      align(right, head(labels.pages)),
    ),
    table.hline(stroke: hair),
    ..data.exhibits.enumerate().map(((index, exhibit)) => (
      link(exhibit-start(index), text(weight: "bold", exhibit.label)),
      {
        text(weight: "bold", words(exhibit.description))
        if exhibit.shows != "" { parbreak() + words(exhibit.shows) }
        parbreak()
        text(size: 8pt, fill: ink-second, words(exhibit.fileName) + "  ·  " + exhibit.sha256.slice(0, 12) + " …")
      },
      orders-of(exhibit),
      align(right, context str(last-page(index) - first-page(index) + 1)),
      table.cell(colspan: 4, inset: (top: 0pt, bottom: 2.4mm), hash(labels.sha256 + "  " + exhibit.sha256)),
      table.hline(stroke: faint),
    )).flatten(),
  )
}

// ---- exhibits ---------------------------------------------------------------------------------------------------
#let stamp(index, exhibit) = context {
  let first = first-page(index)
  let text-of-stamp = fill-in(
    labels.stamp,
    label: exhibit.label,
    page: here().page() - first + 1,
    total: last-page(index) - first + 1,
  )
  align(right, box(
    stroke: 0.7pt + ink-second, radius: 1.5pt, inset: (x: 2.4mm, y: 1.5mm),
    text(size: 8.5pt, weight: "bold", text-of-stamp),
  ))
}

#let slip(index, exhibit) = {
  show heading: set text(size: 13pt)
  show heading: set block(above: 0pt, below: 3.8mm)
  set par(leading: 0.6em, spacing: 0.85em)
  [#heading(level: 1, exhibit.label + "  " + exhibit.description) #exhibit-start(index)]
  set text(size: 9pt)
  if exhibit.shows != "" { par(words(exhibit.shows)) }
  if exhibit.orders.len() > 0 { par(text(fill: ink-second, labels.orders + "  " + exhibit.orders.join("  "))) }
  par(text(size: 8pt, fill: ink-third, {
    words(exhibit.fileName)
    "  ·  " + exhibit.sizeText + "  ·  " + labels.sha256 + " " + exhibit.sha256.slice(0, 12) + " …"
  }))
  v(1.5mm)
  line(length: 100%, stroke: hair)
  v(2mm)
}

// A slip that takes more than a third of the page stands on pages of its own, so that the picture keeps its room.
#let slip-with-room(index, exhibit) = context {
  let whole = slip(index, exhibit)
  whole
  if measure(block(width: text-width, whole)).height > 80mm { pagebreak(weak: true) }
}

#let frame(width, height, body) = align(center, box(
  width: width, height: height, clip: true, stroke: faint, body,
))

#let end-mark(index) = [#metadata(none) #exhibit-end(index)]

// One slice of a picture, as large as its room allows and never larger than 96 pixels an inch.
#let picture(exhibit, cut, end) = block(width: 100%, height: 1fr, above: 0pt, below: 0pt, layout(size => {
  let place-data = exhibit.placement
  let tallest = calc.max(..place-data.cuts.map(cut => cut.to - cut.from))
  let scale = calc.min(
    0.75, size.width.pt() / place-data.width, size.height.pt() / (cut.to - cut.from),
    if place-data.cuts.len() > 1 { 196mm.pt() / tallest } else { 0.75 },
  )
  let width = scale * place-data.width * 1pt
  frame(width, scale * (cut.to - cut.from) * 1pt, place(top + left, dy: -scale * cut.from * 1pt, image(
    place-data.path, width: width, height: scale * place-data.height * 1pt, fit: "stretch",
    alt: exhibit.label + " " + exhibit.description,
  )))
  end
}))

#let image-exhibit(index, exhibit) = {
  let cuts = exhibit.placement.cuts
  for (number, cut) in cuts.enumerate() {
    let last = number + 1 == cuts.len()
    if number > 0 { pagebreak() }
    if cuts.len() > 1 {
      block(below: 2.4mm, text(size: 8pt, fill: ink-third,
        fill-in(labels.cut, page: number + 1, total: cuts.len()) + "  " + labels.cutNote,
      ))
    }
    picture(exhibit, cut, if last { end-mark(index) })
  }
}

#let pdf-exhibit(index, exhibit) = {
  let total = exhibit.placement.pages
  for number in range(1, total + 1) {
    if number > 1 { pagebreak() }
    block(width: 100%, height: 1fr, above: 0pt, below: 0pt, layout(size => {
      let alt = exhibit.label + " " + exhibit.description + " " + str(number)
      let natural = measure(image(exhibit.placement.path, page: number, alt: alt))
      let scale = calc.min(1.0, size.width / natural.width, size.height / natural.height)
      frame(natural.width * scale, natural.height * scale, image(
        exhibit.placement.path, page: number, width: 100%, height: 100%, fit: "stretch", alt: alt,
      ))
      if number == total { end-mark(index) }
    }))
  }
}

#let text-exhibit(index, exhibit) = {
  if exhibit.hasCodes { block(below: 3mm, small(labels.codesNote)) }
  set text(size: 9pt)
  set par(leading: 0.55em, spacing: 0.55em)
  grid(
    columns: (10mm, 1fr),
    column-gutter: 3.5mm,
    row-gutter: 1.9mm,
    ..exhibit.placement.lines.enumerate().map(((number, line)) => (
      align(right, text(size: 7.5pt, fill: ink-third, str(number + 1))), line,
    )).flatten(),
  )
  end-mark(index)
}

#let reasons = (
  video: labels.reasonVideo,
  audio: labels.reasonAudio,
  html: labels.reasonHtml,
  encrypted: labels.reasonEncrypted,
  damaged: labels.reasonDamaged,
  too-long: labels.reasonTooLong,
  unsupported: labels.reasonUnsupported,
)

#let listed-exhibit(index, exhibit) = {
  block(width: 100%, stroke: faint, fill: sheet, inset: 7mm, {
    text(font: serif, size: 12.5pt, weight: "bold", reasons.at(exhibit.placement.reason))
    par(labels.keptAsOriginal)
    v(2mm)
    set text(size: 9pt)
    grid(
      columns: (24mm, 1fr),
      row-gutter: 3mm,
      ..cover-row(labels.fileName, exhibit.fileName),
      ..cover-row(labels.mediaType, exhibit.mediaType),
      ..cover-row(labels.size, exhibit.sizeText),
      text(fill: ink-third, labels.sha256), hash(exhibit.sha256),
    )
  })
  end-mark(index)
}

#for (index, exhibit) in data.exhibits.enumerate() {
  let kind = exhibit.placement.kind
  page(header: stamp(index, exhibit), {
    slip-with-room(index, exhibit)
    if kind == "image" { image-exhibit(index, exhibit) }
    else if kind == "pdf" { pdf-exhibit(index, exhibit) }
    else if kind == "text" { text-exhibit(index, exhibit) }
    else { listed-exhibit(index, exhibit) }
  })
}

// ---- checksums --------------------------------------------------------------------------------------------------
#heading(level: 1, labels.checklist)
#small(labels.checklistNote)
#v(3mm)
#{
  set text(size: 8.5pt)
  set par(leading: 0.5em, spacing: 0.6em)
  table(
    columns: (17mm, 1fr, auto),
    stroke: none,
    inset: (x: 0pt, y: 1.9mm),
    column-gutter: 3mm,
    table.hline(stroke: 1pt + ink),
    table.header(
      ..(labels.exhibit, labels.fileName, labels.sha256).map(name => text(fill: ink-third, name)),
    ),
    table.hline(stroke: hair),
    ..data.exhibits.map(exhibit => (
      text(weight: "bold", exhibit.label),
      { words(exhibit.fileName); parbreak(); text(size: 7.5pt, fill: ink-third, exhibit.sizeText) },
      hash(exhibit.sha256),
      table.hline(stroke: faint),
    )).flatten(),
  )
}
`;
