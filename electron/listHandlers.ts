import { z } from 'zod'
import { LIST_FORMS, type ListRequests } from '../core/listRequests.ts'
import { LIST_NAMES, LISTS } from '../core/lists.ts'
import type { Desk } from './deskFace.ts'
import { id, reason } from './fields.ts'
import type { Handlers } from './ipc.ts'

const asked = {
  classId: id.nullable(),
  whole: z.strictObject({ reason }).nullable(),
  language: z.enum(['zh-CN', 'en']),
}

/** The part of the desk's counter that is about lists as files. */
export function listHandlers(desk: Desk): Pick<Handlers, keyof ListRequests> {
  const { lists } = desk.reports
  return {
    'list.export': {
      args: z
        .strictObject({ ...asked, list: z.enum(LIST_NAMES), form: z.enum(LIST_FORMS) })
        .refine(({ list, classId }) => (LISTS[list].of === 'class') === (classId !== null)),
      answer: (wish) => lists.save(wish),
    },
    'list.progress': { args: z.strictObject(asked), answer: (wish) => lists.progress(wish) },
  }
}
