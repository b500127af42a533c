import { beforeAll, describe, expect, it } from 'vitest'
import type { Language } from '../../../core/settings.ts'
import { yearlyXlsx } from '../../../electron/reports/yearlyXlsx.ts'
import { unzip } from '../../helpers/unzip.ts'
import { anEntry, aPack } from './aPack.ts'

const TRICK = '=HYPERLINK("http://example.test","张")'

type Book = Readonly<Record<string, string>>

async function book(language: Language, pack = aPack()): Promise<Book> {
  return unzip(await yearlyXlsx(pack, language))
}

/** Text of the cells of a sheet, whether they stand in it or in the list of shared texts. */
function textsOf(files: Book, sheet: string): readonly string[] {
  const texts = (xml: string): readonly string[] =>
    [...xml.matchAll(/<t\b[^>]*>([^<]*)<\/t>/g)].map(([, text]) => text ?? '')
  const shared = texts(files['xl/sharedStrings.xml'] ?? '')
  const own = files[sheet] ?? ''
  return [
    ...texts(own),
    ...[...own.matchAll(/t="s"[^>]*>\s*<v>(\d+)<\/v>/g)].map(([, n]) => shared[Number(n)] ?? ''),
  ]
}

const sheetsOf = (files: Book): readonly string[] =>
  Object.keys(files).filter((name) => /^xl\/worksheets\/sheet\d+\.xml$/.test(name))

describe('the workbook of the yearly pack', () => {
  let chinese: Book
  let tricked: Book

  beforeAll(async () => {
    chinese = await book('zh-CN')
    tricked = await book(
      'zh-CN',
      aPack({
        school: '@school',
        madeBy: '+me',
        people: new Map([['o-li', { name: TRICK, roles: ['clerk'] }]]),
        entries: [anEntry({ kind: 'education-id-shown', reason: TRICK, operatorId: '-unknown' })],
      }),
    )
  })

  it('has a sheet for each table, with names Excel takes', () => {
    expect(sheetsOf(chinese)).toHaveLength(9)
    const names = [...(chinese['xl/workbook.xml'] ?? '').matchAll(/<sheet [^>]*?name="([^"]+)"/g)]
    expect(names.map(([, name]) => name)).toEqual([
      ...['总体情况', '人员访问情况', '查看完整信息的原因', '各月情况', '完整信息查看明细'],
      ...['导出与打印', '单人办理', '保存期限与删除', '缺口与说明'],
    ])
    expect(names.every(([, name]) => (name ?? '').length <= 31)).toBe(true)
  })

  it('A18 says on each sheet who made it and when', () => {
    for (const sheet of sheetsOf(chinese))
      expect(textsOf(chinese, sheet)).toContain('李慧敏 2027年1月5日 08:02 生成，仅供合规审计')
  })

  it('A18 holds no formula and no text that could become one', () => {
    for (const files of [chinese, tricked])
      for (const sheet of sheetsOf(files)) {
        expect(files[sheet]).not.toMatch(/<f[ >]/)
        expect(textsOf(files, sheet).filter((text) => /^\s*[=+\-@]/.test(text))).toEqual([])
      }
    const everything = sheetsOf(tricked).flatMap((sheet) => textsOf(tricked, sheet))
    expect(everything).toContain(
      "'=HYPERLINK(&quot;http://example.test&quot;,&quot;张&quot;)".replaceAll('&quot;', '"'),
    )
    expect(everything).toContain("'@school")
    expect(everything).toContain("'-unknown")
  })

  it('lists each look at a full record by its row, and names no pupil', () => {
    const [, , , , details = ''] = sheetsOf(chinese)
    const looks = aPack().fullLooks
    expect((chinese[details] ?? '').match(/<row /g)?.length).toBe(looks.length + 4)
    expect(Object.values(chinese).join('')).not.toMatch(/s-\d/)
  })

  it('is complete in English: no Chinese but names', async () => {
    const english = await book('en')
    const chineseTexts = sheetsOf(english)
      .flatMap((sheet) => textsOf(english, sheet))
      .filter((text) => /\p{Script=Han}/u.test(text))
    const names = /李慧敏|王建国|阿依古丽·买买提|陈立|孙晓梅|北京市第一实验小学/g
    expect(chineseTexts.filter((text) => /\p{Script=Han}/u.test(text.replace(names, '')))).toEqual(
      [],
    )
  })
})
