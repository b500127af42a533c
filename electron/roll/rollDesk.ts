import { v7 as uuidv7 } from 'uuid'
import type { Recorder } from '../../core/outbox.ts'
import type {
  CardsTakenAnswer,
  RollTakenAnswer,
  RollUndoneAnswer,
  RollView,
} from '../../core/rollRequests.ts'
import { ofSchool, type WrittenChange } from '../../core/schoolChange.ts'
import type { Mapping } from '../../core/rollFileColumns.ts'
import { syncLog } from '../../db/checkpoint.ts'
import { getDataState } from '../../db/dataState.ts'
import { keepMapping } from '../../db/fileMappings.ts'
import { storeChange } from '../../db/rollChanges.ts'
import { getOwnSchool } from '../../db/schools.ts'
import { fileOf } from '../localData.ts'
import { logged } from '../log.ts'
import { nextTurn } from '../nextTurn.ts'
import type { OpenSchool } from '../school.ts'
import { bindAll } from './bindAll.ts'
import { applyRoll } from './rollApplying.ts'
import { rollFiles, type RollFiles } from './rollFiles.ts'
import type { Ready, RollParts } from './rollParts.ts'
import { rollView } from './rollView.ts'
import { sweepPictures } from './sweepPictures.ts'
import { writingMuch } from './writingMuch.ts'

/** The roll, the photos and the card numbers a school brings in files: looked through first, then taken. */
export interface RollDesk extends Omit<RollFiles, 'ready'> {
  view(): RollView
  /** @param schoolName of a desk that has no school yet */
  take(withoutBroken: boolean, schoolName: string | null): Promise<RollTakenAnswer>
  takeCards(): Promise<CardsTakenAnswer>
  takePhotos(): Promise<RollTakenAnswer>
  undo(changeId: string): Promise<RollUndoneAnswer>
  /** a change that was decided elsewhere: a school year, a transfer */
  store(change: WrittenChange): Promise<void>
  callOff(): void
  /** resolves when no change of the roll is being shown in the tables any more */
  settled(): Promise<void>
}

const refused = <Why extends Extract<RollTakenAnswer, { readonly kind: 'refused' }>['why']>(
  why: Why,
) => ({ kind: 'refused', why }) as const

export function rollDesk(parts: RollParts): RollDesk {
  const files = rollFiles(parts)
  let showing: Promise<void> = Promise.resolve()

  const recorder = ({ data }: OpenSchool): Recorder => ({
    ...data.recorder,
    operatorId: parts.operator().id,
  })

  /**
   * Stored at once; shown turn by turn, one change after the other. Resolves when it is on the disk and shown.
   * Rejects where it could not be stored.
   */
  async function store(change: WrittenChange): Promise<void> {
    const school = parts.school()
    storeChange(school.data.db, {
      ...{ change, newId: uuidv7, recorder: recorder(school) },
      moment: parts.recorded(),
      audit: parts.moment(),
    })
    const onDisk = syncLog(fileOf(school.place, school.dataKey).file)
    showing = showing
      .then(() => show(school))
      .catch((thrown: unknown) => {
        parts.log('roll-not-shown', logged(thrown))
      })
    await onDisk
    await showing
  }

  async function show(school: OpenSchool): Promise<void> {
    await nextTurn()
    parts.onStored(school)
    parts.onProgress({ at: 'storing', done: 0, total: null, canCallOff: false })
    await nextTurn()
    try {
      await writingMuch(parts, school, async (pause) => {
        await applyRoll(parts, school, pause)
        await sweepPictures(school.data.db, () => false, pause)
      })
    } finally {
      parts.onProgress(null)
      parts.onStored(school)
    }
  }

  function remember(of: 'roll' | 'cards', mapping: Mapping<string>): void {
    keepMapping(parts.school().data.db, of, mapping)
  }

  async function taken(change: WrittenChange): Promise<RollTakenAnswer> {
    await store(change)
    return { kind: 'taken', changeId: change.changeId }
  }

  async function takeRoll(
    ready: Extract<Ready, { readonly kind: 'roll' }>,
    withoutBroken: boolean,
    schoolName: string | null,
  ): Promise<RollTakenAnswer> {
    const { db } = parts.school().data
    const { change, broken, version, mapping } = ready
    const name = schoolName?.trim() ?? ''
    const isFirst = getOwnSchool(db) === null
    if (broken > 0 && !withoutBroken) return refused('broken-lines')
    if (touchesNobody(change)) return refused('nothing-to-do')
    if (isFirst && name === '') return refused('school-name-missing')
    if ((getDataState(db)?.version ?? 0) !== version) return refused('changed-meanwhile')
    remember('roll', mapping)
    return taken(isFirst ? ofSchool(change, { id: uuidv7(), name }) : change)
  }

  return {
    ...files,
    view: () => rollView(parts.school().data.db),
    async take(withoutBroken, schoolName) {
      await showing
      const ready = files.ready()
      return ready?.kind === 'roll'
        ? takeRoll(ready, withoutBroken, schoolName)
        : refused('nothing-chosen')
    },
    async takePhotos() {
      await showing
      const ready = files.ready()
      if (ready?.kind !== 'photos') return refused('nothing-chosen')
      return touchesNobody(ready.change) ? refused('nothing-to-do') : taken(ready.change)
    },
    async takeCards() {
      await showing
      const ready = files.ready()
      if (ready?.kind !== 'cards') return refused('nothing-chosen')
      if (ready.cards.length === 0) return refused('nothing-to-do')
      const school = parts.school()
      const by = parts.operator().id
      const total = ready.cards.length
      remember('cards', ready.mapping)
      try {
        const work = {
          ...{ recorder: recorder(school), recorded: parts.recorded, moment: parts.moment },
          onDone: (done: number) =>
            parts.onProgress({ at: 'cards', done, total, canCallOff: false }),
          over: () => parts.moment().operatorId !== by,
        }
        const bound = await writingMuch(parts, school, (pause) =>
          bindAll(school.data.db, ready.cards, { ...work, pause }),
        )
        return { kind: 'taken', bound }
      } finally {
        parts.onProgress(null)
        parts.onStored(school)
      }
    },
    async undo(changeId) {
      await showing
      const { place, dataKey, data } = parts.school()
      const job = { place: fileOf(place, dataKey), changeId, newChangeId: uuidv7() }
      const undo = await parts.work.undoChange(job)
      if (undo.kind === 'refused') return undo
      if ((data.roll?.version ?? 0) !== undo.version)
        return { kind: 'refused', why: 'changed-meanwhile' }
      await store(undo.change)
      return { kind: 'undone', kept: undo.kept }
    },
    store,
    callOff: () => files.forget(),
    settled: () => showing,
  }
}

/** Classes alone are opened for nobody. */
function touchesNobody({ counts }: WrittenChange): boolean {
  const { entered, changed, left, withdrawn, photos } = counts
  return entered + changed + left + withdrawn + photos === 0
}
