import type { CalendarDate, EpochMs } from '../../core/calendarDate.ts'
import type { Language } from '../../core/settings.ts'
import type { SlipFee, SlipMatter, WindowSource } from '../../core/paper.ts'
import type { HandOut, Measured } from '../../core/production.ts'
import type { WorkingDate } from '../../core/calendar.ts'
import { CHINESE_PAPER } from './paperWordsChinese.ts'
import { ENGLISH_PAPER } from './paperWordsEnglish.ts'

/** The words on paper, in both languages. Days are Beijing's; inside one no line is broken. */
export interface PaperWords {
  readonly day: (day: CalendarDate) => string
  /** of a table: without the weekday */
  readonly shortDay: (day: CalendarDate) => string
  /** an estimate says that it is one */
  readonly promise: (on: WorkingDate) => string
  readonly tail: (tail: string) => string
  readonly noTail: string
  /** a second print, a third */
  readonly copy: (turn: number) => string
  readonly rehearsal: string
  readonly madeBy: (name: string, at: EpochMs) => string
  readonly page: (n: number, of: number) => string
  readonly hotline: string
  readonly schoolContact: string
  readonly noContact: string
  readonly slip: SlipWords
  readonly handOver: HandOverWords
  readonly inquiry: InquiryWords
}

export interface SlipWords {
  readonly title: Readonly<Record<SlipMatter['kind'], string>>
  readonly educationId: string
  readonly registered: (matter: SlipMatter, at: EpochMs, by: string) => string
  readonly fee: {
    readonly title: string
    readonly waived: string
    readonly waivedNote: string
    /** of a loss: only whoever wants a new card pays */
    readonly ifReissued: string
  }
  readonly pay: {
    readonly title: string
    /** once nothing is due any more */
    readonly titleDone: string
    readonly open: (last: string) => string
    readonly next: (first: string, last: string) => string
    readonly by: (by: WindowSource) => string
    readonly announced: string
    readonly announcedNote: string
    readonly claimed: string
    readonly claimedNote: string
    readonly confirmed: (on: string) => string
    readonly none: string
  }
  readonly expected: {
    readonly title: string
    readonly notBegun: (days: number, fee: SlipFee['kind']) => string
    readonly notBegunNote: string
    readonly likely: (on: string, by: Measured) => string
    readonly arrived: (on: string) => string
    readonly handOut: (handOut: HandOut) => string
  }
  readonly how: {
    readonly apply: { readonly title: string; readonly text: string }
    readonly pay: { readonly title: string; readonly steps: readonly string[] }
    readonly collect: { readonly title: string; readonly steps: readonly string[] }
    readonly found: {
      readonly title: string
      readonly unpaid: string
      readonly paid: string
      /** where nothing is paid */
      readonly free: string
    }
    readonly damaged: { readonly title: string; readonly steps: readonly string[] }
  }
}

export interface HandOverWords {
  readonly title: string
  readonly total: (cards: number, signed: number) => string
  readonly ask: string
  readonly column: Readonly<Record<'place' | 'name' | 'tail' | 'card' | 'signed' | 'on', string>>
  readonly teacher: string
  readonly desk: string
  readonly date: string
}

export interface InquiryWords {
  readonly title: string
  readonly to: (to: string | null) => string
  readonly text: (cases: number, days: number, today: string) => readonly string[]
  readonly list: string
  readonly column: Readonly<
    Record<'place' | 'name' | 'tail' | 'order' | 'paid' | 'promised' | 'late', string>
  >
  readonly late: (days: number) => string
  readonly note: string
  readonly thanks: string
  readonly reach: (contact: string) => string
  readonly seal: string
}

export const PAPER_WORDS: Readonly<Record<Language, PaperWords>> = {
  'zh-CN': CHINESE_PAPER,
  en: ENGLISH_PAPER,
}
