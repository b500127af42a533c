import type { CardFamily } from './cardRead.ts'
import type { FamilyFacts, ReaderAdvice, ReaderFacts } from './devices.ts'
import type { ServiceState } from './deskState.ts'

/** Advice looks at so many days, today among them: a reader that was mended is not blamed for long. */
export const ADVICE_DAYS = 7
/** So many readings, and a share means something: nobody is alarmed by one of two. */
export const ENOUGH_READINGS = 20
/** This share of failed readings holds a queue up. */
export const OFTEN = 0.2
/** Up to this share a kind of card is read well: hands are quick, cards lie askew. */
export const SELDOM = 0.05

/** What advice is made of. */
export interface ReaderCondition {
  readonly service: ServiceState
  readonly rehearsal: boolean
  readonly state: ReaderFacts['state']
  /** what it reported last, until a card is read again */
  readonly trouble: 'driver-error' | 'in-use' | null
  /** of the last ADVICE_DAYS */
  readonly families: readonly FamilyFacts[]
  readonly failedUnknown: number
}

/** 读卡诊断, the most urgent first. A rehearsal reader needs no service. */
export function readerAdvice(reader: ReaderCondition): readonly ReaderAdvice[] {
  const { service, rehearsal, state, trouble } = reader
  return [
    ...(service === 'down' && !rehearsal ? (['service-down'] as const) : []),
    ...(trouble === null ? [] : [trouble]),
    ...(state === 'card-lying' ? (['card-lying'] as const) : []),
    ...failing(reader),
  ]
}

/** Phones are left out: a phone that fails is the phone's affair. */
const CPU: readonly CardFamily[] = ['bmac', 't-union', 'other-cpu']
const M1: readonly CardFamily[] = ['m1']

function failing({ families, failedUnknown }: ReaderCondition): readonly ReaderAdvice[] {
  const cpu = sum(families, CPU)
  const m1 = sum(families, M1)
  if (isOften(cpu) && isSeldom(m1)) return ['fails-cpu']
  if (isOften(m1) && isSeldom(cpu)) return ['fails-m1']
  const failed = cpu.failed + m1.failed + failedUnknown
  return isOften({ read: cpu.read + m1.read, failed }) ? ['fails-often'] : []
}

type Counts = Omit<FamilyFacts, 'family'>

function sum(families: readonly FamilyFacts[], of: readonly CardFamily[]): Counts {
  return families
    .filter((one) => of.includes(one.family))
    .reduce((all, one) => ({ read: all.read + one.read, failed: all.failed + one.failed }), {
      read: 0,
      failed: 0,
    })
}

const isEnough = ({ read, failed }: Counts): boolean => read + failed >= ENOUGH_READINGS
const shareFailed = ({ read, failed }: Counts): number => failed / (read + failed)
const isOften = (counts: Counts): boolean => isEnough(counts) && shareFailed(counts) >= OFTEN
const isSeldom = (counts: Counts): boolean => isEnough(counts) && shareFailed(counts) <= SELDOM
