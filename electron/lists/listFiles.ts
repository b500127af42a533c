import { basename } from 'node:path'
import type { AuditAct } from '../../core/audit.ts'
import { exportedAbout, type ListExported } from '../../core/listExported.ts'
import type { ExportWish, ListSaved, ProgressWish, Whole } from '../../core/listRequests.ts'
import { LISTS } from '../../core/lists.ts'
import type { Operator } from '../../core/staff.ts'
import type { Clock } from '../clock.ts'
import type { DeskHands, DeskWork } from '../deskWork.ts'
import { fileOf } from '../localData.ts'
import { saveFiles, type Contents } from '../saveFiles.ts'
import type { OpenSchool } from '../school.ts'

export interface ListFileParts {
  readonly clock: Clock
  readonly work: Pick<DeskWork, 'list' | 'progress'>
  readonly hands: Pick<DeskHands, 'chooseFolder' | 'progressPdf'>
  /** @throws DeskError while no school is open */
  readonly school: () => OpenSchool
  /** @throws DeskError `signed-out` */
  readonly operator: () => Operator
  /** of this sign-in. @throws DeskError `signed-out` */
  readonly token: () => string
  /** whoever asked must still be there. @throws DeskError `signed-out` */
  readonly stillThere: (token: string) => void
  /** on the disk when it returns: what was not written down does not leave */
  readonly audit: (act: AuditAct) => void
}

/** Lists that leave the desk, into a folder that a person chose. Whether names may be whole was decided before. */
export interface ListFiles {
  save(wish: ExportWish): Promise<ListSaved>
  /** the pages for class teachers, as PDF */
  progress(wish: ProgressWish): Promise<ListSaved>
}

export function listFiles(parts: ListFileParts): ListFiles {
  const { clock, work, hands } = parts

  const placeNow = () => {
    const { place, dataKey } = parts.school()
    return fileOf(place, dataKey)
  }

  /** The row of the log first: a file that nobody wrote down is not made. */
  async function leave(
    token: string,
    exported: ListExported,
    reason: string | null,
    { name, contents }: { readonly name: string; readonly contents: Contents },
  ): Promise<ListSaved> {
    const folder = await hands.chooseFolder()
    if (folder === null) return { kind: 'called-off' }
    parts.stillThere(token)
    const about = exportedAbout(exported)
    parts.audit({ kind: 'list-exported', studentId: null, about, reason })
    const paths = await saveFiles(folder, name, contents, 'The list was not saved')
    return { kind: 'saved', names: paths.map((path) => basename(path)), folder: basename(folder) }
  }

  return {
    async save({ list, ofId, form, whole, language }) {
      const token = parts.token()
      const names = LISTS[list].names ? namesOf(whole) : 'none'
      const { name, file, rows } = await work.list({
        ...{ place: placeNow(), list, ofId, form, names, language },
        ...{ madeAt: clock.now(), madeBy: parts.operator() },
      })
      if (rows === 0) return { kind: 'empty' }
      const exported = { list, form, names, rows, ofId } as const
      return leave(token, exported, reasonOf(names, whole), { name, contents: { [form]: file } })
    },
    async progress({ classId, whole, language }) {
      const token = parts.token()
      const names = namesOf(whole)
      const made = await work.progress({
        ...{ place: placeNow(), classId, names, language },
        ...{ madeAt: clock.now(), madeBy: parts.operator() },
      })
      if (made.classes === 0) return { kind: 'empty' }
      const pdf = await hands.progressPdf(made)
      const { name, rows } = made
      const exported = { list: 'progress', form: 'pdf', names, rows, ofId: classId } as const
      return leave(token, exported, reasonOf(names, whole), { name, contents: { pdf } })
    },
  }
}

const namesOf = (whole: Whole): 'masked' | 'whole' => (whole === null ? 'masked' : 'whole')

const reasonOf = (names: ListExported['names'], whole: Whole): string | null =>
  names === 'whole' ? (whole?.reason ?? null) : null
