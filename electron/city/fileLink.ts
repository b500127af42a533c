import { createHash } from 'node:crypto'
import type { CityAnswer, CityLink, CityRefusal } from '../../core/cityLink.ts'
import type { DeskWork } from '../deskWork.ts'
import { withinLimit } from '../roll/withinLimit.ts'
import type { CityFileJob, CityFileRead } from './readCityFile.ts'

export interface CityFile {
  readonly fileName: string
  readonly bytes: Uint8Array
}

/**
 * The city by a file that somebody chose (CSV, XLSX). It is read by a thread, which is ended with the signal. What
 * the city makes of applications stands in no file that is known.
 */
export function fileLink(
  work: Pick<DeskWork, 'readCityFile'>,
  { fileName, bytes }: CityFile,
  signal: AbortSignal,
): CityLink {
  const source = { name: fileName, digest: createHash('sha256').update(bytes).digest('hex') }
  const read = (of: CityFileJob['of']): Promise<CityFileRead> =>
    withinLimit(signal, (ended) => work.readCityFile({ of, bytes }, ended)).then((answer) =>
      answer.kind === 'refused' ? { kind: 'refused', why: refusalOf(answer.why) } : answer,
    )
  return {
    async payments() {
      const answer = await read('payments')
      if (answer.kind !== 'payments') return notTold(answer)
      return { ...answer, kind: 'told', source }
    },
    async deliveries() {
      const answer = await read('deliveries')
      if (answer.kind !== 'deliveries') return notTold(answer)
      return { kind: 'told', source, rows: answer.rows, withoutResult: false }
    },
    words: () => Promise.resolve({ kind: 'refused', why: 'not-told' }),
  }
}

const refusalOf = (why: CityRefusal | 'no-headings'): CityRefusal =>
  why === 'no-headings' ? 'no-columns' : why

const notTold = (answer: CityFileRead): Extract<CityAnswer<never>, { kind: 'refused' }> =>
  answer.kind === 'refused' ? answer : { kind: 'refused', why: 'not-told' }
