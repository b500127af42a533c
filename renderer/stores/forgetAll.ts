import { useArrival } from './arrival.ts'
import { useBinding } from './binding.ts'
import { useCase } from './case.ts'
import { useCaseForm } from './caseForm.ts'
import { useCity } from './city.ts'
import { useConfirming } from './confirming.ts'
import { useDevices } from './devices.ts'
import { useDrafts } from './drafts.ts'
import { useLog } from './log.ts'
import { useNameCheck } from './nameCheck.ts'
import { useNames } from './names.ts'
import { useNewCards } from './newCards.ts'
import { useNewSheet } from './newSheet.ts'
import { usePacks } from './packs.ts'
import { usePlace } from './place.ts'
import { usePupilRoll } from './pupilRoll.ts'
import { useRehearsal } from './rehearsal.ts'
import { useRoll } from './roll.ts'
import { useRollImport } from './rollImport.ts'
import { useRollWork } from './rollWork.ts'
import { useScan } from './scan.ts'
import { useSchoolYear } from './schoolYear.ts'
import { useSearch } from './search.ts'
import { useSettings } from './settings.ts'
import { useStudent } from './student.ts'
import { useToday } from './today.ts'
import { useVerify } from './verify.ts'
import { useWork } from './work.ts'
import { useYearTaps } from './yearTaps.ts'

/**
 * Nobody is at the desk any more: nothing of a pupil, and nothing that was typed, stays in the page
 * (hardening.md A19). Whatever a new store holds of either is forgotten here. Of the desk itself stays
 * what it says while it is locked; the people and the log go with their screens, too.
 */
export function forgetAll(): void {
  // First, so that nothing of the forgetting is kept as if it had been typed.
  useDrafts().forget()
  useConfirming().forget()
  useVerify().forget()
  useScan().forget()
  useSearch().forget()
  useStudent().close()
  useNameCheck().forget()
  useNames().forget()
  useDevices().forget()
  useLog().close()
  useNewCards().forget()
  useNewSheet().forget()
  useRehearsal().forget()
  useBinding().forget()
  useCase().forget()
  useCaseForm().forget()
  useToday().forget()
  useWork().forget()
  usePacks().forget()
  useRollWork().forget()
  useRollImport().forget()
  useRoll().forget()
  usePupilRoll().forget()
  useSchoolYear().forget()
  useYearTaps().forget()
  useArrival().forget()
  useCity().forget()
  useSettings().forget()
  usePlace().forget()
}
