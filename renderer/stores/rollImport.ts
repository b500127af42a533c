import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { Missing } from '../../core/rollDifference.ts'
import type { CardField, Mapping, RollField } from '../../core/rollFileColumns.ts'
import type {
  CardFilePreview,
  FileKind,
  FileOpened,
  PhotosPreview,
  RollPreview,
} from '../../core/rollRequests.ts'
import { ask } from '../kiosk.ts'
import { useRoll, type RollDone } from './roll.ts'
import { useRollWork, type RollWhy } from './rollWork.ts'

export type OpenedFile = Extract<FileOpened, { readonly kind: 'opened' }>

/** How far an import is: nothing chosen; a file, and which column is what; what taking it over would do. */
export type ImportStep =
  | { readonly kind: 'start' }
  | { readonly kind: 'file'; readonly file: OpenedFile; readonly mapping: Mapping<string> }
  | RollStep
  | CardsStep
  | { readonly kind: 'photos'; readonly preview: PhotosPreview }

export interface RollStep {
  readonly kind: 'roll'
  readonly file: OpenedFile
  readonly mapping: Mapping<RollField>
  readonly preview: RollPreview
}

export interface CardsStep {
  readonly kind: 'cards'
  readonly file: OpenedFile
  readonly mapping: Mapping<CardField>
  readonly preview: CardFilePreview
}

const START: ImportStep = { kind: 'start' }
const STAY: Missing = { kind: 'stay' }
const FORGOTTEN: ReadonlySet<RollWhy> = new Set(['nothing-chosen', 'called-off'])

/**
 * An import from the file to the roll. It stays while one goes to another screen; main forgets the file
 * with the sign-in, and so does this. What is taken over is what was shown last: where a comparison fails,
 * the one before it is not shown any more.
 */
export const useRollImport = defineStore('rollImport', () => {
  const roll = useRoll()
  const work = useRollWork()
  const step = shallowRef<ImportStep>(START)

  async function open(of: FileKind): Promise<void> {
    roll.seen()
    const file = await work.run(() => ask('roll.open', { of }), `roll.why.${of}`)
    if (file) lay(file)
  }

  async function chooseSheet(sheet: string): Promise<void> {
    const file = await work.run(() => ask('roll.sheet', { sheet }), 'roll.why.roll')
    if (file) lay(file)
    else step.value = afterRefusal(step.value)
  }

  const lay = (file: OpenedFile): void =>
    void (step.value = { kind: 'file', file, mapping: file.mapping })

  function map(mapping: Mapping<string>): void {
    if (step.value.kind === 'file') step.value = { ...step.value, mapping }
  }

  const compareRoll = (file: OpenedFile, mapping: Mapping<RollField>, missing: Missing = STAY) =>
    compare(file, mapping, async () => {
      const preview = await work.run(
        () => ask('roll.preview', { mapping, missing }),
        'roll.why.roll',
      )
      return preview && { kind: 'roll', file, mapping, preview }
    })

  const compareCards = (file: OpenedFile, mapping: Mapping<CardField>) =>
    compare(file, mapping, async () => {
      const preview = await work.run(() => ask('cards.preview', { mapping }), 'roll.why.cards')
      return preview && { kind: 'cards', file, mapping, preview }
    })

  async function compare(
    file: OpenedFile,
    mapping: Mapping<string>,
    question: () => Promise<ImportStep | undefined>,
  ): Promise<void> {
    if (work.busy) return
    const asked = step.value
    const next = await question()
    if (step.value === asked) step.value = next ?? afterRefusal({ kind: 'file', file, mapping })
  }

  /** Main keeps no file that was called off, nor over a lock: then there is nothing to show. */
  const afterRefusal = (still: ImportStep): ImportStep =>
    work.refused?.of === 'roll' && FORGOTTEN.has(work.refused.why) ? START : still

  async function takeRoll(withoutBroken: boolean): Promise<void> {
    const schoolName = roll.view?.schoolName === null ? roll.schoolName.trim() : null
    const wish = { withoutBroken, schoolName }
    const taken = await work.run(() => ask('roll.take', wish), 'roll.why.roll')
    await finish(taken && { kind: 'taken', changeId: taken.changeId })
  }

  async function takePhotos(): Promise<void> {
    const taken = await work.run(() => ask('photos.take', null), 'roll.why.photos')
    await finish(taken && { kind: 'taken', changeId: taken.changeId })
  }

  async function takeCards(): Promise<void> {
    const taken = await work.run(() => ask('cards.take', null), 'roll.why.cards')
    await finish(taken && { kind: 'bound', cards: taken.bound })
  }

  /** What was compared can be taken once: where that failed, it is compared again, except that no PIN was given. */
  async function finish(done: RollDone | undefined): Promise<void> {
    if (done === undefined && work.unconfirmed) return
    step.value = done === undefined ? afterRefusal(before(step.value)) : START
    if (done !== undefined) await roll.show(done)
  }

  async function openPhotos(from: 'folder' | 'zip'): Promise<void> {
    roll.seen()
    const preview = await work.run(() => ask('photos.open', { from }), 'roll.why.photos')
    if (preview) step.value = { kind: 'photos', preview }
  }

  function back(): void {
    work.seen()
    step.value = before(step.value)
  }

  const forget = (): void => void (step.value = START)

  return {
    step,
    ...{ open, chooseSheet, map, compareRoll, compareCards, takeRoll, takeCards },
    ...{ openPhotos, takePhotos, back, forget },
  }
})

/** From what it would do to the file, from there to the roll. */
function before(step: ImportStep): ImportStep {
  return step.kind === 'roll' || step.kind === 'cards'
    ? { kind: 'file', file: step.file, mapping: step.mapping }
    : START
}
