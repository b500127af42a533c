import { z } from 'zod'
import type { BindingRequests } from '../core/bindingShown.ts'
import {
  CARD_COLUMNS,
  ROLL_COLUMNS,
  type CardField,
  type RollField,
} from '../core/rollFileColumns.ts'
import type { RollRequests } from '../core/rollRequests.ts'
import type { Desk } from './deskFace.ts'
import { day, done, id, key, nothing, reason } from './fields.ts'
import type { Handlers } from './ipc.ts'

const fieldsOf = <Field extends string>(of: {
  readonly headings: Readonly<Record<Field, unknown>>
}) => Object.keys(of.headings) as [Field, ...Field[]]
/** As long as a cell of a file may be. */
const heading = z.string().max(500)
const mapping = <Field extends string>(fields: [Field, ...Field[]]) =>
  z
    .array(z.strictObject({ heading, field: z.enum(fields) }))
    .max(20)
    .readonly()
const rollMapping = mapping<RollField>(fieldsOf(ROLL_COLUMNS))
const cardMapping = mapping<CardField>(fieldsOf(CARD_COLUMNS))

const missing = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('stay') }),
  z.strictObject({ kind: z.literal('leave'), on: day, why: z.enum(['transferred', 'other']) }),
])
const schoolName = z.string().trim().min(1).max(60).nullable()

/** The part of the desk's counter that is about the school's own data. */
export function schoolHandlers(
  desk: Desk,
): Pick<Handlers, keyof RollRequests | keyof BindingRequests> {
  const { roll, binding } = desk.acts
  return {
    'roll.view': { args: nothing, answer: () => roll.view() },
    'roll.open': {
      args: z.strictObject({ of: z.enum(['roll', 'cards']) }),
      answer: ({ of }) => roll.open(of),
    },
    'roll.sheet': {
      args: z.strictObject({ sheet: z.string().max(100) }),
      answer: ({ sheet }) => roll.sheet(sheet),
    },
    'roll.preview': {
      args: z.strictObject({ mapping: rollMapping, missing }),
      answer: (wish) => roll.preview(wish.mapping, wish.missing),
    },
    'roll.take': {
      args: z.strictObject({ withoutBroken: z.boolean(), schoolName }),
      answer: (wish) => roll.take(wish.withoutBroken, wish.schoolName),
    },
    'roll.undo': {
      args: z.strictObject({ changeId: key }),
      answer: ({ changeId }) => roll.undo(changeId),
    },
    'roll.callOff': { args: nothing, answer: () => done(roll.callOff()) },
    'cards.preview': {
      args: z.strictObject({ mapping: cardMapping }),
      answer: (wish) => roll.previewCards(wish.mapping),
    },
    'cards.take': { args: nothing, answer: () => roll.takeCards() },
    'photos.open': {
      args: z.strictObject({ from: z.enum(['folder', 'zip']) }),
      answer: ({ from }) => roll.openPhotos(from),
    },
    'photos.take': { args: nothing, answer: () => roll.takePhotos() },
    'binding.classes': { args: nothing, answer: () => binding.classes() },
    'binding.class': {
      args: z.strictObject({ classId: key }),
      answer: ({ classId }) => binding.classList(classId),
    },
    'binding.bind': {
      args: z.strictObject({ tapId: id, studentId: key, takeOver: reason.nullable() }),
      answer: (wish) => binding.bind(wish.tapId, wish.studentId, wish.takeOver),
    },
    'binding.undo': {
      args: z.strictObject({ bindingId: id }),
      answer: ({ bindingId }) => binding.undo(bindingId),
    },
  }
}
