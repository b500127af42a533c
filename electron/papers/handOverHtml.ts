import type { HandOverFacts, HandOverRow } from '../../core/paper.ts'
import type { Language } from '../../core/settings.ts'
import { markup, type Markup } from '../reports/markup.ts'
import { inPages, nameCell, NOTHING, paperPages, shortTail, type PaperMade } from './paperPages.ts'
import { PAPER_WORDS, type PaperWords } from './paperWords.ts'

/** With room for the signatures below them, whichever page is the last. */
const ROWS = 16

/** 领卡单: a class signs for its new cards, one line each, and its teacher for all. */
export function handOverHtml(facts: HandOverFacts, language: Language): PaperMade {
  const words = PAPER_WORDS[language]
  const { handOver } = words
  const signed = facts.rows.filter((row) => row.signed !== null).length
  const parts = inPages(facts.rows, ROWS, ROWS)
  const pages = parts.map((rows, at) => ({
    title: `${facts.className} ${handOver.title}`,
    beside: markup`<p class="total">${handOver.total(facts.rows.length, signed)}</p>`,
    body: markup`<p class="ask">${handOver.ask}</p>
${table(rows, at * ROWS, words)}${at === parts.length - 1 ? signatures(words) : NOTHING}`,
  }))
  return paperPages(pages, { head: facts, language, words })
}

function table(rows: readonly HandOverRow[], before: number, words: PaperWords): Markup {
  const { column } = words.handOver
  return markup`<table>
<thead><tr><th class="place">${column.place}</th><th>${column.name}</th><th>${column.tail}</th><th>${column.card}</th><th class="pen">${column.signed}</th><th class="on">${column.on}</th></tr></thead>
<tbody>${rows.map((row, at) => line(row, before + at + 1, words))}</tbody>
</table>`
}

function line(row: HandOverRow, place: number, words: PaperWords): Markup {
  const { name, educationIdTail, cardTail, signed } = row
  return markup`<tr><td class="place">${place}</td>${nameCell(name)}<td class="number">${shortTail(educationIdTail, words)}</td><td class="number">${shortTail(cardTail, words)}</td><td class="pen">${signed?.by ?? ''}</td><td class="on">${signed === null ? '' : words.shortDay(signed.on)}</td></tr>`
}

function signatures({ handOver: { teacher, desk, date } }: PaperWords): Markup {
  return markup`<div class="lines">${[teacher, date, desk, date].map(
    (line) => markup`<p>${line}<i></i></p>`,
  )}</div>`
}
