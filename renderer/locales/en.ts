import { bring } from './en/bring.ts'
import { calendar } from './en/calendar.ts'
import { caseActs } from './en/caseActs.ts'
import { casePage } from './en/casePage.ts'
import { caseRefused } from './en/caseRefused.ts'
import { caseSteps } from './en/caseSteps.ts'
import { caseShort } from './en/caseShort.ts'
import { caseWords } from './en/caseWords.ts'
import { care } from './en/care.ts'
import { dataRules } from './en/dataRules.ts'
import { devices } from './en/devices.ts'
import { search } from './en/search.ts'
import { student } from './en/student.ts'
import { firstRun } from './en/firstRun.ts'
import { frame } from './en/frame.ts'
import { history } from './en/history.ts'
import { lists } from './en/lists.ts'
import { log } from './en/log.ts'
import { names } from './en/names.ts'
import { newCards } from './en/newCards.ts'
import { newSheet } from './en/newSheet.ts'
import { papers } from './en/papers.ts'
import { rehearsal } from './en/rehearsal.ts'
import { binding } from './en/binding.ts'
import { pupilRoll } from './en/pupilRoll.ts'
import { roll } from './en/roll.ts'
import { rollImport } from './en/rollImport.ts'
import { rollRefused } from './en/rollRefused.ts'
import { rollTroubles } from './en/rollTroubles.ts'
import { schoolYear } from './en/schoolYear.ts'
import { settings } from './en/settings.ts'
import { signIn } from './en/signIn.ts'
import { start } from './en/start.ts'
import { staff } from './en/staff.ts'
import { today } from './en/today.ts'
import { trouble } from './en/trouble.ts'
import { verify } from './en/verify.ts'
import { work } from './en/work.ts'
import { yearTaps } from './en/yearTaps.ts'
import { arrival } from './en/arrival.ts'
import { city } from './en/city.ts'
import { classPack } from './en/classPack.ts'
import type { Messages } from './messages.ts'

export const en: Messages = {
  ...frame,
  ...caseSteps,
  ...caseWords,
  ...caseShort,
  ...casePage,
  ...caseActs,
  ...caseRefused,
  ...today,
  ...work,
  ...signIn,
  ...firstRun,
  ...verify,
  ...search,
  ...student,
  ...history,
  ...names,
  ...newCards,
  ...devices,
  ...rehearsal,
  ...binding,
  ...roll,
  ...rollImport,
  ...rollTroubles,
  ...rollRefused,
  ...schoolYear,
  ...pupilRoll,
  ...yearTaps,
  ...arrival,
  ...city,
  ...classPack,
  ...settings,
  ...start,
  ...staff,
  ...lists,
  ...papers,
  ...log,
  ...care,
  ...newSheet,
  ...dataRules,
  ...calendar,
  ...bring,
  ...trouble,
}
