import { addDays, beijingDate } from '../core/calendarDate.ts'
import type { DevicesView, ReaderFacts, TestTap } from '../core/devices.ts'
import type { ReadersView } from '../core/deskState.ts'
import { ADVICE_DAYS, readerAdvice } from '../core/readerAdvice.ts'
import type { Database } from '../db/database.ts'
import { readerRecords, type ReaderRecord } from '../db/readerDays.ts'
import type { ReaderEvent } from '../native/reader.ts'
import type { Clock } from './clock.ts'
import { troublesAfter, type ReaderTroubles } from './readerTroubles.ts'
import { testTaps } from './testTap.ts'

export interface DevicePageParts {
  readonly clock: Clock
  readonly readers: () => ReadersView
  readonly isRehearsal: (reader: string) => boolean
  /** @throws DeskError while no school is open */
  readonly db: () => Database
  readonly onTested: (tap: TestTap) => void
  /** a test ended by itself: the view is another now */
  readonly onTestOver: () => void
}

/** The device page: what is known of each reader, and the test tap. */
export interface DevicePage {
  view(): DevicesView
  /** true: the next card at any reader is a test tap; false: as `endTest` */
  test(on: boolean): DevicesView
  /** nobody looks at the test any more: the next card is a tap, and so is one that is being tried */
  endTest(): void
  /** @returns true: the event was of a test tap and is nobody else's */
  hear(event: ReaderEvent): boolean
}

/** Figures are of so many days, today among them. */
const FIGURES_DAYS = 30

export function devicePage(parts: DevicePageParts): DevicePage {
  let troubles: ReaderTroubles = new Map()
  const tests = testTaps({ ...parts, onOver: parts.onTestOver })

  function recordsOfLast(days: number): ReadonlyMap<string, ReaderRecord> {
    const today = beijingDate(parts.clock.now())
    const records = readerRecords(parts.db(), { from: addDays(today, 1 - days), to: today })
    return new Map(records.map((one) => [one.reader, one]))
  }

  function view(): DevicesView {
    const { service, readers } = parts.readers()
    const records = recordsOfLast(FIGURES_DAYS)
    const recent = recordsOfLast(ADVICE_DAYS)
    const factsOf = (name: string, state: ReaderFacts['state']): ReaderFacts => {
      const { lastTapAt = null, families = [], failedUnknown = 0 } = records.get(name) ?? {}
      const rehearsal = parts.isRehearsal(name)
      const advice = readerAdvice({
        service,
        rehearsal,
        state,
        trouble: troubles.get(name) ?? null,
        families: recent.get(name)?.families ?? [],
        failedUnknown: recent.get(name)?.failedUnknown ?? 0,
      })
      return { name, rehearsal, state, lastTapAt, families, failedUnknown, advice }
    }
    const unplugged = [...records.values()].filter(
      ({ reader, used }) => used && readers.every(({ name }) => name !== reader),
    )
    return {
      service,
      readers: [
        ...readers.map(({ name, state }) => factsOf(name, state)),
        ...unplugged.map(({ reader }) => factsOf(reader, null)),
      ],
      testing: tests.waiting,
    }
  }

  return {
    view,
    test(on) {
      // Ended in any case, begun only where the answer can be given.
      tests.end()
      const before = view()
      if (on) tests.begin()
      return { ...before, testing: tests.waiting }
    },
    endTest: tests.end,
    hear(event) {
      troubles = troublesAfter(troubles, event)
      return tests.takes(event)
    },
  }
}
