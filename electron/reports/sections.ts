import { markup, type Markup } from './markup.ts'
import type { Summary } from './summary.ts'
import { printedTable } from './printedTable.ts'
import type { ReportTable } from './tables.ts'
import { SECTIONS, type ReportWords, type Section } from './words.ts'

/** Stands in the spreadsheet alone: one row for each look at a full record. */
const NOT_PRINTED: readonly Section[] = ['fullLooks']

/** The numbered sections of the printed pack. */
export function sections(
  inWords: Summary,
  words: ReportWords,
  tables: readonly ReportTable[],
): readonly Markup[] {
  return SECTIONS.filter((section) => !NOT_PRINTED.includes(section)).map(
    (
      section,
      n,
    ) => markup`<section class="${section} ${fitsOnPage(section, tables) ? 'whole' : 'long'}">
<div class="top"><h2>${words.numbered(n + 1, words.section[section])}</h2>
<p class="help">${words.help[section]}</p></div>
${content(section, inWords, words, tables)}
</section>
`,
  )
}

/** So many rows stay together on one page. */
const TOGETHER = 16

function fitsOnPage(section: Section, tables: readonly ReportTable[]): boolean {
  const table = tables.find((one) => one.section === section)
  return table === undefined || table.rows.length <= TOGETHER
}

function content(
  section: Section,
  inWords: Summary,
  words: ReportWords,
  tables: readonly ReportTable[],
): Markup {
  switch (section) {
    case 'summary':
      return overview(inWords)
    case 'basis':
      return markup`<p>${inWords.basis}</p>${counted(inWords.basisStates)}`
    case 'log':
      return logState(inWords)
    case 'gaps':
      return remarks(inWords, words)
    case 'signature':
      return signature(words)
    default: {
      const table = tables.find((one) => one.section === section)
      return table === undefined ? markup`` : printedTable(table, words)
    }
  }
}

function overview({ figures, purposes }: Summary): Markup {
  return markup`<div class="figures">${figures.map(
    ({ title, value }) =>
      markup`<div><b>${value.toLocaleString('en')}</b><span>${title}</span></div>`,
  )}</div>${counted(purposes)}`
}

/** Names and numbers in a line; those of which there is none are left out. */
function counted(pairs: readonly (readonly [string, number])[]): Markup {
  const some = pairs.filter(([, count]) => count > 0)
  return some.length === 0
    ? markup``
    : markup`<p class="aside">${some.map(
        ([name, count]) => markup`<span>${name} ${count.toLocaleString('en')}</span> `,
      )}</p>`
}

function logState({ check, whole, anchor, head, hash }: Summary): Markup {
  return markup`<p class="${whole ? 'good' : 'bad'}">${check}</p>
<p>${anchor}</p>
<p>${head}<span class="hash">${hash}</span></p>`
}

function remarks({ gaps }: Summary, words: ReportWords): Markup {
  const list = (lines: readonly string[]): Markup =>
    markup`<ul>${lines.map((line) => markup`<li>${line}</li>`)}</ul>`
  return markup`${gaps.length === 0 ? markup`<p>${words.noGaps}</p>` : list(gaps)}
<h3>${words.notCoveredTitle}</h3>${list(words.notCovered)}`
}

function signature(words: ReportWords): Markup {
  return markup`<table>${words.signature.map(
    (line) => markup`<tr><th>${line}</th><td></td></tr>`,
  )}</table>`
}
