import { z } from 'zod'
import { TYPED_NAME_LENGTH, type NameRequests } from '../core/nameRequests.ts'
import type { Desk } from './deskFace.ts'
import { id, nothing } from './fields.ts'
import type { Handlers } from './ipc.ts'

/** The part of the desk's counter that is about how names are written. */
export function nameHandlers(desk: Desk): Pick<Handlers, keyof NameRequests> {
  return {
    'names.compare': {
      args: z.strictObject({ studentId: id, typed: z.string().max(TYPED_NAME_LENGTH) }),
      answer: ({ studentId, typed }) => desk.lookUp.names.compare(studentId, typed),
    },
    'names.toCheck': { args: nothing, answer: () => desk.lookUp.names.toCheck() },
  }
}
