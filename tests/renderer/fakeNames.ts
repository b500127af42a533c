import { compareNames } from '../../core/nameDifference.ts'
import type { NameRequests } from '../../core/nameRequests.ts'
import { namesToCheck, type NamedPupil, type NameToCheck } from '../../core/namesToCheck.ts'
import { charactersToWatch } from '../../core/rareCharacters.ts'
import type { StudentPage } from '../../core/studentShown.ts'
import type { Handlers } from './fakeKiosk.ts'

/** As many as the pictures and the tests need; the desk has them all. */
const READINGS: Readonly<Record<string, readonly string[]>> = {
  ...{ 张: ['zhāng'], 子: ['zǐ'], 涵: ['hán'], 函: ['hán'], 涛: ['tāo'], 晴: ['qíng'] },
  ...{ 睛: ['jīng'], 单: ['dān', 'shàn', 'chán'], 紫: ['zǐ'], 𬭎: ['hóng'], 喆: ['zhé'] },
}

let made = 0
export const namedPupil = (name: string, className: string | null = '三年级2班'): NamedPupil => ({
  studentId: `n-${(made += 1)}`,
  name,
  className,
  educationIdTail: String(4000 + made).padStart(4, '0'),
})

/** One of each kind, the long and the rare names among them. */
export const NAMES: readonly NameToCheck[] = namesToCheck([
  ...['张晗', '张哈', '李婷', '李停', '阿卜杜热合曼・买买提艾力江'].map((one) => namedPupil(one)),
  ...['王　一', '⻰飞', '赵?', '髙明', '吳鳳', '王𬭎', '李㛃'].map((one) =>
    namedPupil(one, '五年级1班'),
  ),
  namedPupil('陈\ue123', null),
  ...Array.from({ length: 66 }, (_, n) =>
    namedPupil(`${'赵钱孙李周吴郑王'[n % 8]}${'玥瑄喆堃'[n % 4]}`, `${n}班`),
  ),
])

/** How names are written: the rules are the desk's own. */
export class FakeNames {
  toCheck: readonly NameToCheck[] = NAMES
  readonly #page: () => StudentPage | null

  constructor(page: () => StudentPage | null) {
    this.#page = page
  }

  readonly handlers: Pick<Handlers, keyof NameRequests> = {
    'names.compare': ({ typed }) => {
      const name = this.#page()?.person.name
      if (name === undefined) return null
      const readingsOf = (character: string) => READINGS[character] ?? []
      const pieces = typed === '' ? [] : compareNames(name, typed, readingsOf)
      return { pieces, watched: charactersToWatch(name) }
    },
    'names.toCheck': () => this.toCheck,
  }
}
