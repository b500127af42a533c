import { useI18n } from 'vue-i18n'
import type { CaseStage } from '../../core/case/caseStage.ts'
import type { ExceptionKind } from '../../core/case/exceptions.ts'
import { daysBetween } from '../../core/calendar.ts'
import { beijingDate } from '../../core/calendarDate.ts'
import type { CaseLineShown } from '../../core/caseRequests.ts'
import { listing } from '../locales/listing.ts'
import { useCalendarWords } from './useCalendarWords.ts'
import { useDates } from './useDates.ts'
import { usePrivacy } from './usePrivacy.ts'

/** One case of a list in words; in privacy mode nobody is named. */
export function useLineWords() {
  const { t, locale } = useI18n()
  const { monthDay } = useCalendarWords()
  const dates = useDates()
  const { shownName, shownTail } = usePrivacy()

  /** 三年级2班 · …1234 */
  function of({ className, educationIdTail: tail }: CaseLineShown): string {
    const where = className ?? t('work.noClass')
    return tail === null ? where : `${where} · …${shownTail(tail)}`
  }

  const next = ({ next: step }: CaseLineShown): string =>
    step === null ? t('work.nothingNext') : t(`caseShort.next.${step}`)

  /** What is wrong, each once, and only what the stage does not say already; empty: nothing is. */
  function exceptions({ stage, exceptions: all }: CaseLineShown): string {
    const said = stage === null ? null : (SAYS[stage] ?? null)
    const kinds = [...new Set(all.map(({ kind }) => kind))].filter((kind) => kind !== said)
    const words = kinds.map((kind) => t(`caseShort.exception.${kind}`))
    return listing(words, locale.value)
  }

  /** The one time that matters: how late, when it is due, how long it lies or waits. */
  function time({ overdueBy, promised, daysHere, since }: CaseLineShown): string {
    if (overdueBy > 0) return t('work.overdueBy', { n: overdueBy }, overdueBy)
    if (promised !== null) {
      const date = monthDay(promised.date)
      return t(promised.certain ? 'work.promised' : 'work.promisedAbout', { date })
    }
    if (daysHere !== null)
      return daysHere === 0 ? t('work.arrivedToday') : t('work.daysHere', { n: daysHere }, daysHere)
    const n = daysBetween(beijingDate(since), beijingDate(dates.now.value))
    return n <= 0 ? t('work.waitingToday') : t('work.waiting', { n }, n)
  }

  /** Since when; behind a day that was promised, which day it was. */
  function since({ overdueBy, promised, since: at }: CaseLineShown): string {
    return overdueBy > 0 && promised !== null
      ? t('work.wasPromised', { date: monthDay(promised.date) })
      : t('work.since', { day: dates.day(at) })
  }

  return { name: ({ name }: CaseLineShown) => shownName(name), of, next, exceptions, time, since }
}

/** Stages whose word is that of an exception. */
const SAYS: Readonly<Partial<Record<CaseStage, ExceptionKind>>> = {
  draft: 'waiver-to-decide',
  'payment-unknown': 'payment-unknown',
  'card-failed': 'card-failed',
  'on-hold': 'on-hold',
  left: 'left-with-application',
  'found-held': 'found-held',
}
