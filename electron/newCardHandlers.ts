import { z } from 'zod'
import { CARD_FIELDS, RELATIONS } from '../core/confirmation.ts'
import { NEW_CARD_STAGES, type NewCardRequests } from '../core/newCardRequests.ts'
import type { Desk } from './deskFace.ts'
import { id, nothing, reason } from './fields.ts'
import type { Handlers } from './ipc.ts'

/** A school's newcomers, and more than those. */
const MANY = 5_000
const classId = id.nullable()
const ids = z.array(id).max(MANY).readonly()
/** In somebody's own words, or a name out of another country's register. */
const words = z.string().trim().min(1).max(60)

const said = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('student') }),
  z.strictObject({ by: z.enum(['parent', 'clerk']), name: words, relation: z.enum(RELATIONS) }),
])
const ofApplication = { applicationId: id, mark: id, said }
const items = z
  .array(z.strictObject({ field: z.enum(CARD_FIELDS), right: z.string().trim().max(100) }))
  .max(CARD_FIELDS.length)
  .readonly()

/** The part of the desk's counter that is about new cards for newcomers. */
export function newCardHandlers(desk: Desk): Pick<Handlers, keyof NewCardRequests> {
  const { newCards } = desk.acts
  return {
    'newCards.view': { args: nothing, answer: () => newCards.view() },
    'newCards.class': {
      args: z.strictObject({ classId, stage: z.enum(NEW_CARD_STAGES) }),
      answer: (wish) => newCards.list(wish.classId, wish.stage),
    },
    'newCards.apply': {
      args: z.strictObject({ classIds: z.array(classId).max(MANY).readonly(), studentIds: ids }),
      answer: ({ classIds, studentIds }) => newCards.apply(classIds, studentIds),
    },
    'newCards.withdraw': {
      args: z.strictObject({ applicationIds: ids, reason: reason.nullable() }),
      answer: (wish) => newCards.withdraw(wish.applicationIds, wish.reason),
    },
    'newCards.confirm': {
      args: z.strictObject(ofApplication),
      answer: (wish) =>
        newCards.say(wish.applicationId, wish.mark, { kind: 'confirmed', said: wish.said }),
    },
    'newCards.dispute': {
      args: z.strictObject({ ...ofApplication, items, evidence: reason }),
      answer: ({ applicationId, mark, ...wish }) =>
        newCards.say(applicationId, mark, { kind: 'disputed', ...wish }),
    },
    'newCards.takeBack': {
      args: z.strictObject({ applicationId: id, reason: reason.nullable() }),
      answer: (wish) => newCards.takeBack(wish.applicationId, wish.reason),
    },
    'newCards.makeList': { args: nothing, answer: () => newCards.makeList() },
  }
}
