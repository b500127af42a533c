import { v7 as uuidv7 } from 'uuid'
import { assertNever } from '../../core/assertNever.ts'
import type { PhotoSet } from '../../core/photoChange.ts'
import {
  PREVIEW_LINES,
  type FileRefusal,
  type PhotoFault,
  type PhotosPreview,
} from '../../core/rollRequests.ts'
import { written, type WrittenChange } from '../../core/schoolChange.ts'
import type { Database } from '../../db/database.ts'
import type { LookOptions } from '../../db/lookThrough.ts'
import { openDatabase } from '../../db/open.ts'
import { photoOf, pictureIdOf, type Picture } from '../../db/photos.ts'
import { rollSize } from '../../db/rollCounts.ts'
import { getStudent, ownPupil, studentIdOfEducationId } from '../../db/students.ts'
import { openPhotos, type PhotoFile } from '../importing/photoFiles.ts'
import { personShown } from '../shown.ts'
import type { Tell } from '../tell.ts'

export interface ReadPhotosJob {
  readonly place: LookOptions
  /** of a folder or a zip */
  readonly path: string
}

/** Pictures to be written before they are anybody's, and how far the reading is. */
export interface PhotoPortion {
  readonly pictures: readonly Picture[]
  readonly done: number
  readonly total: number
}

export type PhotosRead =
  | {
      readonly kind: 'read'
      readonly preview: PhotosPreview
      readonly change: WrittenChange
    }
  | { readonly kind: 'refused'; readonly why: FileRefusal | 'called-off' }

/** 25 KB each: a portion is written in some 5 ms. */
const A_PORTION = 8

/** Reads photos one by one and hands over those that are new, by a connection that only reads. For a thread. */
export async function readPhotos(
  { place, path }: ReadPhotosJob,
  tell: Tell<PhotoPortion>,
): Promise<PhotosRead> {
  const opened = await openPhotos(path)
  if (opened.kind === 'refused') return { kind: 'refused', why: REFUSALS[opened.why] }
  const db = openDatabase({ ...place, readonly: true })
  const found = photosFound(db)
  try {
    let pictures: Picture[] = []
    let done = 0
    for await (const file of opened.files) {
      done += 1
      const picture = found.take(file)
      if (picture !== null) pictures.push(picture)
      if (pictures.length < A_PORTION && done % 100 !== 0) continue
      if (!(await tell({ pictures, done, total: opened.count })))
        return { kind: 'refused', why: 'called-off' }
      pictures = []
    }
    if (pictures.length > 0) await tell({ pictures, done, total: opened.count })
    return found.read()
  } finally {
    await opened.close()
    db.close()
  }
}

const REFUSALS = {
  unreadable: 'not-readable',
  'not-photos': 'not-photos',
  'no-files': 'no-files',
  'zip-bomb': 'zip-bomb',
  'too-large': 'too-large',
  damaged: 'damaged',
} as const satisfies Record<string, FileRefusal>

interface PhotosFound {
  /** @returns the picture to be written; null: it is here already, or is nobody's */
  take(file: PhotoFile): Picture | null
  read(): Extract<PhotosRead, { readonly kind: 'read' }>
}

function photosFound(db: Database): PhotosFound {
  const photos: PhotoSet[] = []
  const faults = new Map<PhotoFault, number>()
  const lines: PhotosPreview['lines'][number][] = []
  let same = 0

  function fault(of: PhotoFault, studentId: string | null): void {
    faults.set(of, (faults.get(of) ?? 0) + 1)
    const student = studentId === null ? null : getStudent(db, studentId)
    if (student === null || lines.length >= PREVIEW_LINES) return
    const { name, educationIdTail, className, sex } = personShown(student)
    const enrolment = student.enrolment.kind
    const pupil = { name, educationIdTail: educationIdTail ?? '', className, sex, enrolment }
    lines.push({ pupil, fault: of })
  }

  return {
    take(file) {
      switch (file.kind) {
        case 'twice':
        case 'no-education-id':
        case 'not-a-picture':
        case 'too-large':
        case 'link':
        case 'unreadable':
          fault(file.kind, null)
          return null
        case 'photo': {
          const pupil = ownPupil(db, studentIdOfEducationId(db, file.educationId))
          if (pupil === null) {
            fault('nobodys', null)
            return null
          }
          const { id: studentId } = pupil
          for (const flaw of file.flaws) fault(flaw, studentId)
          const { mime, width, height, bytes } = file
          const to = pictureIdOf(bytes)
          const from = photoOf(db, studentId)
          if (from === to) {
            same += 1
            return null
          }
          photos.push({ studentId, from, to })
          return { pictureId: to, mime, width, height, bytes }
        }
        default:
          return assertNever(file)
      }
    },
    read() {
      const { pupils, withPhoto } = rollSize(db)
      const replaces = photos.filter(({ from }) => from !== null).length
      return {
        kind: 'read',
        change: written({ of: 'photos', change: { changeId: uuidv7(), undoes: null, photos } }),
        preview: {
          ...{ kind: 'preview', fits: photos.length, replaces, same, lines },
          without: Math.max(0, pupils - withPhoto - (photos.length - replaces)),
          faults: [...faults].map(([of, count]) => ({ fault: of, count })),
        },
      }
    },
  }
}
