import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pinyin } from 'pinyin-pro'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CalendarDate } from '../../core/calendarDate.ts'
import type { RollStudent } from '../../core/roll.ts'
import { searchWords } from '../../core/searchQuery.ts'
import { nameKey } from '../../core/searchText.ts'
import type { Database } from '../../db/database.ts'
import { openDatabase } from '../../db/open.ts'
import { replaceRoll } from '../../db/rolls.ts'
import { findPupils } from '../../db/search.ts'
import { generateSchool } from '../../electron/rehearsal/school.ts'

/** Hardening A45: whoever is on the roll is found, whatever part of name or number is typed. */

const { roll } = generateSchool({
  seed: 20_261_012,
  students: 3_000,
  today: '2026-10-12' as CalendarDate,
})
const ownSchool = roll.schools.find((one) => one.own)?.id
const pupils: readonly RollStudent[] = [...roll.students].filter(
  (one) => one.schoolId === ownSchool,
)
const everybody = [...roll.students].length

const folder = mkdtempSync(join(tmpdir(), 'desk-search-'))
let db: Database

afterAll(() => {
  db.close()
  rmSync(folder, { recursive: true, force: true })
})

beforeAll(() => {
  db = openDatabase({ file: join(folder, 'desk.db'), key: new Uint8Array(32).fill(7) })
  expect(replaceRoll(db, { ...roll, photos: [] }).kind).toBe('taken')
})

const asWords = new Map<string, ReadonlySet<string>>()

/** Everybody a text finds. Asked once. */
function found(text: string): ReadonlySet<string> {
  const words = searchWords(text)
  const key = JSON.stringify(words)
  const before = asWords.get(key)
  if (before) return before
  const ids = new Set(findPupils(db, words, everybody).studentIds)
  asWords.set(key, ids)
  return ids
}

/** What must be typed for whom, each text asked once. */
function asked(textsOf: (one: RollStudent) => readonly string[]): ReadonlyMap<string, Set<string>> {
  const wanted = new Map<string, Set<string>>()
  for (const one of pupils)
    for (const text of textsOf(one)) {
      const ids = wanted.get(text) ?? new Set()
      wanted.set(text, ids.add(one.id))
    }
  return wanted
}

function missed(textsOf: (one: RollStudent) => readonly string[]): readonly string[] {
  return [...asked(textsOf)].flatMap(([text, ids]) => {
    const got = found(text)
    return [...ids].filter((id) => !got.has(id)).map((id) => `${text}: ${id}`)
  })
}

/** Also that nobody else is found. */
function wrong(textsOf: (one: RollStudent) => readonly string[]): readonly string[] {
  return [...asked(textsOf)].flatMap(([text, ids]) => {
    const got = found(text)
    return got.size === ids.size && [...ids].every((id) => got.has(id))
      ? []
      : [`${text}: ${ids.size} wanted, ${got.size} found`]
  })
}

const charactersOf = (one: RollStudent): readonly string[] => [...nameKey(one.name)]
const parts = (one: RollStudent, length: number): readonly string[] =>
  charactersOf(one).flatMap((_, at, all) =>
    at + length <= all.length ? [all.slice(at, at + length).join('')] : [],
  )
const spoken = (one: RollStudent): readonly string[] =>
  pinyin(nameKey(one.name), { toneType: 'none', type: 'array', surname: 'head', v: true })

describe('of 3,000 pupils every one is found', () => {
  it('by the whole name, with and without its dots', () => {
    expect(missed((one) => [one.name, nameKey(one.name)])).toEqual([])
  })

  it('by each single character, and nobody without it', () => {
    expect(wrong((one) => parts(one, 1))).toEqual([])
  })

  it('in a count, however few are listed', () => {
    const texts = asked((one) => [...parts(one, 1), spoken(one)[0]?.slice(0, 1) ?? ''])
    for (const text of texts.keys())
      expect([text, findPupils(db, searchWords(text), 1).total]).toEqual([text, found(text).size])
  })

  it('by each two characters that stand together, but for names of grades nobody else', () => {
    const grade = /^[初高][一二三]$/
    expect(wrong((one) => parts(one, 2).filter((part) => !grade.test(part)))).toEqual([])
    expect(missed((one) => parts(one, 2))).toEqual([])
  })

  it('by full pinyin as it is spoken, together and syllable by syllable', () => {
    expect(missed((one) => [spoken(one).join(''), spoken(one).join(' ')])).toEqual([])
  })

  it('by initials', () => {
    expect(
      missed((one) => [
        spoken(one)
          .map((syllable) => syllable.slice(0, 1))
          .join(''),
      ]),
    ).toEqual([])
  })

  it('by the surname spelled out and initials, and the other way round', () => {
    const initials = (some: readonly string[]) => some.map((one) => one.slice(0, 1)).join('')
    expect(
      missed((one) => {
        const [first = '', ...rest] = spoken(one)
        return rest.length > 3
          ? [first + initials(rest)]
          : [first + initials(rest), first.slice(0, 1) + rest.join('')]
      }),
    ).toEqual([])
  })

  it('by 教育ID, its first five and its last three and four digits', () => {
    const withId = (one: RollStudent, change: (id: string) => string) =>
      one.educationId === null ? [] : [change(one.educationId)]
    expect(missed((one) => withId(one, (id) => id))).toEqual([])
    expect(missed((one) => withId(one, (id) => id.slice(0, 5)))).toEqual([])
    expect(missed((one) => withId(one, (id) => id.slice(-4)))).toEqual([])
    expect(missed((one) => withId(one, (id) => id.slice(-3)))).toEqual([])
  })

  it('by every number on or in a card, whole and by its last four digits', () => {
    const numbers = new Map<string, string[]>()
    for (const { studentId, identifiers } of roll.cards)
      for (const { kind, value } of identifiers)
        if (kind !== 'uid' && studentId !== null)
          numbers.set(studentId, [...(numbers.get(studentId) ?? []), value])
    const of = (one: RollStudent) => numbers.get(one.id) ?? []
    expect(missed((one) => of(one))).toEqual([])
    expect(missed((one) => of(one).map((number) => number.slice(-4)))).toEqual([])
    // the chip's number is typed, the printed one is recorded
    expect(missed((one) => of(one).map((number) => number.slice(0, 16)))).toEqual([])
  })

  it('by the class, and nobody of another', () => {
    const classes = new Map(roll.classes.map((one) => [one.id, one.name]))
    expect(
      wrong((one) => (one.classId === null ? [] : [classes.get(one.classId) ?? 'no class'])),
    ).toEqual([])
  })
})

describe('the hard names', () => {
  const named = (name: string): readonly string[] =>
    pupils.filter((one) => one.name === name).map((one) => one.id)

  it.each([
    [
      '张伟',
      ['张伟', '伟', '张 伟', '张　伟', 'zhangwei', 'ZhangWei', 'zhang wei', 'zhangw', 'zw'],
    ],
    [
      '张伟',
      [
        'zwei',
        'zhw',
        'zhwei',
        'zhāng wěi',
        'ｚｈａｎｇ',
        '张w',
        '张wei',
        'z伟',
        '三2 张',
        '三2张伟',
      ],
    ],
    ['王𬭎', ['王𬭎', '𬭎', 'wanghong', 'wh', 'wang h', '王hong']],
    ['李㛃', ['李㛃', '㛃', 'lijie', 'lj']],
    ['陈𫖯', ['陈𫖯', '𫖯', 'chenfu', 'cf', 'chf']],
    ['刘䶮', ['刘䶮', '䶮', 'liuyan', 'ly']],
    ['单以晴', ['单', 'shan', 'dan', 'shanyiqing', 'danyiqing', 'syq', 'dyq']],
    ['解佳琪', ['解', 'xie', 'jie', 'xiejiaqi', 'xjq', 'jjq']],
    ['曾令辉', ['曾', 'zeng', 'ceng', 'zenglinghui', 'zlh']],
    ['仇英杰', ['仇', 'qiu', 'chou', 'qiuyingjie', 'qyj']],
    ['区静怡', ['区', 'ou', 'qu', 'oujingyi', 'ojy']],
    ['朴智妍', ['朴', 'piao', 'pu', 'piaozhiyan', 'pzy']],
    ['查子淇', ['查', 'zha', 'cha', 'zhaziqi', 'zzq']],
    ['盖明轩', ['盖', 'ge', 'gai', 'gemingxuan', 'gmx']],
    ['欧阳静姝', ['欧阳', '静姝', 'ouyangjingshu', 'oyjs', 'ouyang', 'oy jing']],
    [
      '古丽米热·艾尼',
      [
        '古丽米热·艾尼',
        '古丽米热艾尼',
        '古丽米热.艾尼',
        '古丽米热・艾尼',
        '古丽米热•艾尼',
        '古丽米热‧艾尼',
        '米热',
        '热艾',
        'glmran',
        'guli',
      ],
    ],
    [
      '阿卜杜·热合曼·吐尔逊',
      [
        '阿卜杜热合曼',
        '热合曼·吐',
        '吐尔逊',
        'abudurehemantuerxun',
        'abdrhmtex',
        'tuerxun',
        'abudu rehe',
      ],
    ],
  ] as const)('%s is found by %j', (name, texts) => {
    const ids = named(name)
    expect(ids.length).toBeGreaterThan(0)
    for (const text of texts)
      expect([text, ids.filter((id) => !found(text).has(id))]).toEqual([text, []])
  })

  it('two of the same name are both found, and counted', () => {
    expect(found('张伟').size).toBe(named('张伟').length)
    expect(named('张伟').length).toBeGreaterThan(1)
  })
})
