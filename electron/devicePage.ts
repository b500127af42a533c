import { addDays, beijingDate } from '../core/calendarDate.ts'
import type { DevicesView, ReaderFacts, TestTap } from '../core/devices.ts'
import type { ReadersView } from '../core/deskState.ts'
import { readerAdvice } from '../core/readerAdvice.ts'
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
  /** true: the next card at any reader is a test tap */
  test(on: boolean): DevicesView
  /** nobody looks at the test any more: the next card is a tap */
  endTest(): void
  /** @returns true: the event was of a test tap and is nobody else's */
  hear(event: ReaderEvent): boolean
}

/** Today and the days before it. */
const DAYS = 30

export function devicePage(parts: DevicePageParts): DevicePage {
  let troubles: ReaderTroubles = new Map()
  const tests = testTaps({ ...parts, onOver: parts.onTestOver })

  function view(): DevicesView {
    const { service, readers } = parts.readers()
    const today = beijingDate(parts.clock.now())
    const records = readerRecords(parts.db(), { from: addDays(today, 1 - DAYS), to: today })
    const factsOf = (
      name: string,
      state: ReaderFacts['state'],
      record: ReaderRecord | undefined,
    ): ReaderFacts => {
      const { lastTapAt = null, families = [], failedUnknown = 0 } = record ?? {}
      const facts = { name, rehearsal: parts.isRehearsal(name), state, families, failedUnknown }
      const trouble = troubles.get(name) ?? null
      return { ...facts, lastTapAt, advice: readerAdvice({ ...facts, service, trouble }) }
    }
    return {
      service,
      readers: [
        ...readers.map(({ name, state }) =>
          factsOf(
            name,
            state,
            records.find((one) => one.reader === name),
          ),
        ),
        ...records
          .filter((one) => one.used && readers.every(({ name }) => name !== one.reader))
          .map((one) => factsOf(one.reader, null, one)),
      ],
      testing: tests.waiting,
    }
  }

  return {
    view,
    test(on) {
      // Ended in any case, begun only where the answer can be given.
      tests.wait(false)
      const before = view()
      tests.wait(on)
      return { ...before, testing: tests.waiting }
    },
    endTest: () => tests.wait(false),
    hear(event) {
      troubles = troublesAfter(troubles, event)
      return tests.takes(event)
    },
  }
}
