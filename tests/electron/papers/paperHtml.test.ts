import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { PaperFacts } from '../../../core/paper.ts'
import { paperHtml } from '../../../electron/papers/paperHtml.ts'
import { PAPER_POLICY } from '../../../electron/papers/paperPages.ts'
import { aHandOver, anInquiry, aSlip, PAPERS } from './somePapers.ts'

const LANGUAGES = ['zh-CN', 'en'] as const
const OF_EACH = [aSlip(), aHandOver(20), anInquiry(10)] as const
const each = LANGUAGES.flatMap((language) =>
  OF_EACH.map((facts) => [facts.of, language, facts] as const),
)

/** What can be read on it. */
const text = (html: string): string =>
  html
    .replace(/<style>.*?<\/style>/s, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
const read = (facts: PaperFacts, language: 'zh-CN' | 'en' = 'zh-CN') =>
  text(paperHtml(facts, language).html)

const WHOLE = '20131234'
const HOSTILE = '<img src=x onerror="alert(1)">&'

/** With whole numbers where tails belong, as nobody should hand them in. */
const careless: readonly PaperFacts[] = [
  aSlip({ educationIdTail: WHOLE }),
  aHandOver(1, {
    rows: [{ name: '张伟', educationIdTail: WHOLE, cardTail: '1000751136141285', signed: null }],
  }),
  anInquiry(1, {
    rows: anInquiry(1).rows.map((row) => ({
      ...row,
      educationIdTail: WHOLE,
      orderTail: '202610120001234567',
    })),
  }),
]

describe.each(LANGUAGES)('no paper in %s', (language) => {
  it('holds a number of eight digits or more, whatever was handed in', () => {
    for (const facts of [...careless, ...Object.values(PAPERS)]) {
      const { html } = paperHtml(facts, language)
      expect(html.replace(/<style>.*?<\/style>/s, '')).not.toMatch(/\d{8}/)
    }
    for (const facts of careless) expect(read(facts, language)).toContain('1234')
  })

  it('speaks of a password or of a birth date', () => {
    for (const facts of Object.values(PAPERS))
      expect(read(facts, language)).not.toMatch(/密码|口令|123456|出生|生日|password|birth/i)
  })

  it('lets a name, a school or a source be more than text', () => {
    const bad = {
      school: HOSTILE,
      contact: HOSTILE,
      madeBy: HOSTILE,
      name: HOSTILE,
      className: HOSTILE,
    }
    const hostile: readonly PaperFacts[] = [
      aSlip({ ...bad, registered: { at: 0, by: HOSTILE } }),
      aHandOver(1, { ...bad, rows: aHandOver(1).rows.map((row) => ({ ...row, name: HOSTILE })) }),
      anInquiry(1, { ...bad, to: HOSTILE }),
    ]
    for (const facts of hostile) {
      const { html } = paperHtml(facts, language)
      expect(html).not.toContain('<img')
      expect(html).toContain('&lt;img src=x onerror=&quot;alert(1)&quot;&gt;&amp;')
    }
  })

  it('asks for anything: nothing is loaded, nothing runs', () => {
    for (const facts of Object.values(PAPERS)) {
      const { html } = paperHtml(facts, language)
      expect(html).not.toMatch(/<(script|link|img|iframe|a)\b|url\(|@import|style="/)
    }
  })
})

it('the policy lets in the one style, by what it is, and nothing else', () => {
  const style = /<style>(.*?)<\/style>/s.exec(paperHtml(aSlip(), 'en').html)?.[1] ?? ''
  const hash = createHash('sha256').update(style).digest('base64')
  expect(PAPER_POLICY).toContain(`style-src 'sha256-${hash}'`)
  expect(PAPER_POLICY).toContain("default-src 'none'")
})

describe.each(each)('a %s in %s', (_of, language, facts) => {
  const marks =
    language === 'zh-CN' ? ['副本 · 第 2 次打印', '演练'] : ['Copy · print no. 2', 'Rehearsal']

  it('says nothing of copies the first time, and that it is one the second', () => {
    expect(read(facts, language)).not.toContain(marks[0])
    const { html, pages } = paperHtml({ ...facts, copy: 1 }, language)
    expect(html.split(`<b>${marks[0] ?? ''}</b>`)).toHaveLength(pages + 1)
  })

  it('of a rehearsal says so on each page', () => {
    expect(read(facts, language)).not.toContain(marks[1])
    const { html, pages } = paperHtml({ ...facts, rehearsal: true }, language)
    expect(html.split('class="ground"')).toHaveLength(pages + 1)
  })

  it('has as many pages as it says, each with an address, and who printed it when', () => {
    const { html, pages } = paperHtml(facts, language)
    expect(html.match(/<section class="page" id="p\d+">/g)).toHaveLength(pages)
    expect(html).toContain(`id="p${pages}"`)
    expect(html.match(/李老师[^<]*2026/g)?.length).toBeGreaterThanOrEqual(pages)
    expect(html).toContain(`lang="${language}"`)
  })
})
