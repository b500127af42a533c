import { sumOf } from '../../core/makeYearlyPack.ts'
import type { Counts } from '../../core/yearlyCounts.ts'
import { REASONS_GIVEN, type Happened, type YearlyPack } from '../../core/yearlyPack.ts'
import type { When } from './when.ts'
import { LOOK_COLUMNS, type ReportWords, type Section } from './words.ts'

/** A table of the pack, the same for paper and spreadsheet. */
export interface ReportTable {
  readonly section: Section
  readonly columns: readonly ReportColumn[]
  readonly rows: readonly (readonly (string | number)[])[]
  /** null: adding up says nothing */
  readonly total: readonly (string | number)[] | null
}

export interface ReportColumn {
  readonly title: string
  /** a number, or a text of some characters of width */
  readonly kind: 'number' | 'short' | 'long'
}

const number = (title: string): ReportColumn => ({ title, kind: 'number' })
const short = (title: string): ReportColumn => ({ title, kind: 'short' })
const long = (title: string): ReportColumn => ({ title, kind: 'long' })

/** All tables of the pack, in the order of its sections. */
export function reportTables(
  pack: YearlyPack,
  words: ReportWords,
  when: When,
): readonly ReportTable[] {
  return [
    people(pack, words),
    reasons(pack, words),
    months(pack, words, when),
    fullLooks(pack, words, when),
    happenings('departures', pack.departures, words, when),
    happenings('alone', pack.alone, words, when),
    retention(pack, words),
  ]
}

function people({ people, total, alone }: YearlyPack, words: ReportWords): ReportTable {
  const { column, lookColumn, role } = words
  const figures = (counts: Counts, marks: number): readonly number[] => [
    ...LOOK_COLUMNS.map((kind) => counts[kind]),
    sumOf(counts, 'act') - counts['pin-wrong'],
    sumOf(counts, 'departure'),
    counts['pin-wrong'],
    marks,
  ]
  return {
    section: 'people',
    columns: [
      short(column.name),
      long(column.roles),
      ...LOOK_COLUMNS.map((kind) => number(lookColumn[kind])),
      number(column.acts),
      number(column.departures),
      number(column.wrongPins),
      number(column.alone),
    ],
    rows: people.map((one) => [
      one.name || words.nobody,
      words.listed(one.roles.map((each) => role[each])),
      ...figures(one.counts, one.alone),
    ]),
    total: [words.total, '', ...figures(total, alone.length)],
  }
}

function reasons({ reasons }: YearlyPack, words: ReportWords): ReportTable {
  return {
    section: 'reasons',
    columns: [
      short(words.column.name),
      long(words.column.kind),
      ...REASONS_GIVEN.map((reason) => number(words.reason[reason])),
    ],
    rows: reasons.map(({ name, kind, byReason }) => [
      name || words.nobody,
      words.kind[kind],
      ...REASONS_GIVEN.map((reason) => byReason[reason]),
    ]),
    total: null,
  }
}

function months({ months, total }: YearlyPack, words: ReportWords, when: When): ReportTable {
  const { column, figure } = words
  const figures = (counts: Counts): readonly number[] => [
    sumOf(counts, 'look'),
    counts['education-id-shown'] + counts['history-shown'],
    sumOf(counts, 'act') - counts['pin-wrong'],
    sumOf(counts, 'departure'),
    counts['pin-wrong'],
  ]
  return {
    section: 'months',
    columns: [
      short(column.month),
      number(column.looks),
      number(figure.fullLooks),
      number(column.acts),
      number(column.departures),
      number(column.wrongPins),
    ],
    rows: months.map(({ month, counts }) => [when.month(month), ...figures(counts)]),
    total: [words.total, ...figures(total)],
  }
}

function fullLooks({ fullLooks }: YearlyPack, words: ReportWords, when: When): ReportTable {
  const { column } = words
  return {
    section: 'fullLooks',
    columns: [
      number(column.row),
      short(column.time),
      short(column.name),
      long(column.kind),
      number(column.pupil),
      short(column.reason),
      short(column.purpose),
    ],
    rows: fullLooks.map((look) => [
      look.seq,
      when.time(look.at),
      look.name || words.nobody,
      words.kind[look.kind],
      look.pupil ?? '',
      words.reason[look.reason],
      words.purpose[look.purpose ?? 'none'],
    ]),
    total: null,
  }
}

function happenings(
  section: 'departures' | 'alone',
  rows: readonly Happened[],
  words: ReportWords,
  when: When,
): ReportTable {
  const { column } = words
  return {
    section,
    columns: [number(column.row), short(column.time), short(column.name), long(column.kind)],
    rows: rows.map(({ seq, at, name, kind }) => [
      seq,
      when.time(at),
      name || words.nobody,
      words.kind[kind],
    ]),
    total: null,
  }
}

function retention({ retention }: YearlyPack, words: ReportWords): ReportTable {
  const { column } = words
  return {
    section: 'retention',
    columns: [
      long(column.dataClass),
      short(column.keptFor),
      number(column.deleted),
      number(column.runs),
    ],
    rows: retention.map(({ dataClass, months, deleted, runs }) => [
      words.dataClass[dataClass],
      words.keptFor(months),
      deleted,
      runs,
    ]),
    total: null,
  }
}
