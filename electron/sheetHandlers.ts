import { z } from 'zod'
import type { SheetRequests } from '../core/sheetRequests.ts'
import type { Desk } from './deskFace.ts'
import { done, id, name, nothing, pin, reason } from './fields.ts'
import type { Handlers } from './ipc.ts'

const firstPerson = z.strictObject({ name, pin })
/** as they were typed from the paper */
const whole = z.string().max(1_000)
/** those that are asked back */
const some = z.strictObject({ characters: z.array(z.string().max(8)).max(24).readonly() })

/** The part of the desk's counter that is about the recovery sheet. */
export function sheetHandlers(desk: Desk): Pick<Handlers, keyof SheetRequests> {
  return {
    'firstRun.begin': {
      args: z.strictObject({
        administrator: firstPerson,
        supervisor: firstPerson,
        alone: z.boolean(),
        exception: z.boolean(),
      }),
      answer: (wish) => desk.firstRun().begin(wish),
    },
    'firstRun.print': { args: nothing, answer: () => desk.printSheet() },
    'firstRun.confirm': {
      args: some,
      answer: ({ characters }) => desk.confirmFirstRun(characters),
    },
    'recovery.open': {
      args: z.strictObject({
        characters: whole,
        person: z.union([z.strictObject({ id }), z.strictObject({ name })]),
        pin,
      }),
      answer: (wish) => desk.openWithSheet(wish),
    },
    'recovery.bring': {
      args: z.strictObject({ characters: whole, name, pin }),
      answer: (wish) => desk.bring(wish),
    },
    'sheet.make': {
      args: z.strictObject({ reason, copied: z.boolean() }),
      answer: (wish) => desk.newSheet.make(wish),
    },
    'sheet.print': { args: nothing, answer: () => desk.newSheet.print() },
    'sheet.confirm': {
      args: some,
      answer: ({ characters }) => desk.newSheet.confirm(characters),
    },
    'sheet.drop': { args: nothing, answer: () => done(desk.newSheet.forget()) },
  }
}
