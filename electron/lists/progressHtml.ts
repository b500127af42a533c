import type { Language } from '../../core/settings.ts'
import { Markup, markup } from '../reports/markup.ts'
import { policyOf } from '../reports/policyOf.ts'
import type { ListWords } from './listWords.ts'
import type { ClassPage } from './progressJob.ts'
import { PROGRESS_STYLE } from './progressStyle.ts'

export const PROGRESS_POLICY = policyOf(PROGRESS_STYLE)

export interface ProgressPages {
  readonly pages: readonly ClassPage[]
  readonly school: string
  readonly asOf: string
  /** a first page with all figures; a class that is done has no page of its own then */
  readonly overview: boolean
  readonly language: Language
  readonly words: ListWords
}

/** One page a class, for its teacher: who still has no card, and a box to tick. */
export function progressHtml(made: ProgressPages): string {
  const { pages, overview, language, words } = made
  const own = overview ? pages.filter(({ lacking }) => lacking.length > 0) : pages
  return markup`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<title>${words.progress.title}</title>
<style>${new Markup(PROGRESS_STYLE)}</style>
</head>
<body>
${overview ? overviewPage(made) : markup``}
${own.map((page) => classPage(page, made))}
</body>
</html>`.text
}

function overviewPage({ pages, school, asOf, words }: ProgressPages): Markup {
  const sum = (of: 'bound' | 'pupils'): number => pages.reduce((all, one) => all + one.of[of], 0)
  const line = ({ of: { name, bound, pupils } }: ClassPage): Markup =>
    markup`<li class="${bound >= pupils ? 'done' : 'open'}"><span>${name}</span><b>${figures(bound, pupils)}</b></li>`
  return markup`<section>
${head(words.progress.title, sum('bound'), sum('pupils'), { school, asOf, words })}
<h2>${words.progress.classes}</h2>
<ul class="${pages.length > SINGLE_COLUMN ? 'columns' : 'one'}">${pages.map(line)}</ul>
</section>`
}

/** So many classes stand below each other. */
const SINGLE_COLUMN = 12

function classPage({ of, lacking }: ClassPage, made: ProgressPages): Markup {
  const { words } = made
  const top = head(of.name, of.bound, of.pupils, made)
  if (lacking.length === 0)
    return markup`<section>${top}<p class="complete">${words.progress.complete}</p></section>`
  // Two halves beside each other, so that a class of sixty stays on its page with room for a pen.
  const half = lacking.length > IN_A_COLUMN ? Math.ceil(lacking.length / 2) : lacking.length
  const parts = [lacking.slice(0, half), lacking.slice(half)].filter(({ length }) => length > 0)
  return markup`<section>${top}
<h2>${words.progress.lacking(lacking.length)}</h2>
<p class="ask">${words.progress.ask}</p>
<div class="halves">${parts.map((part, at) => table(part, at * half, words))}</div>
</section>`
}

const IN_A_COLUMN = 18

function table(pupils: ClassPage['lacking'], before: number, words: ListWords): Markup {
  const { column } = words.progress
  return markup`<table>
<thead><tr><th class="place">${column.place}</th><th>${column.name}</th><th>${column.tail}</th><th>${column.card}</th><th class="tick">${column.tick}</th></tr></thead>
<tbody>${pupils.map(
    ({ name, educationId, card }, at) =>
      markup`<tr><td class="place">${before + at + 1}</td><td class="name">${name}</td><td>${educationId}</td><td>${card}</td><td class="tick"><i></i></td></tr>`,
  )}</tbody>
</table>`
}

function head(
  title: string,
  bound: number,
  pupils: number,
  { school, asOf, words }: Pick<ProgressPages, 'school' | 'asOf' | 'words'>,
): Markup {
  return markup`<header>
<div><p class="school">${school}</p><h1>${title}</h1><p class="soft">${asOf}</p></div>
<p class="figures"><b>${figures(bound, pupils)}</b><span>${words.progress.bound}</span></p>
</header>`
}

const figures = (bound: number, pupils: number): string =>
  `${bound.toLocaleString('en')} / ${pupils.toLocaleString('en')}`
