import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { searchWords, type SearchWord } from '../../core/searchQuery.ts'

const name = (text: string): SearchWord => ({ kind: 'name', text })
const pinyin = (letters: string): SearchWord => ({ kind: 'pinyin', letters })
const digits = (text: string): SearchWord => ({ kind: 'digits', digits: text })
const mixed = (orClass: string, ...parts: readonly SearchWord[]): SearchWord => ({
  kind: 'mixed',
  parts,
  orClass,
})
const inClass = (
  grade: number | null,
  number: number | null,
  orName: string | null = null,
): SearchWord =>
  ({ kind: 'class', wanted: { grade, number }, orName }) as Extract<SearchWord, { kind: 'class' }>

const partsOf = (word: SearchWord): readonly SearchWord[] =>
  word.kind === 'mixed' ? [word, ...word.parts] : [word]

describe('what was typed', () => {
  it.each<[string, readonly SearchWord[]]>([
    ['', []],
    ['  \t ', []],
    ['*', []],
    ['"\'', []],
    ['😀', []],
    ['张伟', [name('张伟')]],
    [' 张 伟 ', [name('张'), name('伟')]],
    ['张　伟', [name('张'), name('伟')]],
    ['王𬭎', [name('王𬭎')]],
    ['㛃', [name('㛃')]],
    ['〇', [name('〇')]],
    ['阿卜杜·热合曼', [name('阿卜杜热合曼')]],
    ['阿卜杜・热合曼', [name('阿卜杜热合曼')]],
    ['阿卜杜•热合曼', [name('阿卜杜热合曼')]],
    ['阿卜杜‧热合曼', [name('阿卜杜热合曼')]],
    ['阿卜杜.热合曼', [name('阿卜杜热合曼')]],
    ['ZhangWei', [pinyin('zhangwei')]],
    ['zhang wei', [pinyin('zhangwei')]],
    ['ｚｈａｎｇ', [pinyin('zhang')]],
    ['zhāng', [pinyin('zhang')]],
    ['lü', [pinyin('lv')]],
    ['LǙ', [pinyin('lv')]],
    ["xi'an", [pinyin('xian')]],
    ['张w', [mixed('张w', name('张'), pinyin('w'))]],
    ['z伟', [mixed('z伟', pinyin('z'), name('伟'))]],
    ['00071234', [digits('00071234')]],
    ['０００７１２３４', [digits('00071234')]],
    ['1000 7511 3614 1285', [digits('1000751136141285')]],
    ['1000-7511-3614-1285', [digits('1000751136141285')]],
    ['2013-10-05', [digits('20131005')]],
    ['张伟 1234', [name('张伟'), digits('1234')]],
    ['三2', [inClass(3, 2)]],
    ['3.2', [inClass(3, 2)]],
    ['3-2', [inClass(3, 2)]],
    ['三（2）班', [inClass(3, 2)]],
    ['三(2)', [inClass(3, 2)]],
    ['三年级2班', [inClass(3, 2)]],
    ['３年级２班', [inClass(3, 2)]],
    ['三年2班', [inClass(3, 2)]],
    ['三年级二班', [inClass(3, 2, '三年级二班')]],
    ['三年级十二班', [inClass(3, 12, '三年级十二班')]],
    ['初一3班', [inClass(7, 3)]],
    ['初13班', [inClass(7, 3)]],
    ['七年级3班', [inClass(7, 3)]],
    ['高二1班', [inClass(11, 1)]],
    ['高二(1)班', [inClass(11, 1)]],
    ['10.2', [inClass(10, 2)]],
    ['三年级', [inClass(3, null, '三年级')]],
    ['高一', [inClass(10, null, '高一')]],
    ['2班', [inClass(null, 2)]],
    ['十二班', [inClass(null, 12, '十二班')]],
    ['三2 张', [inClass(3, 2), name('张')]],
    ['三2张伟', [mixed('三2张伟', inClass(3, 2), name('张伟'))]],
    ['3班张', [mixed('3班张', inClass(null, 3), name('张'))]],
    ['三 2班', [inClass(3, 2)]],
    ['3 2班', [inClass(3, 2)]],
    ['张 三 2班', [name('张'), inClass(3, 2)]],
    ['张三 2班', [name('张三'), inClass(null, 2)]],
    ['高一 2班', [inClass(10, null, '高一'), inClass(null, 2)]],
    ['三年级 2班张', [inClass(3, null, '三年级'), mixed('2班张', inClass(null, 2), name('张'))]],
    ['国际部A班', [mixed('国际部a班', name('国际部'), pinyin('a'), name('班'))]],
    ['2024级3班', [mixed('2024级3班', digits('2024'), name('级'), digits('3'), name('班'))]],
    ['2024级3班 张', [expect.objectContaining({ orClass: '2024级3班' }), name('张')]],
    ['张 三2', [name('张'), inClass(3, 2)]],
    ['三2 zhang wei', [inClass(3, 2), pinyin('zhangwei')]],
    ['高一诺', [name('高一诺')]],
    ['三', [name('三')]],
    ['32', [digits('32')]],
    ['13.2', [digits('132')]],
  ])('%j is understood', (text, words) => {
    expect(searchWords(text)).toEqual(words)
  })

  it('is understood whatever it is: only letters, digits and name characters are left', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (text) => {
        for (const word of searchWords(text).flatMap(partsOf)) {
          if (word.kind === 'digits') expect(word.digits).toMatch(/^[0-9]+$/)
          if (word.kind === 'pinyin') expect(word.letters).toMatch(/^[a-z]+$/)
          if (word.kind === 'name') expect(word.text).not.toMatch(/[\p{P}\p{S}\p{Z}\p{Cc}a-z0-9]/u)
          if (word.kind === 'mixed') expect(word.orClass).not.toMatch(/[\p{P}\p{S}\p{Z}\p{Cc}]/u)
        }
      }),
      { numRuns: 2_000 },
    )
  })

  it('is the same in full width and in capitals', () => {
    const typed = fc.string({ unit: fc.constantFrom(...'abz019三张班'), maxLength: 12 })
    const wide = (text: string) =>
      text.replace(/[!-~]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0))
    fc.assert(
      fc.property(typed, (text) => {
        expect(searchWords(wide(text))).toEqual(searchWords(text))
        expect(searchWords(text.toUpperCase())).toEqual(searchWords(text))
      }),
    )
  })
})
