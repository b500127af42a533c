import { setTimeout as sleep } from 'node:timers/promises'
import { readCard } from '../../native/cards/readCard.ts'
import { bytes, hex } from '../../native/hex.ts'
import type { SampleId } from '../../core/sampleCard.ts'
import { chipProgram } from '../../tests/helpers/chipProgram.ts'
import { startPcscd, type Pcscd } from '../../tests/helpers/pcscd.ts'
import { insertCard, type CardProgram } from '../../tests/helpers/virtualCard.ts'
import { deskSamples, differentCards } from './cards.ts'

/** pcscd looks every 0.4 s: an emptied slot must be seen empty before the next card. */
const EMPTY_MS = 700

/** @throws when no card service of our own can be had */
export async function ownPcscd(): Promise<Pcscd> {
  const pcscd = await startPcscd()
  if (pcscd.kind === 'unavailable') throw new Error(`No card service: ${pcscd.why}.`)
  return pcscd
}

/** The sample cards as chips in virtual slots. */
export function chips(folder: string): readonly CardProgram[] {
  const samples = deskSamples(folder)
  return differentCards(folder).map((id) => chipOfSample(samples, id))
}

function chipOfSample(samples: ReturnType<typeof deskSamples>, id: SampleId): CardProgram {
  const read = samples.get(id)?.read
  if (read?.kind !== 'card') throw new Error(`No chip for the sample ${id}.`)
  return chipProgram(read.card)
}

/** What the desk says to this card, hex: so that the bare loop says the same. */
export async function commandsFor(program: CardProgram): Promise<readonly string[]> {
  const sent: string[] = []
  await readCard(async (command) => {
    sent.push(hex(command))
    // These cards answer without hands.
    return bytes((await program.answer(hex(command), null as never)) ?? '')
  }, bytes(program.atr))
  return sent
}

/** Lays cards into both slots in turn, each for as long as it is read. */
export function slotsOf({ ports }: Pcscd): {
  lay<T>(turn: number, program: CardProgram, whileIn: () => Promise<T>): Promise<T>
} {
  const emptySince = [0, 0]
  return {
    async lay(turn, program, whileIn) {
      const slot = turn % 2 === 0 ? 0 : 1
      const wait = (emptySince[slot] ?? 0) + EMPTY_MS - performance.now()
      if (wait > 0) await sleep(wait)
      const card = await insertCard(ports[slot], program)
      try {
        return await whileIn()
      } finally {
        await card.pull()
        emptySince[slot] = performance.now()
      }
    },
  }
}

/** As pcscd names the slots of vpcd. */
export const slotName = (turn: number): string => `Virtual PCD 00 0${turn % 2}`
