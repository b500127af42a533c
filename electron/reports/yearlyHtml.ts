import type { Language } from '../../core/settings.ts'
import type { YearlyPack } from '../../core/yearlyPack.ts'
import { Markup, markup } from './markup.ts'
import { policyOf } from './policyOf.ts'
import { sections } from './sections.ts'
import { STYLE } from './style.ts'
import { summary } from './summary.ts'
import { reportTables } from './tables.ts'
import { when } from './when.ts'
import { REPORT_WORDS } from './words.ts'

export const REPORT_POLICY = policyOf(STYLE)

/** The yearly pack as one document, complete in itself: no script, no picture, no address. */
export function yearlyHtml(pack: YearlyPack, language: Language): string {
  const words = REPORT_WORDS[language]
  const inWords = summary(pack, words, when(language))
  const tables = reportTables(pack, words, when(language))
  const watermark = markup`<span>${inWords.watermark}</span>`
  return markup`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<title>${words.title}</title>
<style>${new Markup(STYLE)}</style>
</head>
<body>
<div class="watermark" aria-hidden="true">${[1, 2, 3, 4].map(() => watermark)}</div>
<header>
<p class="year">${inWords.year}</p>
<h1>${words.title}</h1>
</header>
<p class="about">${words.about}</p>
<dl>${inWords.facts.map(([name, value]) => markup`<dt>${name}</dt><dd>${value}</dd>`)}</dl>
${sections(inWords, words, tables)}
</body>
</html>`.text
}
