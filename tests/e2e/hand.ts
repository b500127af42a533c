import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from 'playwright/test'
import type { KioskBridge } from '../../core/contract.ts'
import type { SampleId } from '../../core/sampleCard.ts'
import { existingPlan } from '../../electron/rehearsalFolder.ts'
import type { RehearsalSample } from '../../electron/rehearsal/samples.ts'
import { generateSchool } from '../../electron/rehearsal/school.ts'
import { chipProgram } from '../helpers/chipProgram.ts'
import type { Pcscd } from '../helpers/pcscd.ts'
import { insertCard, type CardProgram, type VirtualCard } from '../helpers/virtualCard.ts'

declare const window: { readonly kiosk: KioskBridge }

/** pcscd looks for cards every 0.4 s: a card must be seen, and then be missed. */
export const SEEN_MS = 1_000

/** A hand that lays the sample cards on a reader. */
export interface Hand {
  readonly reader: 'real' | 'rehearsal'
  /** lays a card down and takes it away when the desk has answered */
  tap(id: SampleId, answered: () => Promise<void>, slot?: 0 | 1): Promise<void>
}

/** The samples of the school the desk has open, with what is on their chips. */
export function samplesOf(rehearsalFolder: string): ReadonlyMap<SampleId, RehearsalSample> {
  const plan = existingPlan(rehearsalFolder)
  if (plan === null) throw new Error('No rehearsal school has been made here.')
  return new Map(generateSchool(plan).samples.map((one) => [one.id, one]))
}

/** Over real PC/SC where it runs, else by the clickable reader of the rehearsal. */
export function handOf(
  page: Page,
  samples: ReadonlyMap<SampleId, RehearsalSample>,
  pcscd: Pcscd | null,
): Hand {
  const click = async (id: SampleId, answered: () => Promise<void>): Promise<void> => {
    await page.evaluate((sampleId) => window.kiosk.request('rehearsal.tap', { sampleId }), id)
    await answered()
  }
  if (pcscd === null) return { reader: 'rehearsal', tap: click }
  return {
    reader: 'real',
    async tap(id, answered, slot = 0) {
      const program = programOf(id, samples)
      if (program === null) return click(id, answered)
      const card = await insertCard(pcscd.ports[slot], program)
      try {
        await answered()
      } finally {
        await card.pull()
        await sleep(SEEN_MS)
      }
    },
  }
}

/** null: two cards in the field are nothing a virtual reader could show. */
function programOf(
  id: SampleId,
  samples: ReadonlyMap<SampleId, RehearsalSample>,
): CardProgram | null {
  if (id === 'two-cards') return null
  if (id === 'pulled-away') return pulledAway(samples)
  if (id === 'garbage') return { atr: '3B80800101', answer: () => 'DEADBEEF9000' }
  const outcome = samples.get(id)?.read
  if (outcome?.kind !== 'card') throw new Error(`No chip for the sample ${id}.`)
  return chipProgram(outcome.card)
}

/** A good card that leaves after its first answer. */
function pulledAway(samples: ReadonlyMap<SampleId, RehearsalSample>): CardProgram {
  const outcome = samples.get('valid')?.read
  if (outcome?.kind !== 'card') throw new Error('No chip for the sample valid.')
  const good = chipProgram(outcome.card)
  let asked = 0
  return {
    atr: good.atr,
    async answer(command: string, card: VirtualCard) {
      asked += 1
      if (asked === 1) return good.answer(command, card)
      await card.pull()
      return null
    },
  }
}
