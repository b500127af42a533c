import { basename } from 'node:path'
import type { AuditAct } from '../../core/audit.ts'
import type { CopyAnswer, SavedFiles } from '../../core/care.ts'
import { DeskError } from '../../core/errors.ts'
import type { Language } from '../../core/settings.ts'
import type { Operator } from '../../core/staff.ts'
import { listBackups, type ListedBackup } from '../backups/listBackups.ts'
import type { Care } from '../care.ts'
import type { Clock } from '../clock.ts'
import type { DeskHands, DeskWork } from '../deskWork.ts'
import { listFiles, type ListFiles } from '../lists/listFiles.ts'
import { databaseFile } from '../localData.ts'
import { papers, type Papers } from '../papers/papers.ts'
import { saveReport } from '../saveReport.ts'
import type { OpenSchool } from '../school.ts'
import { saveSupportBundle, type SupportFacts } from '../supportBundle.ts'

export interface ReportParts {
  readonly clock: Clock
  readonly work: Pick<DeskWork, 'yearlyPack' | 'copyBackup' | 'list' | 'progress'>
  readonly care: Pick<Care, 'untouched'>
  readonly hands: DeskHands
  /** @throws DeskError while no school is open */
  readonly school: () => OpenSchool
  /** @throws DeskError `signed-out` */
  readonly operator: () => Operator
  /** of this sign-in. @throws DeskError `signed-out` */
  readonly token: () => string
  readonly audit: (act: AuditAct) => void
  readonly supportFacts: (school: OpenSchool) => SupportFacts
  /** the older one first */
  readonly logFiles: readonly string[]
}

/** What leaves the desk as a file, into a folder that a person chose; each is in the log. */
export interface Reports {
  /** the yearly pack: PDF and workbook */
  year(year: number, language: Language): Promise<SavedFiles>
  /** the log of the program, for whoever helps: nothing of a person */
  support(): Promise<SavedFiles>
  /** a backup by its name, whole and encrypted as it lies: brought elsewhere, the recovery sheet opens it */
  backup(name: string): Promise<CopyAnswer>
  readonly lists: ListFiles
  readonly papers: Papers
}

export function reports(parts: ReportParts): Reports {
  const { clock, hands } = parts

  const saved = (paths: readonly string[]): SavedFiles => ({
    kind: 'saved',
    names: paths.map((path) => basename(path)),
  })

  /** Whoever asked must still be there: the dialog and the counting take their time. */
  function stillThere(token: string): void {
    if (parts.token() !== token)
      throw new DeskError('signed-out', 'The desk was locked meanwhile: nothing was saved.')
  }

  return {
    lists: listFiles({ ...parts, stillThere }),
    papers: papers({ ...parts, stillThere }),
    async year(year, language) {
      const token = parts.token()
      const folder = await hands.chooseFolder()
      if (folder === null) return { kind: 'called-off' }
      stillThere(token)
      const { place, dataKey, data } = parts.school()
      const made = await parts.work.yearlyPack({
        ...{ file: databaseFile(place.folder), key: dataKey, nativeBinding: place.nativeBinding },
        ...{ year, language, madeAt: clock.now(), madeBy: parts.operator().name },
        anchor: data.anchor.found(),
      })
      const pdf = await hands.yearlyPdf(made, language)
      stillThere(token)
      parts.audit({ kind: 'report-made', studentId: null, about: String(year), reason: null })
      return saved(await saveReport(folder, made.pack, { pdf, xlsx: made.xlsx }))
    },
    async support() {
      const token = parts.token()
      const folder = await hands.chooseFolder()
      if (folder === null) return { kind: 'called-off' }
      stillThere(token)
      parts.audit({ kind: 'support-bundle-made', studentId: null, about: null, reason: null })
      const facts = parts.supportFacts(parts.school())
      return saved([await saveSupportBundle(folder, facts, parts.logFiles, clock.now())])
    },
    async backup(name) {
      const token = parts.token()
      if (canBeBrought(parts.school(), name) === null) return { kind: 'ruined' }
      const into = await hands.chooseFolder()
      if (into === null) return { kind: 'called-off' }
      return parts.care.untouched(async () => {
        stillThere(token)
        const backup = canBeBrought(parts.school(), name)
        if (backup === null) return { kind: 'ruined' }
        parts.audit({ kind: 'backup-copied', studentId: null, about: name, reason: null })
        return parts.work.copyBackup({ backupFolder: backup.folder, into })
      })
    },
  }
}

/** Whole, and with the box that a recovery sheet opens; null: another one, or it has gone. */
function canBeBrought({ place, dataKey }: OpenSchool, name: string): ListedBackup | null {
  const found = listBackups(place.folder, dataKey).find((one) => one.name === name)
  return found?.whole === true && found.hasBox ? found : null
}
