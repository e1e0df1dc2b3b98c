/**
 * What the live page and the archive share: page, type, colours, the statement.
 *
 * The user's words come in as JSON only and are shown as strings; nothing of theirs is ever read as markup.
 */
export const COMMON_TEMPLATE = String.raw`
#let job = json("/data.json")
#let data = job.data
#let labels = data.labels
#let chinese = data.language == "zh-CN"

#let ink = rgb("#23211c")
#let ink-second = rgb("#565044")
#let ink-third = rgb("#7a7263")
#let hair = 0.5pt + rgb("#c3b99f")
#let faint = 0.5pt + rgb("#ddd6c5")
#let accent = rgb("#1d4a63")
#let sheet = rgb("#fbf9f3")

#let side-margin = 22mm
#let text-width = 210mm - 2 * side-margin

#let sans = ("Noto Sans SC", "Noto Serif SC")
#let serif = ("Noto Serif SC", "Noto Sans SC")

#let fill-in(label, ..values) = {
  let text = label
  for (name, value) in values.named() { text = text.replace("{" + name + "}", str(value)) }
  text
}

// A string keeps its line breaks; nothing else in it means anything.
#let words(text) = text.split("\n").join(linebreak())

#let exhibit-start(index) = label("exhibit-" + str(index))
#let exhibit-end(index) = label("exhibit-end-" + str(index))

#let page-of = context {
  set text(size: 8pt, fill: ink-third, number-width: "tabular")
  let total = counter(page).final().first()
  align(center, fill-in(labels.pageOf, page: counter(page).get().first(), total: total))
  [#metadata(total) <page-count>]
}

#let setting(body) = {
  set document(
    title: if data.title == "" { labels.statement } else { data.title },
    date: datetime(..job.instant),
  )
  set page(
    paper: "a4",
    margin: (top: 25mm, bottom: 22mm, x: side-margin),
    header-ascent: 9mm,
    footer-descent: 9mm,
    numbering: "1",
    footer: page-of,
  )
  set text(
    font: sans,
    size: 10.5pt,
    fill: ink,
    fallback: false,
    lang: if chinese { "zh" } else { "en" },
    region: if chinese { "cn" } else { none },
    number-width: "tabular",
  )
  // Simple line breaking: a draft of 20,000 characters in one paragraph sets five times faster, and looks alike.
  // Not justified: an order number stays on one line, and would pull the line before it apart, so far that programs
  // which read the PDF take its end for another column.
  set par(leading: 0.85em, spacing: 1.15em, justify: false, linebreaks: "simple")
  show heading: set text(font: serif, weight: "bold")
  show heading.where(level: 1): set text(size: 17pt)
  show heading.where(level: 1): set block(above: 0pt, below: 7mm)
  show heading.where(level: 2): set text(size: 12.5pt)
  show heading.where(level: 2): set block(above: 8mm, below: 3.6mm, sticky: true)
  body
}

#let citation-mark(citation, linked) = {
  let (open, close) = if chinese { ("〔", "〕") } else { ("[", "]") }
  let mark = box(text(size: 0.84em, fill: accent, open + citation.text + close))
  if linked { link(exhibit-start(citation.exhibit), mark) } else { mark }
}

// Sections, sentences and what proves them. linked: the exhibits stand in the same document.
#let sections-of(sections, linked) = {
  for section in sections {
    if section.heading != "" { heading(level: 2, words(section.heading)) }
    for paragraph in section.paragraphs {
      par({
        for (index, sentence) in paragraph.sentences.enumerate() {
          if index > 0 and not chinese { " " }
          words(sentence.text)
          for citation in sentence.citations {
            if not chinese { " " }
            citation-mark(citation, linked)
          }
        }
      })
    }
  }
}

#let statement(linked) = {
  heading(level: 1, words(data.heading))
  if data.title != "" {
    block(below: 7mm, text(font: serif, size: 12.5pt, fill: ink-second, words(data.title)))
  }
  line(length: 100%, stroke: hair)
  sections-of(data.sections, linked)
}
`;
