import { devices } from './en/devices.ts'
import { search } from './en/search.ts'
import { student } from './en/student.ts'
import { frame } from './en/frame.ts'
import { rehearsal } from './en/rehearsal.ts'
import { settings } from './en/settings.ts'
import { start } from './en/start.ts'
import { trouble } from './en/trouble.ts'
import { verify } from './en/verify.ts'
import type { Messages } from './messages.ts'

export const en: Messages = {
  ...frame,
  ...verify,
  ...search,
  ...student,
  ...devices,
  ...rehearsal,
  ...settings,
  ...start,
  ...trouble,
}
