import { beijingDate } from '../../core/calendarDate.ts'
import type { InquiryFacts, InquiryRow } from '../../core/paper.ts'
import { PRODUCTION_WORKING_DAYS } from '../../core/production.ts'
import type { Language } from '../../core/settings.ts'
import { markup, type Markup } from '../reports/markup.ts'
import {
  grouped,
  inPages,
  nameCell,
  NOTHING,
  paperPages,
  shortTail,
  type PaperMade,
} from './paperPages.ts'
import { PAPER_WORDS, type PaperWords } from './paperWords.ts'

/** The letter stands above the first, the closing below the last. */
const ROWS = { first: 8, further: 13 } as const

/** 催办函: asks the district's card centre where cards are that should have come. */
export function inquiryHtml(facts: InquiryFacts, language: Language): PaperMade {
  const words = PAPER_WORDS[language]
  const parts = inPages(facts.rows, ROWS.first, ROWS.further)
  const pages = parts.map((rows, at) => ({
    title: words.inquiry.title,
    body: markup`${at === 0 ? letter(facts, words) : NOTHING}
<h2>${words.inquiry.list}</h2>
${table(rows, at === 0 ? 0 : ROWS.first + (at - 1) * ROWS.further, words)}
${at === parts.length - 1 ? closing(facts, words) : NOTHING}`,
  }))
  return paperPages(pages, { head: facts, language, words })
}

function letter({ to, rows, madeAt }: InquiryFacts, { inquiry, shortDay }: PaperWords): Markup {
  const text = inquiry.text(rows.length, PRODUCTION_WORKING_DAYS, shortDay(beijingDate(madeAt)))
  return markup`<div class="letter"><p>${inquiry.to(to)}</p>${text.map(
    (paragraph) => markup`<p>${paragraph}</p>`,
  )}</div>`
}

function table(rows: readonly InquiryRow[], before: number, words: PaperWords): Markup {
  const { column } = words.inquiry
  return markup`<table>
<thead><tr><th class="place">${column.place}</th><th>${column.name}</th><th>${column.tail}</th><th>${column.order}</th><th>${column.paid}</th><th>${column.promised}</th><th>${column.late}</th></tr></thead>
<tbody>${rows.map((row, at) => line(row, before + at + 1, words))}</tbody>
</table>`
}

function line(row: InquiryRow, place: number, words: PaperWords): Markup {
  const { name, educationIdTail, orderTail, paidOn, promised, overdueBy } = row
  const due = promised.certain ? words.shortDay(promised.date) : words.promise(promised)
  return markup`<tr><td class="place">${place}</td>${nameCell(name)}<td class="number">${shortTail(educationIdTail, words)}</td><td class="number">${shortTail(orderTail, words)}</td><td>${words.shortDay(paidOn)}</td><td>${due}</td><td class="late">${words.inquiry.late(overdueBy)}</td></tr>`
}

function closing({ school, contact, madeAt }: InquiryFacts, words: PaperWords): Markup {
  const { note, thanks, reach, seal } = words.inquiry
  const reached = contact === null ? NOTHING : markup`<p>${reach(grouped(contact))}</p>`
  return markup`<p class="tablenote">${note}</p>
<div class="closing"><p>${thanks}</p>${reached}
<p class="signed">${school}${seal}<br>${words.shortDay(beijingDate(madeAt))}</p></div>`
}
