import { z } from 'zod'
import { CHANNELS } from '../core/case/feeOrder.ts'
import { OLD_CARD_FATES } from '../core/case/collector.ts'
import { isSignature } from '../core/case/signature.ts'
import { WORK_LISTS } from '../core/case/workLists.ts'
import type { CaseRequests } from '../core/caseRequests.ts'
import type { PackRequests } from '../core/packRequests.ts'
import { RELATIONS } from '../core/confirmation.ts'
import type { Desk } from './deskFace.ts'
import { day, id, key, name, nothing, reason } from './fields.ts'
import type { Handlers } from './ipc.ts'

const studentId = key
const ofCard = { studentId, cardId: key }
const ofApplication = { studentId, applicationId: id }
const ofOrder = { studentId, orderId: id }
const override = reason.nullable()
/** Where a card was lost or found, in somebody's own words. */
const where = z.string().trim().min(1).max(60).nullable()
const tapId = id
const oldCard = z.enum(OLD_CARD_FATES).nullable()
const instant = z.int().min(946_684_800_000).max(4_102_444_799_999)
const act = <T extends string, S extends z.ZodRawShape>(of: T, shape: S) =>
  z.strictObject({ act: z.literal(of), ...shape })

const returnedTo = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('district') }),
  z.strictObject({ kind: z.literal('school'), name: z.string().trim().min(1).max(60) }),
])

const collector = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('student') }),
  z.strictObject({
    ...{ kind: z.literal('parent'), name, relation: z.enum(RELATIONS) },
    phoneTail: z
      .string()
      .regex(/^\d{4}$/)
      .nullable(),
  }),
])

const wish = z.discriminatedUnion('act', [
  act('report-loss', { ...ofCard, reportedAt: instant, where }),
  act('lift-loss', { ...ofCard, tapId, reason: override }),
  act('reactivate', { ...ofCard, tapId, reason }),
  act('take-found', { ...ofCard, where }),
  act('claim-found', { ...ofCard, tapId, reason: override }),
  act('mark-damaged', { ...ofCard, how: z.enum(['unreadable', 'broken']) }),
  act('return-card', { ...ofCard, to: returnedTo, reason }),
  act('void-card', { ...ofCard, reason }),
  act('settle-two', { ...ofCard, others: z.enum(['VOID', 'FOUND_HELD']), reason }),
  act('apply', {
    ...{ studentId, oldCardId: key, cause: z.enum(['lost', 'damaged']), waiver: override },
  }),
  act('decide-waiver', { ...ofApplication, waived: z.boolean(), reason }),
  act('withdraw', { ...ofApplication, reason: override }),
  act('hold', { ...ofApplication, hold: z.boolean(), reason }),
  act('send-on', ofApplication),
  act('open-order', { ...ofApplication, channel: z.enum(CHANNELS) }),
  act('move-order', { ...ofOrder, to: z.enum(['PENDING', 'PAYING', 'UNKNOWN', 'CANCELLED']) }),
  act('claim-payment', { ...ofOrder, paidOn: day }),
  act('hand-over', {
    ...{ ...ofCard, tapId, collector, oldCard, reason: override },
    signature: z.string().refine(isSignature),
  }),
  act('close-pack', {
    ...{ ...ofCard, how: z.enum(['tap', 'tick', 'back']), tapId: tapId.nullable(), oldCard },
  }),
  act('undo', { studentId, cmdId: id }),
])

/** The part of the desk's counter that is about losses, reissues, fees and hand-over. */
export function caseHandlers(desk: Desk): Pick<Handlers, keyof (CaseRequests & PackRequests)> {
  const { cases, packs } = desk.acts
  return {
    'case.page': {
      args: z.strictObject({ studentId }),
      answer: (of) => cases.page(of.studentId),
    },
    'case.lists': {
      args: z.strictObject({ list: z.enum(WORK_LISTS) }),
      answer: ({ list }) => cases.lists(list),
    },
    'case.today': { args: nothing, answer: () => cases.today() },
    'pack.classes': { args: nothing, answer: () => packs.classes() },
    'pack.class': {
      args: z.strictObject({ classId: key }),
      answer: ({ classId }) => packs.class(classId),
    },
    'pack.take': {
      args: z.strictObject({
        ...{ classId: key, cardIds: z.array(key).max(500).readonly(), teacher: name },
        signature: z.string().refine(isSignature),
      }),
      answer: ({ classId, cardIds, ...by }) => packs.take(classId, cardIds, by),
    },
    'case.act': { args: wish, answer: (asked) => cases.act(asked) },
  }
}
