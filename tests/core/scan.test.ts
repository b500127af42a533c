import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readScan, type ScannedText } from '../../core/scan.ts'

const read = (text: string): ScannedText => readScan(text)

describe('the numbers of a code', () => {
  it.each<[string, Partial<ScannedText>]>([
    ['00071234', { educationIds: ['00071234'], names: [] }],
    ['00071234\r\n', { educationIds: ['00071234'] }],
    ['\u000200071234\u0003', { educationIds: ['00071234'] }],
    ['０００７１２３４', { educationIds: ['00071234'] }],
    ['1000751136141285', { cardNumbers: ['1000751136141285'], educationIds: [] }],
    ['10007511361412850813', { cardNumbers: ['10007511361412850813'] }],
    ['3105170012345678901', { cardNumbers: ['3105170012345678901'] }],
    ['https://bjt.example/s?id=00071234&t=1699999999', { educationIds: ['00071234'], uids: [] }],
    ['{"name":"张伟","eduId":"00071234"}', { educationIds: ['00071234'], names: ['张伟'] }],
    ['张伟|00071234|演练校', { educationIds: ['00071234'], names: ['张伟', '演练校'] }],
    ['姓名：张伟；教育ID：00071234', { educationIds: ['00071234'], names: ['张伟', '教育'] }],
    ['?n=%E5%BC%A0%E4%BC%9F&i=00071234', { educationIds: ['00071234'], names: ['张伟'] }],
    ['100% 00071234', { educationIds: ['00071234'] }],
    ['G110101201310051234', { cardNumbers: [], educationIds: [], otherNumbers: true }],
    ['L11010120131005123X', { cardNumbers: [], educationIds: [], otherNumbers: true }],
    ['L110101999999991234', { cardNumbers: [], otherNumbers: true }],
    ['古丽米热·艾尼', { names: ['古丽米热艾尼'], educationIds: [] }],
    ['王𬭎,00071234', { names: ['王𬭎'] }],
    ['6901234567892', { educationIds: [], cardNumbers: [], uids: [], otherNumbers: true }],
    ['123456', { otherNumbers: true }],
    ['9'.repeat(21), { cardNumbers: [], otherNumbers: true }],
    ['张伟 00071234', { otherNumbers: false }],
    ['https://bjt.example/q?v=2&n=12345', { otherNumbers: false }],
    ['', { educationIds: [], cardNumbers: [], uids: [], names: [], otherNumbers: false }],
  ])('%j', (text, parts) => {
    expect(read(text)).toMatchObject(parts)
  })
})

describe('the number of an identity card', () => {
  it.each([
    '110101201310051234',
    '11010120131005123X',
    '身份证号:110101201310051234',
    'G11010120131005123x',
  ])('%j is told and never looked up', (text) => {
    const { educationIds, cardNumbers, uids, otherNumbers } = read(text)
    expect([educationIds, cardNumbers, uids, otherNumbers]).toEqual([[], [], [], true])
  })

  it('has a birth date in it: 18 digits without one may be on a card', () => {
    expect(read('100075113614128508').cardNumbers).toEqual(['100075113614128508'])
    expect(read('110101201302301234').cardNumbers).toEqual(['110101201302301234']) // 30 February
    expect(read('1101012013100512345').cardNumbers).toEqual(['1101012013100512345']) // 19 digits
  })

  it('hides nothing that stands beside it', () => {
    expect(read('110101201310051234,00071234').educationIds).toEqual(['00071234'])
  })
})

it('a code read twice says the same twice', () => {
  for (const text of ['G110101201310051234', '110101201310051234', '6901234567892'])
    expect([text, read(text)]).toEqual([text, read(text)])
})

describe('a UID as readers type it', () => {
  it.each([
    ['A3B4C5D6', ['A3B4C5D6', 'D6C5B4A3']],
    ['a3b4c5d6\r', ['A3B4C5D6', 'D6C5B4A3']],
    ['A3:B4:C5:D6', ['A3B4C5D6', 'D6C5B4A3']],
    ['04A1B2C3D4E5F6', ['04A1B2C3D4E5F6', 'F6E5D4C3B2A104']],
    ['2746533334', ['A3B4C5D6', 'D6C5B4A3']], // 0xA3B4C5D6
    ['0000000258', ['00000102', '02010000']],
    ['12345678', ['12345678', '78563412']],
  ])('%j stands for either order', (text, uids) => {
    expect(read(text).uids).toEqual(uids)
  })

  it('that a reader typed in hex holds no 教育ID', () => {
    expect(read('A1234567').educationIds).toEqual([])
    expect(read('041234567890AB').educationIds).toEqual([])
  })

  it('of eight digits may be a 教育ID as well', () => {
    expect(read('12345678').educationIds).toEqual(['12345678'])
  })

  it('that is random identifies nobody', () => {
    expect(read('08A1B2C3').uids).not.toContain('08A1B2C3')
    expect(read('C3B2A108').uids).not.toContain('08A1B2C3')
  })

  it('is not looked for in the middle of something else', () => {
    expect(read('https://x.example/a3b4c5d6').uids).toEqual([])
    expect(read('9999999999').uids).toEqual([]) // more than four bytes
  })
})

it('nothing that is scanned fails', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.string({ unit: fc.constantFrom(...'0123456789abcdefG%张·{}":,&='), maxLength: 60 }),
  )
  fc.assert(
    fc.property(texts, (text) => {
      const { educationIds, cardNumbers, uids } = read(text)
      for (const one of educationIds) expect(one).toMatch(/^\d{8}$/)
      for (const one of cardNumbers) expect(one).toMatch(/^\d{16,20}$/)
      for (const one of uids) expect(one).toMatch(/^(?:[0-9A-F]{8}|[0-9A-F]{14})$/)
    }),
    { numRuns: 2_000 },
  )
})
