import type { ArrivalLine } from '../../../core/arrivalList.ts'
import type { ArrivalAnswer, ArrivalBy } from '../../../core/arrivalRequests.ts'
import type { CardRead } from '../../../core/cardRead.ts'
import { cityDesk } from '../city/cityDesk.ts'

export const HEAD = '班级,姓名,教育ID,卡号\n'
/** Nobody's by the record. */
export const numberOf = (n: number): string => `100075999999000${n}`
export const line = (educationId: string, number = '', name = '某某'): string =>
  `三年级2班,${name},${educationId},${number}\n`

/** A desk at which cards arrive. */
export async function arrivalDesk() {
  const of = await cityDesk()
  const { arrivals } = of.desk.acts
  const ask = { deliveryId: null, studentId: null, anyway: false }

  return {
    ...of,
    arrivals,
    async listed(text: string): Promise<readonly ArrivalLine[]> {
      of.choose(HEAD + text)
      const preview = await arrivals.openFile()
      if (preview?.kind !== 'preview') throw new Error('There is no preview.')
      const taken = arrivals.takeFile()
      if (taken.kind === 'refused') throw new Error(taken.why)
      return taken.view.lines
    },
    receive: (
      how: ArrivalBy,
      part: { readonly studentId?: string; readonly anyway?: boolean } = {},
    ) => arrivals.receive({ ...ask, how, ...part }),
    /** laid on the reader, and asked for as an arrival */
    async tap(card: CardRead, part: { studentId?: string; anyway?: boolean } = {}) {
      await of.laidAtDoor(card)
      const tapId = of.taps.at(-1)?.tapId ?? ''
      return arrivals.receive({ ...ask, how: { by: 'tap', tapId }, ...part })
    },
    identifiers: (cardId: string | null) =>
      of.database
        .prepare('SELECT kind, value FROM card_identifier WHERE card_id = ? ORDER BY kind')
        .all(cardId),
    leaves: (studentId: string) =>
      of.database
        .prepare(
          `UPDATE student SET enrolment = 'left', left_on = '2026-10-09', left_why = 'graduated' WHERE id = ?`,
        )
        .run(studentId),
  }
}

export type ArrivalDesk = Awaited<ReturnType<typeof arrivalDesk>>

export function received(answer: ArrivalAnswer) {
  if (answer.kind === 'refused') throw new Error(`Refused: ${answer.why}`)
  return answer
}
