import { bring } from './en/bring.ts'
import { care } from './en/care.ts'
import { dataRules } from './en/dataRules.ts'
import { devices } from './en/devices.ts'
import { search } from './en/search.ts'
import { student } from './en/student.ts'
import { firstRun } from './en/firstRun.ts'
import { frame } from './en/frame.ts'
import { history } from './en/history.ts'
import { log } from './en/log.ts'
import { newSheet } from './en/newSheet.ts'
import { rehearsal } from './en/rehearsal.ts'
import { settings } from './en/settings.ts'
import { signIn } from './en/signIn.ts'
import { start } from './en/start.ts'
import { staff } from './en/staff.ts'
import { trouble } from './en/trouble.ts'
import { verify } from './en/verify.ts'
import type { Messages } from './messages.ts'

export const en: Messages = {
  ...frame,
  ...signIn,
  ...firstRun,
  ...verify,
  ...search,
  ...student,
  ...history,
  ...devices,
  ...rehearsal,
  ...settings,
  ...start,
  ...staff,
  ...log,
  ...care,
  ...newSheet,
  ...dataRules,
  ...bring,
  ...trouble,
}
