import type { PaperHead } from '../../core/paper.ts'
import type { Language } from '../../core/settings.ts'
import { Markup, markup } from '../reports/markup.ts'
import { policyOf } from '../reports/policyOf.ts'
import { tail } from '../shown.ts'
import { PAPER_STYLE } from './paperStyle.ts'
import type { PaperWords } from './paperWords.ts'

export const PAPER_POLICY = policyOf(PAPER_STYLE)

/** A paper as a document, complete in itself; its pages are `#p1` and so on. */
export interface PaperMade {
  readonly html: string
  readonly pages: number
}

/** What stands on one page; its marks and its foot are every page's. */
export interface PaperPage {
  readonly title: string
  /** at the right of the title, below the marks */
  readonly beside?: Markup
  readonly body: Markup
  /** above the foot */
  readonly last?: Markup
}

export interface PaperFrame {
  readonly head: PaperHead
  readonly language: Language
  readonly words: PaperWords
}

export function paperPages(pages: readonly PaperPage[], frame: PaperFrame): PaperMade {
  const html = markup`<!doctype html>
<html lang="${frame.language}">
<head>
<meta charset="utf-8">
<title>${pages[0]?.title ?? ''}</title>
<style>${new Markup(PAPER_STYLE)}</style>
</head>
<body>
${pages.map((page, at) => section(page, at + 1, pages.length, frame))}
</body>
</html>`.text
  return { html, pages: pages.length }
}

function section(page: PaperPage, n: number, of: number, { head, words }: PaperFrame): Markup {
  const { title, beside = NOTHING, body, last = NOTHING } = page
  const ground = head.rehearsal
    ? markup`<div class="ground"><span>${words.rehearsal}</span></div>`
    : NOTHING
  return markup`<section class="page" id="p${n}">${ground}
<header><div><p class="school">${head.school}</p><h1>${title}</h1></div>
<div class="marks">${marks(head, words)}${beside}</div></header>
${body}
<footer>${last}
<p class="foot"><span>${words.madeBy(head.madeBy, head.madeAt)}</span><span>${of === 1 ? '' : words.page(n, of)}</span></p>
</footer>
</section>`
}

/** A paper that was printed before says so: two of one case must not pass for two cases. */
function marks({ copy, rehearsal }: PaperHead, words: PaperWords): readonly Markup[] {
  return [...(rehearsal ? [words.rehearsal] : []), ...(copy > 0 ? [words.copy(copy + 1)] : [])].map(
    (mark) => markup`<b>${mark}</b>`,
  )
}

export const NOTHING = markup``

/** A number on paper is a tail, whatever was handed in. */
export function tailOf(number: string | null, words: PaperWords): string {
  return number === null ? words.noTail : words.tail(tail(number))
}

/** Of a table, whose column says what it is. */
export const shortTail = (number: string | null, words: PaperWords): string =>
  number === null ? words.noTail : `…${tail(number)}`

/** A long name is set small: it stays in its row, and the row on its page. */
export const nameCell = (name: string): Markup =>
  [...name].length > SHORT_NAME
    ? markup`<td class="name long">${name}</td>`
    : markup`<td class="name">${name}</td>`

const SHORT_NAME = 5

/** 010-64021234 → 010-6402 1234: read out by fours, and no number on paper has eight digits in a row. */
export function grouped(contact: string): string {
  return contact.replaceAll(/\d{8,}/g, (digits) =>
    digits.replaceAll(/(?=(?:\d{4})+$)/g, '\u{a0}').trim(),
  )
}

/** Rows page by page: the first holds fewer where something stands above them. */
export function inPages<T>(
  rows: readonly T[],
  first: number,
  further: number,
): readonly (readonly T[])[] {
  const rest = rows.slice(first)
  const more = Array.from({ length: Math.ceil(rest.length / further) }, (_, at) =>
    rest.slice(at * further, (at + 1) * further),
  )
  return [rows.slice(0, first), ...more]
}
