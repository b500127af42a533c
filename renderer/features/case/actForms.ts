import { OLD_CARD_FATES } from '../../../core/case/collector.ts'
import type { CaseWish } from '../../../core/case/caseWish.ts'
import type { Channel } from '../../../core/case/feeOrder.ts'
import type { CaseShown } from '../../../core/caseRequests.ts'
import type { Doing } from './doing.ts'

/** What is filled in, by name. */
export type Values = Readonly<Record<string, string>>

/** One field of a form; its words stand under `caseField.<name>`. */
export interface Field {
  readonly name: string
  readonly kind: 'text' | 'reason' | 'choice' | 'tick'
  /** of a choice; the first is chosen until another is */
  readonly options?: readonly string[]
  /** without it the act cannot be done */
  readonly needed?: boolean
  /** asked only where something else is filled in so */
  readonly when?: (values: Values) => boolean
}

interface ActForm {
  readonly fields: (page: CaseShown) => readonly Field[]
  readonly wish: (page: CaseShown, target: string, values: Values) => CaseWish
}

const REASON: Field = { name: 'reason', kind: 'reason', needed: true }
const NONE = (): readonly Field[] => []
const text = (values: Values, name: string): string | null => values[name]?.trim() || null
const reasonOf = (values: Values): string => text(values, 'reason') ?? ''
const idOf = ({ person }: CaseShown): string => person.studentId

const moves = (to: Extract<CaseWish, { act: 'move-order' }>['to']): ActForm => ({
  fields: NONE,
  wish: (page, orderId) => ({ act: 'move-order', studentId: idOf(page), orderId, to }),
})

const holds = (hold: boolean): ActForm => ({
  fields: () => [REASON],
  wish: (page, applicationId, values) => ({
    ...{ act: 'hold', studentId: idOf(page), applicationId, hold, reason: reasonOf(values) },
  }),
})

/** The acts that take no card on the reader, no hour and no signature: a few fields, and one button. */
export const ACT_FORMS: Readonly<Partial<Record<Doing, ActForm>>> = {
  'take-found': {
    fields: () => [{ name: 'foundAt', kind: 'text' }],
    wish: (page, cardId, values) => ({
      ...{ act: 'take-found', studentId: idOf(page), cardId, where: text(values, 'foundAt') },
    }),
  },
  'mark-damaged': {
    fields: () => [{ name: 'how', kind: 'choice', options: ['unreadable', 'broken'] }],
    wish: (page, cardId, { how }) => ({
      ...{ act: 'mark-damaged', studentId: idOf(page), cardId },
      how: how === 'broken' ? 'broken' : 'unreadable',
    }),
  },
  'return-card': {
    fields: () => [
      { name: 'to', kind: 'choice', options: ['district', 'school'] },
      { name: 'school', kind: 'text', needed: true, when: ({ to }) => to === 'school' },
      REASON,
    ],
    wish: (page, cardId, values) => ({
      ...{ act: 'return-card', studentId: idOf(page), cardId, reason: reasonOf(values) },
      to:
        values['to'] === 'school'
          ? { kind: 'school', name: text(values, 'school') ?? '' }
          : { kind: 'district' },
    }),
  },
  'void-card': {
    fields: () => [REASON],
    wish: (page, cardId, values) => ({
      ...{ act: 'void-card', studentId: idOf(page), cardId, reason: reasonOf(values) },
    }),
  },
  'settle-two': {
    fields: ({ cards }) => [
      {
        ...{ name: 'keep', kind: 'choice' },
        options: cards.flatMap(({ cardId, state }) => (state === 'ACTIVE' ? [cardId] : [])),
      },
      { name: 'others', kind: 'choice', options: ['VOID', 'FOUND_HELD'] },
      REASON,
    ],
    wish: (page, target, values) => ({
      ...{ act: 'settle-two', studentId: idOf(page), cardId: values['keep'] ?? target },
      ...{ others: values['others'] === 'FOUND_HELD' ? 'FOUND_HELD' : 'VOID' },
      reason: reasonOf(values),
    }),
  },
  apply: {
    fields: () => [
      { name: 'waive', kind: 'tick' },
      { name: 'waiver', kind: 'reason', needed: true, when: ({ waive }) => waive === 'yes' },
    ],
    wish: (page, oldCardId, values) => ({
      ...{ act: 'apply', studentId: idOf(page), oldCardId },
      cause:
        page.cards.find(({ cardId }) => cardId === oldCardId)?.state === 'DAMAGED'
          ? 'damaged'
          : 'lost',
      waiver: values['waive'] === 'yes' ? text(values, 'waiver') : null,
    }),
  },
  'decide-waiver': {
    fields: () => [{ name: 'waived', kind: 'choice', options: ['yes', 'no'] }, REASON],
    wish: (page, applicationId, values) => ({
      ...{ act: 'decide-waiver', studentId: idOf(page), applicationId },
      ...{ waived: values['waived'] !== 'no', reason: reasonOf(values) },
    }),
  },
  'open-order': {
    fields: () => [{ name: 'channel', kind: 'choice', options: ['app', 'desk_assisted'] }],
    wish: (page, applicationId, { channel }) => ({
      ...{ act: 'open-order', studentId: idOf(page), applicationId },
      channel: (channel ?? 'app') as Channel,
    }),
  },
  notify: moves('PENDING'),
  pay: moves('PAYING'),
  'not-paid': moves('PENDING'),
  unknown: moves('UNKNOWN'),
  'cancel-order': moves('CANCELLED'),
  withdraw: {
    fields: () => [REASON],
    wish: (page, applicationId, values) => ({
      ...{ act: 'withdraw', studentId: idOf(page), applicationId, reason: reasonOf(values) },
    }),
  },
  hold: holds(true),
  resume: holds(false),
  'send-on': {
    fields: NONE,
    wish: (page, applicationId) => ({ act: 'send-on', studentId: idOf(page), applicationId }),
  },
}

/** The fate of the old card, where there is one to be asked about. */
export function fateField({ oldCard }: CaseShown): readonly Field[] {
  if (oldCard === null) return []
  return [{ name: 'oldCard', kind: 'choice', options: FATES[oldCard.state] ?? OLD_CARD_FATES }]
}

/** What cannot have become of it is not asked. */
const FATES: Readonly<Record<string, readonly string[]>> = {
  LOST: ['still-lost', 'taken-in', 'kept'],
  DAMAGED: ['taken-in', 'kept'],
  FOUND_HELD: ['taken-in'],
}
