import { sumOf } from '../../core/makeYearlyPack.ts'
import { beijingDate } from '../../core/calendarDate.ts'
import type { BasisState } from '../../core/legalBasis.ts'
import type { YearlyPack } from '../../core/yearlyPack.ts'
import type { When } from './when.ts'
import { gapSentence, type Figure, type ReportWords } from './words.ts'

/** What both forms of the pack say in words. */
export interface Summary {
  readonly watermark: string
  readonly year: string
  /** name and value */
  readonly facts: readonly (readonly [string, string])[]
  readonly figures: readonly { readonly title: string; readonly value: number }[]
  readonly purposes: readonly (readonly [string, number])[]
  readonly basis: string
  readonly basisStates: readonly (readonly [string, number])[]
  readonly check: string
  readonly whole: boolean
  readonly anchor: string
  readonly head: string
  readonly hash: string
  readonly gaps: readonly string[]
}

const BASIS_STATES: readonly BasisState['kind'][] = [
  'recorded',
  'needs-renewal',
  'missing',
  'withdrawn',
]

export function summary(pack: YearlyPack, words: ReportWords, when: When): Summary {
  const { total, log, basis } = pack
  const lastDay = pack.to - 1
  const figures: Readonly<Record<Figure, number>> = {
    looks: sumOf(total, 'look'),
    fullLooks: pack.fullLooks.length,
    departures: pack.departures.length,
    alone: pack.alone.length,
    wrongPins: total['pin-wrong'],
    deleted: pack.retention.reduce((sum, { deleted }) => sum + deleted, 0),
  }
  return {
    watermark: words.watermark(pack.madeBy, when.time(pack.madeAt)),
    year: words.year(Number(beijingDate(lastDay).slice(0, 4))),
    facts: [
      [words.facts.school, pack.school],
      [words.facts.period, words.period(when.day(pack.from), when.day(lastDay))],
      [words.facts.pupils, pack.pupils.toLocaleString('en')],
      [words.facts.rows, pack.rows.toLocaleString('en')],
      [words.facts.madeAt, when.time(pack.madeAt)],
      [words.facts.madeBy, pack.madeBy],
    ],
    figures: (Object.keys(figures) as Figure[]).map((name) => ({
      title: words.figure[name],
      value: figures[name],
    })),
    purposes: (Object.keys(pack.purposes) as (keyof typeof pack.purposes)[]).map((purpose) => [
      words.purpose[purpose],
      pack.purposes[purpose],
    ]),
    basis:
      basis === null
        ? words.noBasis
        : words.basis(words.ground[basis.ground], basis.rulesVersion, when.day(basis.recordedAt)),
    basisStates:
      basis === null
        ? []
        : BASIS_STATES.map((state) => [words.basisState[state], basis.pupils[state]]),
    check: words.check(log.check),
    whole: log.check.kind === 'ok' && log.anchor === 'fits',
    anchor: words.anchor[log.anchor],
    head: words.head(log.head.seq),
    hash: log.head.hash,
    gaps: pack.gaps.map((gap) => gapSentence(gap, words, when.day)),
  }
}
