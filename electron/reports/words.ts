import type { AuditKind, Purpose } from '../../core/audit.ts'
import type { EpochMs } from '../../core/calendarDate.ts'
import type { BasisState, Ground } from '../../core/legalBasis.ts'
import type { Language } from '../../core/settings.ts'
import type { Role } from '../../core/staff.ts'
import type { Gap } from '../../core/yearlyGaps.ts'
import type { LogState, ReasonGiven, RetentionYear } from '../../core/yearlyPack.ts'
import { CHINESE } from './wordsChinese.ts'
import { ENGLISH } from './wordsEnglish.ts'

/** The words of the yearly pack. They stand here and not in renderer/locales: main writes it. */
export interface ReportWords {
  readonly title: string
  /** one paragraph: what this is and what it does not hold */
  readonly about: string
  readonly year: (year: number) => string
  readonly period: (from: string, to: string) => string
  readonly facts: Readonly<
    Record<'school' | 'period' | 'madeAt' | 'madeBy' | 'pupils' | 'rows', string>
  >
  readonly watermark: (name: string, time: string) => string
  readonly page: (page: string, pages: string) => string
  readonly section: Readonly<Record<Section, string>>
  /** @param place from 1 */
  readonly numbered: (place: number, title: string) => string
  /** one sentence under a section's title */
  readonly help: Readonly<Record<Section, string>>
  readonly figure: Readonly<Record<Figure, string>>
  readonly column: Readonly<Record<Column, string>>
  /** headings of a table that counts looks */
  readonly lookColumn: Readonly<Record<LookKind, string>>
  readonly kind: Readonly<Record<AuditKind, string>>
  readonly role: Readonly<Record<Role, string>>
  readonly reason: Readonly<Record<ReasonGiven, string>>
  readonly purpose: Readonly<Record<Purpose | 'none', string>>
  readonly dataClass: Readonly<Record<RetentionYear['dataClass'], string>>
  readonly keptFor: (months: number | null) => string
  readonly ground: Readonly<Record<Ground, string>>
  readonly basisState: Readonly<Record<BasisState['kind'], string>>
  readonly basis: (ground: string, version: number, day: string) => string
  readonly noBasis: string
  readonly check: (check: LogState['check']) => string
  readonly anchor: Readonly<Record<LogState['anchor'], string>>
  readonly head: (seq: number) => string
  /** @property day how this report writes an instant */
  readonly gap: {
    readonly [K in Gap['kind']]: (
      gap: Extract<Gap, { readonly kind: K }>,
      day: (at: EpochMs) => string,
    ) => string
  }
  readonly noGaps: string
  /** what no log of one desk can tell */
  readonly notCovered: readonly string[]
  readonly notCoveredTitle: string
  readonly listed: (items: readonly string[]) => string
  readonly nobody: string
  readonly none: string
  readonly total: string
  readonly more: (rows: number) => string
  readonly signature: readonly string[]
}

export const SECTIONS = [
  'summary',
  'basis',
  'people',
  'reasons',
  'months',
  'fullLooks',
  'departures',
  'alone',
  'retention',
  'log',
  'gaps',
  'signature',
] as const

export type Section = (typeof SECTIONS)[number]

export type Figure = 'looks' | 'fullLooks' | 'departures' | 'alone' | 'wrongPins' | 'deleted'

export const LOOK_COLUMNS = [
  'tap',
  'list-shown',
  'page-opened',
  'education-id-shown',
  'history-shown',
] as const satisfies readonly AuditKind[]

export type LookKind = (typeof LOOK_COLUMNS)[number]

export type Column =
  | 'name'
  | 'roles'
  | 'acts'
  | 'wrongPins'
  | 'departures'
  | 'alone'
  | 'month'
  | 'looks'
  | 'kind'
  | 'row'
  | 'time'
  | 'pupil'
  | 'reason'
  | 'purpose'
  | 'dataClass'
  | 'keptFor'
  | 'deleted'
  | 'runs'
  | 'item'
  | 'value'

/** A gap in words: the table knows each kind, which the compiler cannot see through a union. */
export function gapSentence(gap: Gap, words: ReportWords, day: (at: EpochMs) => string): string {
  const sentence = words.gap[gap.kind] as (gap: Gap, day: (at: EpochMs) => string) => string
  return sentence(gap, day)
}

export const REPORT_WORDS: Readonly<Record<Language, ReportWords>> = {
  'zh-CN': CHINESE,
  en: ENGLISH,
}
