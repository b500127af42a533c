import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { cleared, countTry, locked, mayTry, type MayTry, type Tries } from '../../core/tries.ts'
import { writeDurably } from '../../db/durableFile.ts'

/**
 * What was found at the start. All but `fits` and `new` lock every operator (hardening.md 3.4).
 * - `missing` it was in use and is gone
 * - `ruined`  unreadable, or not written by this desk
 * - `older`   an old copy was put back
 */
export type CounterFound = 'fits' | 'new' | 'missing' | 'ruined' | 'older'

export interface TryCounterParts {
  readonly file: string
  /** 32 bytes */
  readonly deviceSecret: Uint8Array
  /** The last `generation()` the caller knows of; 0: no operator was ever here. */
  readonly leastGeneration: number
  /** ms of a steady clock */
  readonly steady: () => number
}

export interface TryCounter {
  readonly found: CounterFound
  /** grows with every write: to be kept elsewhere too, so that an old copy is noticed */
  generation(): number
  mayTry(operatorId: string): MayTry
  /** wrong tries since the last right one */
  wrongOf(operatorId: string): number
  /**
   * Takes one try, if there is one: it is on the disk when this returns `yes`, and only then may the
   * PIN be looked at. Throws what the disk throws; then there was no try.
   */
  countTry(operatorId: string): MayTry
  /** The PIN was right, or a supervisor lifted it, or the operator is new. */
  clear(operatorId: string): void
}

const content = z.object({
  generation: z.int().min(1),
  /** of whoever is not listed: stays `locked` once the counter was lost */
  others: z.enum(['cleared', 'locked']),
  operators: z.array(
    z.object({ id: z.string(), wrong: z.int().min(0), owedMs: z.number().min(0) }).readonly(),
  ),
})
type Content = z.infer<typeof content>

const signedFile = z.object({ content: z.string(), mac: z.string().regex(/^[0-9a-f]{64}$/) })

/** How often each operator's PIN was tried, in a small file of its own. */
export function openTryCounter(parts: TryCounterParts): TryCounter {
  const { file, leastGeneration, steady } = parts
  const key = Buffer.from(
    hkdfSync('sha256', parts.deviceSecret, '', 'student card desk, tries 1', 32),
  )
  const openedAt = steady()
  const lastTryAt = new Map<string, number>()
  const read = readCounter(file, key)
  const found = judge(read, leastGeneration)
  let now: Content =
    found === 'fits' && typeof read === 'object' ? read : begin(found, read, leastGeneration)

  const write = (operators: Content['operators']): void => {
    const next = { ...now, generation: now.generation + 1, operators }
    writeDurably(file, signed(next, key))
    now = next
  }
  const keep = (id: string, { wrong, owedMs }: Tries): void =>
    write([...now.operators.filter((one) => one.id !== id), { id, wrong, owedMs }])
  const triesOf = (id: string): Tries =>
    now.operators.find((one) => one.id === id) ?? (now.others === 'locked' ? locked() : cleared())
  const may = (id: string): MayTry => mayTry(triesOf(id), lastTryAt.get(id) ?? openedAt, steady())

  // From now on its absence says something.
  if (found === 'new') write([])
  return {
    found,
    generation: () => now.generation,
    mayTry: may,
    wrongOf: (id) => triesOf(id).wrong,
    countTry(id) {
      const answer = may(id)
      if (answer.kind !== 'yes') return answer
      keep(id, countTry(triesOf(id)))
      lastTryAt.set(id, steady())
      return answer
    },
    clear: (id) => keep(id, cleared()),
  }
}

type Read = Content | 'missing' | 'ruined'

function judge(read: Read, leastGeneration: number): CounterFound {
  if (read === 'missing') return leastGeneration === 0 ? 'new' : 'missing'
  if (read === 'ruined') return 'ruined'
  return read.generation < leastGeneration ? 'older' : 'fits'
}

/** What is lost is not written over before the recovery sheet is used: the next start finds it so again. */
function begin(found: CounterFound, read: Read, leastGeneration: number): Content {
  const generation = Math.max(leastGeneration, typeof read === 'object' ? read.generation : 0)
  return { generation, others: found === 'new' ? 'cleared' : 'locked', operators: [] }
}

function readCounter(file: string, key: Uint8Array): Read {
  if (!existsSync(file)) return 'missing'
  try {
    const stored = signedFile.parse(JSON.parse(readFileSync(file, 'utf8')))
    if (!timingSafeEqual(macOf(stored.content, key), Buffer.from(stored.mac, 'hex')))
      return 'ruined'
    return content.parse(JSON.parse(stored.content))
  } catch {
    return 'ruined'
  }
}

function signed(what: Content, key: Uint8Array): string {
  const text = JSON.stringify(what)
  return JSON.stringify({ content: text, mac: macOf(text, key).toString('hex') })
}

function macOf(text: string, key: Uint8Array): Buffer {
  return createHmac('sha256', key).update(text).digest()
}
