import { beijingDate } from '../../core/calendarDate.ts'
import { DeskError } from '../../core/errors.ts'
import type { Missing } from '../../core/rollDifference.ts'
import type { CardField, Mapping, RollField } from '../../core/rollFileColumns.ts'
import type {
  CardFileAnswer,
  FileKind,
  FileOpened,
  FileRefusal,
  PhotosAnswer,
  PreviewAnswer,
  RollProgress,
} from '../../core/rollRequests.ts'
import { getMapping } from '../../db/fileMappings.ts'
import { storePicture } from '../../db/photos.ts'
import { writingSlice } from '../../db/writing.ts'
import { fileOf } from '../localData.ts'
import { chooseFile, type ChosenFile } from './chosenFile.ts'
import { withinLimit } from './withinLimit.ts'
import type { Ready, RollParts } from './rollParts.ts'
import { writingMuch } from './writingMuch.ts'

/** Files a school brings, looked through before anything of them is taken over. */
export interface RollFiles {
  open(of: FileKind): Promise<FileOpened | null>
  sheet(sheet: string): Promise<FileOpened>
  preview(mapping: Mapping<RollField>, missing: Missing): Promise<PreviewAnswer>
  previewCards(mapping: Mapping<CardField>): Promise<CardFileAnswer>
  openPhotos(from: 'folder' | 'zip'): Promise<PhotosAnswer | null>
  /** what can be taken, once; null: nothing */
  ready(): Ready | null
  /** ends what is being read, and forgets what was */
  forget(): void
}

const refused = (why: FileRefusal): { readonly kind: 'refused'; readonly why: FileRefusal } => ({
  kind: 'refused',
  why,
})

const BEGUN: RollProgress = { at: 'reading', done: 0, total: null, canCallOff: true }

export function rollFiles(parts: RollParts): RollFiles {
  let chosen: ChosenFile | null = null
  let ready: Ready | null = null
  /** of the work that is being done; another one's answer is nobody's any more */
  let working = new AbortController()

  function begin(): AbortSignal {
    working.abort()
    working = new AbortController()
    ready = null
    return working.signal
  }

  /** Whoever asked must still be there. @throws DeskError `called-off` */
  function stillAsked(signal: AbortSignal): void {
    if (signal.aborted) throw new DeskError('called-off', 'The desk was locked, or it was ended.')
  }

  async function reading<T>(work: (signal: AbortSignal) => Promise<T>) {
    const signal = begin()
    parts.onProgress(BEGUN)
    try {
      const done = await withinLimit(signal, work)
      stillAsked(signal)
      return done
    } finally {
      if (!signal.aborted) parts.onProgress(null)
    }
  }

  async function shown(file: ChosenFile): Promise<FileOpened> {
    const remembered = getMapping(parts.school().data.db, file.of)
    const answer = await reading((signal) => parts.work.openFile({ ...file, remembered }, signal))
    if (answer.kind === 'opened') chosen = { ...file, sheet: answer.sheet }
    return answer
  }

  const placeNow = () => {
    const { place, dataKey } = parts.school()
    return fileOf(place, dataKey)
  }

  return {
    async open(of) {
      const signal = begin()
      const file = await chooseFile(parts.hands, of)
      stillAsked(signal)
      return file === null || 'kind' in file ? file : shown(file)
    },
    async sheet(sheet) {
      return chosen === null ? refused('nothing-chosen') : shown({ ...chosen, sheet })
    },
    async preview(mapping, missing) {
      if (chosen?.of !== 'roll') return refused('nothing-chosen')
      const { bytes, sheet } = chosen
      const today = beijingDate(parts.clock.now())
      const job = { place: placeNow(), bytes, sheet, mapping, missing, today }
      const compared = await reading((signal) => parts.work.compareRoll(job, signal))
      if (compared.kind === 'refused') return compared
      const { preview, change, version } = compared
      const { changed, gone, sameName, broken } = preview.counts
      const known = changed + gone + sameName
      if (known > 0)
        parts.audit({ kind: 'list-shown', studentId: null, about: String(known), reason: 'roll' })
      ready = { kind: 'roll', change, version, broken, mapping }
      return preview
    },
    async previewCards(mapping) {
      if (chosen?.of !== 'cards') return refused('nothing-chosen')
      const { bytes, sheet } = chosen
      const job = { place: placeNow(), bytes, sheet, mapping }
      const compared = await reading((signal) => parts.work.compareCards(job, signal))
      if (compared.kind === 'refused') return compared
      ready = { kind: 'cards', cards: compared.cards, mapping }
      return compared.preview
    },
    async openPhotos(from) {
      const asked = begin()
      const path =
        from === 'folder' ? await parts.hands.chooseFolder() : await parts.hands.chooseFile('zip')
      stillAsked(asked)
      if (path === null) return null
      const signal = begin()
      const { db } = parts.school().data
      const job = { place: placeNow(), path }
      parts.onProgress(BEGUN)
      try {
        const read = await writingMuch(parts, parts.school(), (pause) =>
          parts.work.readPhotos(
            job,
            async ({ pictures, done, total }) => {
              if (signal.aborted) return false
              writingSlice(db, 'The photos were not written', () => {
                for (const picture of pictures) storePicture(db, picture)
              })
              parts.onProgress({ at: 'photos', done, total, canCallOff: true })
              await pause()
              return !signal.aborted
            },
            signal,
          ),
        )
        stillAsked(signal)
        if (read.kind === 'refused') return read
        ready = { kind: 'photos', change: read.change }
        return read.preview
      } finally {
        if (!signal.aborted) parts.onProgress(null)
      }
    },
    ready() {
      const taken = ready
      ready = null
      return taken
    },
    forget() {
      begin()
      chosen = null
      parts.onProgress(null)
    },
  }
}
