import { DeskError } from '../core/errors.ts'
import type { SampleCard } from '../core/sampleCard.ts'
import type { FakeReaders } from '../native/fake.ts'
import type { RehearsalSample } from './rehearsal/samples.ts'
import { generateSchool } from './rehearsal/school.ts'
import type { RehearsalPlan } from './rehearsalFolder.ts'

export const REHEARSAL_READER = '演练读卡器'

/** As long as a hand holds a card: long enough to be read, short enough for the next. */
const HELD_MS = 600

/** The sample cards, and the hand that lays them on the rehearsal reader. */
export interface RehearsalCards {
  samples(): readonly SampleCard[]
  /** @throws DeskError `not-in-rehearsal` for a card that is not among the samples */
  tap(sampleId: string): void
}

export function rehearsalCards(readers: FakeReaders, plan: RehearsalPlan): RehearsalCards {
  const samples: readonly RehearsalSample[] = generateSchool(plan).samples
  let lift: NodeJS.Timeout | null = null
  return {
    samples: () =>
      samples.map(({ id, family, expect, name, className }) => ({
        id,
        family,
        expect,
        name,
        className,
      })),
    tap(sampleId) {
      const sample = samples.find((one) => one.id === sampleId)
      if (!sample) throw new DeskError('not-in-rehearsal', 'There is no such sample card.')
      if (lift !== null) {
        clearTimeout(lift)
        readers.lift(REHEARSAL_READER)
      }
      readers.place(REHEARSAL_READER, sample.read)
      lift = setTimeout(() => {
        lift = null
        readers.lift(REHEARSAL_READER)
      }, HELD_MS)
    },
  }
}
