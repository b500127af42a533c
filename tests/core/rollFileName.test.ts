import { describe, expect, it } from 'vitest'
import { readName } from '../../core/rollFileName.ts'

describe('a name', () => {
  it.each([
    ['张伟', '张伟'],
    [' 张伟　', '张伟'],
    ['张　伟', '张伟'],
    ['张 伟', '张伟'],
    ['安', '安'],
    ['王𬭎', '王𬭎'],
    ['㛃', '㛃'],
    ['𬭎 㛃', '𬭎㛃'],
    ['阿卜杜·热合曼', '阿卜杜·热合曼'],
    ['阿卜杜•热合曼', '阿卜杜·热合曼'],
    ['阿卜杜・热合曼', '阿卜杜·热合曼'],
    ['阿卜杜 · 热合曼', '阿卜杜·热合曼'],
    ['阿卜杜.热合曼', '阿卜杜·热合曼'],
    ['John  Smith', 'John Smith'],
    ["Seán O'Brien-Wang", "Seán O'Brien-Wang"],
    ['李\u200b雷', '李雷'],
    ['〇一', '〇一'],
    ['李\nA', '李 A'],
    ['\uFA19谷', '\uFA19谷'],
  ])('%j is read as %j', (text, name) => {
    expect(readName(text)).toEqual({ kind: 'read', value: { name, odd: false } })
  })

  it.each(['张伟1', '张伟(大)', '张\uE863', 'å¼ ä¸‰', '张伟（女）'])('%j is odd', (text) => {
    expect(readName(text)).toMatchObject({ kind: 'read', value: { odd: true } })
  })

  it.each([
    '张?',
    '张？？',
    '张□',
    '张\uFFFD',
    '张*',
    '*伟',
    '12345',
    '——',
    '张\uD800',
    'x'.repeat(61),
  ])('%j is damaged', (text) => {
    expect(readName(text)).toEqual({ kind: 'trouble', what: { kind: 'name-damaged' } })
  })

  it('is no number of a workbook', () => {
    expect(readName({ kind: 'number', text: '7' })).toMatchObject({
      what: { kind: 'name-damaged' },
    })
  })

  it('may be missing', () => {
    expect(readName('　')).toMatchObject({ what: { kind: 'name-missing' } })
  })
})
