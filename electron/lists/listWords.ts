import type { ArrivalDifference } from '../../core/arrivalList.ts'
import type { CardState } from '../../core/card.ts'
import type { CityTrouble } from '../../core/cityTrouble.ts'
import type { NameGroup } from '../../core/nameGroups.ts'
import type { RollChangeLine } from '../../core/rollShown.ts'
import type { Language } from '../../core/settings.ts'
import type { Enrolment, Sex } from '../../core/student.ts'
import type { VerdictKind } from '../../core/verdict.ts'
import { CHINESE_LIST } from './listWordsChinese.ts'
import { ENGLISH_LIST } from './listWordsEnglish.ts'

/**
 * The words inside a list that leaves as a file or on paper. What a screen says too, it says alike:
 * tests/electron/lists/listWords.test.ts holds them together.
 */
export interface ListWords {
  readonly sex: Readonly<Record<Sex, string>>
  readonly enrolment: Readonly<Record<Enrolment['kind'], string>>
  readonly cardState: Readonly<Record<CardState, string>>
  readonly noCard: string
  readonly photo: { readonly there: string; readonly missing: string }
  readonly change: Readonly<Record<RollChangeLine['why'], string>>
  readonly undone: string
  readonly verdict: Readonly<Record<VerdictKind, string>>
  readonly nameGroup: Readonly<Record<NameGroup, string>>
  /** of a name that is shown: which of its characters, and why */
  readonly character: (place: number, character: string, why: string) => string
  readonly twin: (name: string, place: number) => string
  readonly listed: (items: readonly string[]) => string
  /** on each sheet and page: who took it out, and when */
  readonly madeBy: (name: string, time: string) => string
  readonly fileName: (title: string, names: 'masked' | 'whole' | 'none', day: string) => string
  readonly ofClass: (className: string, title: string) => string
  readonly ofDelivery: (day: string, title: string) => string
  readonly difference: Readonly<Record<ArrivalDifference, string>>
  /** of a row that cannot be read */
  readonly trouble: Readonly<Record<CityTrouble, string>>
  readonly progress: {
    readonly title: string
    readonly asOf: (time: string) => string
    readonly classes: string
    readonly lacking: (n: number) => string
    readonly complete: string
    /** what a class teacher is to do with the page */
    readonly ask: string
    readonly column: Readonly<Record<'place' | 'name' | 'tail' | 'card' | 'tick', string>>
    readonly bound: string
  }
}

export const LIST_WORDS: Readonly<Record<Language, ListWords>> = {
  'zh-CN': CHINESE_LIST,
  en: ENGLISH_LIST,
}
