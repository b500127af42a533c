import { z } from 'zod'
import type { PaperRequests } from '../core/paperRequests.ts'
import type { Desk } from './deskFace.ts'
import { key } from './fields.ts'
import type { Handlers } from './ipc.ts'

const language = z.enum(['zh-CN', 'en'])
const asked = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('slip'), studentId: key, language }),
  z.strictObject({ of: z.literal('hand-over'), classId: key, language }),
  z.strictObject({ of: z.literal('inquiry'), language }),
])

/** The part of the desk's counter that is about papers. */
export function paperHandlers(desk: Desk): Pick<Handlers, keyof PaperRequests> {
  const { papers } = desk.reports
  return {
    'paper.preview': { args: asked, answer: (wish) => papers.preview(wish) },
    'paper.print': { args: asked, answer: (wish) => papers.print(wish) },
    'paper.save': { args: asked, answer: (wish) => papers.save(wish) },
  }
}
