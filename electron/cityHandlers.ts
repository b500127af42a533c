import { z } from 'zod'
import { UNMATCHED_LINES, type CityRequests } from '../core/cityRequests.ts'
import type { Desk } from './deskFace.ts'
import { nothing, reason } from './fields.ts'
import type { Handlers } from './ipc.ts'

/** SHA-256 in hex. */
const rowId = z.string().regex(/^[0-9a-f]{64}$/)

/** The part of the desk's counter that is about what the city tells in files. */
export function cityHandlers(desk: Desk): Pick<Handlers, keyof CityRequests> {
  const { payments } = desk.acts
  return {
    'city.open': { args: nothing, answer: () => payments.open() },
    'city.take': { args: nothing, answer: () => payments.take() },
    'city.unmatched': { args: nothing, answer: () => payments.unmatched() },
    'city.retry': {
      args: z.strictObject({ rowIds: z.array(rowId).max(UNMATCHED_LINES).readonly().nullable() }),
      answer: (wish) => payments.retry(wish.rowIds),
    },
    'city.settle': {
      args: z.strictObject({ rowId, reason }),
      answer: (wish) => payments.settle(wish.rowId, wish.reason),
    },
  }
}
