import { assertNever } from '../../core/assertNever.ts'
import type {
  FaceValidity,
  RollValidity,
  TransitValidity,
  Validities,
} from '../../core/validity.ts'
import type { DateWriter, Phrase } from '../locales/phrase.ts'

/** How a cell is drawn: `info` is worth knowing and says nothing of the person. */
export type CellMood = 'fine' | 'look' | 'stop' | 'info' | 'unknown'

export interface ValidityCell {
  readonly which: 'face' | 'transit' | 'roll'
  readonly kind: string
  readonly mood: CellMood
  readonly detail: Phrase | null
}

/** 卡面 · 公交 · 学籍, in fixed places. Transit is never `stop`: it is no one's identity. */
export function validityCells(of: Validities, dates: DateWriter): readonly ValidityCell[] {
  return [faceCell(of.face, dates), transitCell(of.transit, dates), rollCell(of.roll, dates)]
}

function faceCell(face: FaceValidity, dates: DateWriter): ValidityCell {
  const cell = { which: 'face', kind: face.kind } as const
  switch (face.kind) {
    case 'good':
      return { ...cell, mood: 'fine', detail: till(dates.date(face.to)) }
    case 'expired':
      return { ...cell, mood: 'look', detail: till(dates.date(face.to)) }
    case 'unknown':
      return { ...cell, mood: 'unknown', detail: null }
    default:
      return assertNever(face)
  }
}

function transitCell(transit: TransitValidity, dates: DateWriter): ValidityCell {
  const cell = { which: 'transit', kind: transit.kind } as const
  switch (transit.kind) {
    case 'good':
      return { ...cell, mood: 'fine', detail: till(dates.date(transit.to)) }
    case 'expired':
      return { ...cell, mood: 'info', detail: till(dates.date(transit.to)) }
    case 'not-yet':
      return { ...cell, mood: 'info', detail: from(dates.date(transit.from)) }
    case 'not-enabled':
    case 'blacklisted':
      return { ...cell, mood: 'info', detail: { key: 'strip.parentsExtend', values: {} } }
    case 'unknown':
      return { ...cell, mood: 'unknown', detail: null }
    default:
      return assertNever(transit)
  }
}

function rollCell(roll: RollValidity, dates: DateWriter): ValidityCell {
  const cell = { which: 'roll', kind: roll.kind } as const
  switch (roll.kind) {
    case 'enrolled':
      return { ...cell, mood: 'fine', detail: null }
    case 'temporary':
      return { ...cell, mood: 'fine', detail: roll.until && till(dates.date(roll.until)) }
    case 'suspended':
      return { ...cell, mood: 'look', detail: from(dates.date(roll.since)) }
    case 'left':
      return {
        ...cell,
        mood: 'stop',
        detail: { key: 'strip.on', values: { date: dates.date(roll.on) } },
      }
    case 'elsewhere':
      return { ...cell, mood: 'stop', detail: null }
    case 'unknown':
      return { ...cell, mood: 'unknown', detail: null }
    default:
      return assertNever(roll)
  }
}

function till(date: string): Phrase {
  return { key: 'strip.to', values: { date } }
}

function from(date: string): Phrase {
  return { key: 'strip.from', values: { date } }
}
