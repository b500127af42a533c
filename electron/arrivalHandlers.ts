import { z } from 'zod'
import type { ArrivalRequests } from '../core/arrivalRequests.ts'
import type { Desk } from './deskFace.ts'
import { id, key, nothing, reason } from './fields.ts'
import type { Handlers } from './ipc.ts'

/** Rows of one list. */
const MANY = 5_000
const deliveryId = id.nullable()
const rowId = id

const how = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('tap'), tapId: id }),
  z.strictObject({ by: z.literal('scan'), text: z.string().max(4_096) }),
  z.strictObject({ by: z.literal('tick'), rowId }),
  z.strictObject({ by: z.literal('hand') }),
])
const to = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('district') }),
  z.strictObject({ kind: z.literal('school'), name: z.string().trim().min(1).max(60) }),
])
/** `<applicationId>.<n>` among them */
const cardId = z.string().min(1).max(80)

/** The part of the desk's counter that is about cards that come to the school. */
export function arrivalHandlers(desk: Desk): Pick<Handlers, keyof ArrivalRequests> {
  const { arrivals } = desk.acts
  return {
    'arrival.view': {
      args: z.strictObject({ deliveryId }),
      answer: (wish) => arrivals.view(wish.deliveryId),
    },
    'arrival.openFile': { args: nothing, answer: () => arrivals.openFile() },
    'arrival.takeFile': { args: nothing, answer: () => arrivals.takeFile() },
    'arrival.add': {
      args: z.strictObject({
        ...{ deliveryId, rowId: rowId.nullable(), studentId: key.nullable() },
        educationId: z
          .string()
          .regex(/^\d{8}$/)
          .nullable(),
        printedNumber: z.string().max(60),
      }),
      answer: (wish) => arrivals.add(wish),
    },
    'arrival.drop': {
      args: z.strictObject({ deliveryId, rowId }),
      answer: (wish) => arrivals.drop(wish),
    },
    'arrival.receive': {
      args: z.strictObject({ deliveryId, how, studentId: key.nullable(), anyway: z.boolean() }),
      answer: (wish) => arrivals.receive(wish),
    },
    'arrival.damaged': {
      args: z.strictObject({
        ...{ deliveryId, rowId: rowId.nullable(), studentId: key.nullable() },
        how: z.enum(['unreadable', 'broken']),
      }),
      answer: (wish) => arrivals.damaged(wish),
    },
    'arrival.return': {
      args: z.strictObject({
        ...{ deliveryId, to, reason },
        cards: z
          .array(z.strictObject({ studentId: key, cardId }))
          .min(1)
          .max(MANY)
          .readonly(),
      }),
      answer: (wish) => arrivals.giveBack(wish),
    },
    'arrival.undo': {
      args: z.strictObject({
        ...{ deliveryId, studentId: key },
        cmdIds: z.array(id).min(1).max(2).readonly(),
      }),
      answer: (wish) => arrivals.undo(wish),
    },
  }
}
