import { bring } from './zh-CN/bring.ts'
import { calendar } from './zh-CN/calendar.ts'
import { caseActs } from './zh-CN/caseActs.ts'
import { casePage } from './zh-CN/casePage.ts'
import { caseRefused } from './zh-CN/caseRefused.ts'
import { caseSteps } from './zh-CN/caseSteps.ts'
import { caseShort } from './zh-CN/caseShort.ts'
import { caseWords } from './zh-CN/caseWords.ts'
import { care } from './zh-CN/care.ts'
import { dataRules } from './zh-CN/dataRules.ts'
import { devices } from './zh-CN/devices.ts'
import { search } from './zh-CN/search.ts'
import { student } from './zh-CN/student.ts'
import { firstRun } from './zh-CN/firstRun.ts'
import { frame } from './zh-CN/frame.ts'
import { history } from './zh-CN/history.ts'
import { lists } from './zh-CN/lists.ts'
import { log } from './zh-CN/log.ts'
import { names } from './zh-CN/names.ts'
import { newCards } from './zh-CN/newCards.ts'
import { newSheet } from './zh-CN/newSheet.ts'
import { papers } from './zh-CN/papers.ts'
import { rehearsal } from './zh-CN/rehearsal.ts'
import { binding } from './zh-CN/binding.ts'
import { pupilRoll } from './zh-CN/pupilRoll.ts'
import { roll } from './zh-CN/roll.ts'
import { rollImport } from './zh-CN/rollImport.ts'
import { rollRefused } from './zh-CN/rollRefused.ts'
import { rollTroubles } from './zh-CN/rollTroubles.ts'
import { schoolYear } from './zh-CN/schoolYear.ts'
import { settings } from './zh-CN/settings.ts'
import { signIn } from './zh-CN/signIn.ts'
import { start } from './zh-CN/start.ts'
import { staff } from './zh-CN/staff.ts'
import { today } from './zh-CN/today.ts'
import { trouble } from './zh-CN/trouble.ts'
import { verify } from './zh-CN/verify.ts'
import { work } from './zh-CN/work.ts'
import { yearTaps } from './zh-CN/yearTaps.ts'
import { arrival } from './zh-CN/arrival.ts'
import { city } from './zh-CN/city.ts'
import { classPack } from './zh-CN/classPack.ts'

/** The words of the desk: short office Chinese, the person first, the system never. One file a screen. */
export const zhCN = {
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
