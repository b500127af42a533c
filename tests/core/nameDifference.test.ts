import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareNames, type NamePiece } from '../../core/nameDifference.ts'

const READINGS: Readonly<Record<string, readonly string[]>> = {
  ...{ 佳: ['jiā'], 嘉: ['jiā'], 家: ['jiā', 'jie'], 甲: ['jiǎ'], 怡: ['yí'], 宜: ['yí'] },
  ...{ 晴: ['qíng'], 清: ['qīng'], 睛: ['jīng'] },
}
const readingsOf = (character: string) => READINGS[character] ?? []
const compare = (left: string, right: string) => compareNames(left, right, readingsOf)

/** 张=张 晴≠睛 -李 +王 伟明⇄明伟 */
function written(piece: NamePiece): string {
  switch (piece.kind) {
    case 'same':
      return `${piece.left.character}=${piece.right.character}`
    case 'changed':
      return `${piece.left.character}≠${piece.right.character}`
    case 'missing':
      return `-${piece.left.character}`
    case 'extra':
      return `+${piece.right.character}`
    case 'swapped':
      return [piece.left, piece.right]
        .map((two) => two.map((one) => one.character).join(''))
        .join('⇄')
  }
}
const shown = (left: string, right: string) => compare(left, right).map(written).join(' ')

function difference(left: string, right: string) {
  const changed = compare(left, right).filter((piece) => piece.kind === 'changed')
  expect(changed).toHaveLength(1)
  return changed[0]?.difference
}

describe('two names', () => {
  it.each([
    ['张晴', '张晴', '张=张 晴=晴'],
    ['张晴', '张睛', '张=张 晴≠睛'],
    ['张子晴', '张晴', '张=张 -子 晴=晴'],
    ['张晴', '张晴晴', '张=张 晴=晴 +晴'],
    ['张伟明', '张明伟', '张=张 伟明⇄明伟'],
    ['张晴', '张　晴', '张=张 +　 晴=晴'],
    ['张晴', ' 张睛 ', '+  张=张 晴≠睛 + '],
    ['阿卜杜·热', '阿卜杜・热', '阿=阿 卜=卜 杜=杜 ·≠・ 热=热'],
    ['王𬭎', '王宏', '王=王 𬭎≠宏'],
    ['张晴', '', '-张 -晴'],
    ['', '', ''],
  ])('%j and %j', (left, right, pieces) => {
    expect(shown(left, right)).toBe(pieces)
  })

  it.each([
    ['张峰', '张峯', { kind: 'variant', standard: 'left' }],
    ['张喆', '张哲', { kind: 'variant', standard: 'both' }],
    ['一诺', '⼀诺', { kind: 'code' }],
    ['阿·买', '阿•买', { kind: 'code' }],
    ['A·买', 'Ａ·买', { kind: 'code' }],
    ['张佳怡', '张嘉怡', { kind: 'homophone', reading: 'jiā' }],
    ['张甲', '张佳', { kind: 'homophone', reading: 'jia' }],
    ['张佳', '张龙', { kind: 'other' }],
  ])('%s and %s differ by %j', (left, right, expected) => {
    expect(difference(left, right)).toEqual(expected)
  })

  it('that look alike may be typed alike, too', () => {
    expect(difference('张晴', '张清')).toEqual({
      kind: 'look-alike',
      left: { kind: 'radical', part: '日' },
      right: { kind: 'radical', part: '氵' },
      reading: 'qing',
    })
    expect(difference('张晴', '张睛')).toMatchObject({ reading: null })
  })

  it('say of each character where it stands, its code and its readings', () => {
    expect(compare('张家', '家')).toEqual([
      { kind: 'missing', left: { character: '张', place: 1, codePoint: 'U+5F20', readings: [] } },
      {
        kind: 'same',
        left: { character: '家', place: 2, codePoint: 'U+5BB6', readings: ['jiā', 'jie'] },
        right: { character: '家', place: 1, codePoint: 'U+5BB6', readings: ['jiā', 'jie'] },
      },
    ])
  })
})

describe('any two names', () => {
  const name = fc
    .array(fc.constantFrom(...'张晴睛清佳嘉峰峯·・ 𬭎㛃A'), { maxLength: 8 })
    .map((one) => one.join(''))
  const anyText = fc.string({ unit: 'binary', maxLength: 12 })

  const side = (pieces: readonly NamePiece[], of: 'left' | 'right') =>
    pieces
      .flatMap((piece) => (of in piece ? [(piece as Record<typeof of, unknown>)[of]].flat() : []))
      .map((one) => (one as { character: string }).character)
      .join('')

  it('that are one do not differ', () => {
    fc.assert(fc.property(anyText, (one) => compare(one, one).every(({ kind }) => kind === 'same')))
  })

  it('stand whole in their pieces', () => {
    fc.assert(
      fc.property(fc.oneof(name, anyText), fc.oneof(name, anyText), (left, right) => {
        const pieces = compare(left, right)
        expect([side(pieces, 'left'), side(pieces, 'right')]).toEqual([left, right])
      }),
    )
  })

  it('differ in the same places when they are turned round', () => {
    const turned = (piece: NamePiece): string => {
      switch (piece.kind) {
        case 'missing':
          return `+${piece.left.character}`
        case 'extra':
          return `-${piece.right.character}`
        case 'same':
        case 'changed':
          return `${piece.right.character}${piece.kind === 'same' ? '=' : '≠'}${piece.left.character}`
        case 'swapped':
          return written({ kind: 'swapped', left: piece.right, right: piece.left })
      }
    }
    fc.assert(
      fc.property(name, name, (left, right) => {
        expect(compare(right, left).map(written)).toEqual(compare(left, right).map(turned))
      }),
    )
  })
})
