import { describe, expect, it } from 'vitest'
import { remarksOf, tableIn, why } from './aTable.ts'

/** 张伟 in GBK, 王𬭎 in GB18030 with its four bytes */
const GBK_HEADING = Buffer.from('bdccd3fd49442cd0d5c3fb', 'hex')
const GBK_ROW = Buffer.from('30313233343536372cd5c5ceb0', 'hex')
const GB18030_ROW = Buffer.from('31323334353637382ccdf59933a932', 'hex')

const cells = async (bytes: Uint8Array) => (await tableIn(bytes)).rows.map((row) => row.cells)
const utf16le = (text: string): Buffer => Buffer.from(text, 'utf16le')
const utf16be = (text: string): Buffer => utf16le(text).swap16()

const TEXT = '教育ID,姓名\r\n01234567,王𬭎\r\n'
const ROWS = [
  ['教育ID', '姓名'],
  ['01234567', '王𬭎'],
]

describe('the encoding of a text file (A44)', () => {
  it.each<[string, string, Buffer]>([
    ['UTF-8', 'utf-8', Buffer.from(TEXT)],
    ['UTF-8 with a mark', 'utf-8', Buffer.from(`\ufeff${TEXT}`)],
    ['UTF-16 LE with a mark', 'utf-16le', utf16le(`\ufeff${TEXT}`)],
    ['UTF-16 BE with a mark', 'utf-16be', utf16be(`\ufeff${TEXT}`)],
    ['UTF-16 LE', 'utf-16le', utf16le(TEXT)],
    ['UTF-16 BE', 'utf-16be', utf16be(TEXT)],
  ])('%s is known', async (_, encoding, bytes) => {
    const table = await tableIn(bytes)
    expect(table.from).toEqual({ kind: 'text', encoding })
    expect(table.rows.map((row) => row.cells)).toEqual(ROWS)
  })

  it('GBK and GB18030 are known', async () => {
    const bytes = Buffer.concat([
      GBK_HEADING,
      Buffer.from('\r\n'),
      GBK_ROW,
      Buffer.from('\n'),
      GB18030_ROW,
    ])
    const table = await tableIn(bytes)
    expect(table.from).toEqual({ kind: 'text', encoding: 'gb18030' })
    expect(table.rows.map((row) => row.cells)).toEqual([
      ['教育ID', '姓名'],
      ['01234567', '张伟'],
      ['12345678', '王𬭎'],
    ])
  })

  it('another one is refused', async () => {
    expect(await why(Buffer.from([0x61, 0x2c, 0xff, 0xff, 0x0a]))).toBe('unknown-encoding')
  })
})

describe('a text file', () => {
  it.each([
    ['commas', 'a,b;c\n1,2'],
    ['semicolons', 'a;b\n1;2,5'],
    ['tabs', 'a\tb\n1\t2'],
    ['what Excel notes first', 'sep=;\na;b,c\n1;2'],
  ])('has its columns by %s', async (_, text) => {
    expect((await cells(Buffer.from(text))).map((row) => row.length)).toEqual([2, 2])
  })

  it('counts lines as an editor does, whatever ends them', async () => {
    const table = await tableIn(Buffer.from('a,b\r\n"x\r\ny",1\r\r\n\n"q""z",2\n'))
    expect(table.rows).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['x\ny', '1'] },
      { line: 6, cells: ['q"z', '2'] },
    ])
  })

  it('keeps zeros, and the text of ="00123456"', async () => {
    const table = await tableIn(Buffer.from('教育ID,姓名\n00123456,甲\n="00123456",乙\n=A1+1,丙\n'))
    expect(table.rows.slice(1).map((row) => row.cells[0])).toEqual([
      '00123456',
      { kind: 'formula', text: '00123456' },
      { kind: 'formula', text: null },
    ])
    expect(remarksOf(table)).toEqual(['formulas 2'])
  })

  it('has orders to other programs, which are text', async () => {
    const table = await tableIn(Buffer.from("a,=cmd|'/c calc'!A0\nb,@SUM(1)|x!y"))
    expect(remarksOf(table)).toEqual(['formulas 1', 'dde'])
  })

  it('of blanks alone has no rows', async () => {
    expect(await why(Buffer.from(' , \r\n\r\n\t'))).toBe('no-rows')
  })

  it('with a quote that never ends is damaged', async () => {
    expect(await why(Buffer.from('a,"b\nc,d'))).toBe('damaged')
  })
})
