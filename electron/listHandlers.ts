import { z } from 'zod'
import { LIST_FORMS, type ListRequests } from '../core/listRequests.ts'
import { LIST_NAMES, LISTS } from '../core/lists.ts'
import type { Desk } from './deskFace.ts'
import { id, reason } from './fields.ts'
import type { Handlers } from './ipc.ts'

const asked = {
  whole: z.strictObject({ reason }).nullable(),
  language: z.enum(['zh-CN', 'en']),
}

/** The part of the desk's counter that is about lists as files. */
export function listHandlers(desk: Desk): Pick<Handlers, keyof ListRequests> {
  const { lists } = desk.reports
  return {
    'list.export': {
      args: z
        .strictObject({
          ...asked,
          ofId: id.nullable(),
          list: z.enum(LIST_NAMES),
          form: z.enum(LIST_FORMS),
        })
        .refine(({ list, ofId }) => (LISTS[list].of === 'school') === (ofId === null)),
      answer: (wish) => lists.save(wish),
    },
    'list.progress': {
      args: z.strictObject({ ...asked, classId: id.nullable() }),
      answer: (wish) => lists.progress(wish),
    },
  }
}
