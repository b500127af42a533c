import { z } from 'zod'
import { readName } from '../core/rollFileName.ts'
import { DESTINATIONS } from '../core/rollCards.ts'
import { MAY_GO_ON } from '../core/schoolYear.ts'
import type { SchoolYearRequests } from '../core/schoolYearRequests.ts'
import { YEAR_TAPS } from '../core/yearTap.ts'
import type { YearTapRequests } from '../core/yearTapShown.ts'
import type { Desk } from './deskFace.ts'
import { day, id, key, nothing } from './fields.ts'
import type { Handlers } from './ipc.ts'

const version = z.int().nonnegative()
const goOn = z
  .array(z.union(MAY_GO_ON.map((grade) => z.literal(grade))))
  .max(MAY_GO_ON.length)
  .readonly()

const educationId = z.string().regex(/^\d{8}$/)
/** Written as an import would write it. */
const name = z
  .string()
  .max(200)
  .transform((given, context) => {
    const read = readName(given)
    if (read.kind === 'read') return read.value.name
    context.addIssue('no name')
    return z.NEVER
  })
const school = z.string().trim().min(1).max(60)
const sex = z.enum(['female', 'male'])
const onRoll = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('enrolled') }),
  z.strictObject({ kind: z.literal('temporary'), until: day.nullable() }),
  z.strictObject({ kind: z.literal('suspended'), since: day }),
])
const pupil = { name, sex, classId: key.nullable(), enrolment: onRoll }
const wish = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('transfer-in'),
    entry: z.strictObject({ ...pupil, educationId }),
  }),
  z.strictObject({
    kind: z.literal('transfer-out'),
    studentId: key,
    on: day,
    to: school.nullable(),
    destination: z.enum(DESTINATIONS),
  }),
  z.strictObject({
    kind: z.literal('correct'),
    studentId: key,
    to: z.strictObject({ ...pupil, educationId: educationId.nullable() }),
  }),
])

const of = z.enum(YEAR_TAPS)

/** The part of the desk's counter that is about the school year and its taps. */
export function schoolYearHandlers(
  desk: Desk,
): Pick<Handlers, keyof SchoolYearRequests | keyof YearTapRequests> {
  const { years, yearTaps } = desk.acts
  return {
    'schoolYear.view': { args: nothing, answer: () => years.view() },
    'schoolYear.take': {
      args: z.strictObject({ on: day, goOn, version }),
      answer: (given) => years.take(given.on, given.goOn, given.version),
    },
    'roll.classes': { args: nothing, answer: () => years.classes() },
    'roll.pupil': { args: wish, answer: (given) => years.pupil(given) },
    'yearTaps.view': {
      args: z.strictObject({ of }),
      answer: (given) => yearTaps.view(given.of),
    },
    'yearTaps.missing': {
      args: z.strictObject({ of, classId: key }),
      answer: (given) => yearTaps.missing(given.of, given.classId),
    },
    'yearTaps.tap': {
      args: z.strictObject({ of, tapId: id, destination: z.enum(DESTINATIONS) }),
      answer: (given) => yearTaps.tap(given.of, given.tapId, given.destination),
    },
    'yearTaps.undo': {
      args: z.strictObject({ yearTapId: id }),
      answer: (given) => yearTaps.undo(given.yearTapId),
    },
  }
}
