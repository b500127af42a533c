import { describe, expect, it } from 'vitest'
import { charactersToWatch } from '../../core/rareCharacters.ts'

const watched = (name: string) =>
  charactersToWatch(name).map(({ character, why, of }) => [character, why, of])

describe('characters to watch', () => {
  it.each([
    '王小明',
    '单以晴',
    '欧阳娜娜',
    '阿卜杜热合曼·买买提',
    '萨仁',
    '张〇',
    'ANNA LEE',
    'Émile',
    '김민준',
    '',
  ])('are not in %j', (name) => {
    expect(watched(name)).toEqual([])
  })

  it.each([
    ['张喆', '喆', 'rare', null],
    ['李玥', '玥', 'rare', null],
    ['王㛃', '㛃', 'four-byte', null],
    ['王𬭎', '𬭎', 'four-byte', null],
    ['龍飞', '龍', 'variant', '龙'],
    ['髙明', '髙', 'variant', '高'],
    ['𠮷田', '𠮷', 'variant', '吉'],
    ['⼀诺', '⼀', 'compatibility', '一'],
    ['⻰飞', '⻰', 'compatibility', '龙'],
    ['\uf9dc明', '\uf9dc', 'compatibility', '隆'],
    ['张\ue123', '\ue123', 'private-use', null],
    ['张\ud842', '\ud842', 'private-use', null],
    ['张　晴', '　', 'invisible', null],
    ['张 晴', ' ', 'invisible', null],
    [' 张晴', ' ', 'invisible', null],
    ['张晴\u200b', '\u200b', 'invisible', null],
    ['葛\u{e0100}明', '\u{e0100}', 'invisible', null],
    ['阿卜杜•热合曼', '•', 'odd-dot', '·'],
    ['阿卜杜‧热合曼', '‧', 'odd-dot', '·'],
    ['阿卜杜・热合曼', '・', 'odd-dot', '·'],
    ['阿卜杜.热合曼', '.', 'odd-dot', '·'],
    ['张A', 'A', 'latin', null],
    ['张Ａ', 'Ａ', 'latin', null],
    ['张伟2', '2', 'sign', null],
    ['张?', '?', 'sign', null],
    ['张□', '□', 'sign', null],
  ])('%s holds %j: %s', (name, character, why, of) => {
    expect(watched(name)).toEqual([[character, why, of]])
  })

  it('are told with their place and their code', () => {
    expect(charactersToWatch('王𬭎喆')).toEqual([
      { character: '𬭎', codePoint: 'U+2CB4E', place: 2, why: 'four-byte', of: null },
      { character: '喆', codePoint: 'U+5586', place: 3, why: 'rare', of: null },
    ])
  })

  it('may be blanks at the end of a foreign name, and not between its words', () => {
    expect(watched('ANNA LEE ')).toEqual([[' ', 'invisible', null]])
    expect(watched('ANNA  LEE')).toHaveLength(2)
  })
})
