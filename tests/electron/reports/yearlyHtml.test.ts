import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { REPORT_POLICY, yearlyHtml } from '../../../electron/reports/yearlyHtml.ts'
import { anEntry, aPack } from './aPack.ts'

const TRICK = `"><script>alert(1)</script><img src=x onerror='x'>&`

describe('the printed form of the yearly pack', () => {
  it('escapes every text of a person or a place', () => {
    const html = yearlyHtml(
      aPack({
        school: TRICK,
        madeBy: TRICK,
        people: new Map([['o-li', { name: TRICK, roles: [] }]]),
        entries: [
          anEntry({ kind: 'report-made' }),
          anEntry({ operatorId: TRICK, reason: 'alone' }),
        ],
      }),
      'zh-CN',
    )
    expect(html).not.toMatch(/<script|<img|onerror='/)
    expect(html).toContain(
      '&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=&#39;x&#39;&gt;&amp;',
    )
  })

  it.each(['zh-CN', 'en'] as const)('%s is complete in itself: it asks for nothing', (language) => {
    const html = yearlyHtml(aPack(), language)
    expect(html).not.toMatch(/<(script|link|img|iframe|object|embed|base|form|meta http)/)
    expect(html).not.toMatch(/\b(src|href|style|on\w+)=/)
    expect(html).not.toMatch(/url\(|@import|https?:/)
    expect(html).not.toMatch(/undefined|\[object|NaN/)
  })

  it('is the only style its policy lets through', () => {
    const [, style = ''] = /<style>([^]*?)<\/style>/.exec(yearlyHtml(aPack(), 'zh-CN')) ?? []
    const hash = createHash('sha256').update(style).digest('base64')
    expect(REPORT_POLICY).toContain(`style-src 'sha256-${hash}'`)
    expect(REPORT_POLICY).toContain("default-src 'none'")
    expect(REPORT_POLICY).not.toMatch(/unsafe|\*|http|data:/)
  })

  it('says on each page who made it and when', () => {
    const html = yearlyHtml(aPack(), 'zh-CN')
    const marks = html.match(/<span>李慧敏 2027年1月5日 08:02 生成，仅供合规审计<\/span>/g)
    expect(marks).toHaveLength(4)
    expect(html).toMatch(/\.watermark \{ position: fixed/)
  })

  it('prints a long list in part and says so; looks at full records are in the workbook alone', () => {
    const entries = Array.from({ length: 90 }, (_, n) =>
      anEntry({ seq: n + 1, kind: 'report-made' }),
    )
    const html = yearlyHtml(aPack({ entries }), 'zh-CN')
    expect(html.match(/<td class="long">生成年度审计材料<\/td>/g)).toHaveLength(40)
    expect(html).toContain('其余 50 条见同名表格文件。')
    expect(html).not.toContain('完整信息查看明细')
  })

  it('says plainly that a log is not whole', () => {
    const { head } = aPack().log
    const log = {
      head,
      anchor: 'restamped',
      check: { kind: 'broken', why: 'altered', seq: 812 },
    } as const
    const html = yearlyHtml(aPack({ log }), 'zh-CN')
    expect(html).toContain('<p class="bad">校验不通过：第 812 条被改动。</p>')
    expect(html).toContain('与库外留存的末尾不一致，曾被重写。')
  })

  it('of an empty year and of no legal basis says so', () => {
    const html = yearlyHtml(aPack({ entries: [], basis: null }), 'zh-CN')
    expect(html).toContain('本期没有任何操作记录。')
    expect(html).toContain('学校尚未登记处理依据。')
  })
})
