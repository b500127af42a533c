import type {
  CardFileAnswer,
  FileOpened,
  PhotosAnswer,
  PreviewAnswer,
  RollTakenAnswer,
  RollUndoneAnswer,
  RollView,
} from '../../core/rollRequests.ts'
import type { Handlers } from './fakeKiosk.ts'
import {
  cardFile,
  cardsPreview,
  change,
  photosPreview,
  preview,
  rollFile,
  rollView,
} from './rollBuilders.ts'

type Names =
  | `roll.${'view' | 'open' | 'sheet' | 'preview' | 'take' | 'undo' | 'callOff'}`
  | `cards.${'preview' | 'take'}`
  | `photos.${'open' | 'take'}`

/** The roll, and files that were chosen for it. */
export class FakeRoll {
  view: RollView = rollView()
  opened: FileOpened | null = rollFile()
  cards: FileOpened | null = cardFile()
  compared: PreviewAnswer = preview()
  comparedCards: CardFileAnswer = cardsPreview()
  photos: PhotosAnswer | null = photosPreview()
  taken: RollTakenAnswer = { kind: 'taken', changeId: 'c-6' }
  undone: RollUndoneAnswer = { kind: 'undone', kept: 0 }
  otherSheet: FileOpened | null = null
  /** long work is through when this is; at once, if nobody says otherwise */
  until: () => Promise<unknown> = () => Promise.resolve()
  /** as the desk does when long work is called off */
  onCallOff: () => void = () => undefined

  readonly handlers: Pick<Handlers, Names> = {
    'roll.view': () => this.view,
    'roll.open': ({ of }) => (of === 'roll' ? this.opened : this.cards),
    'roll.sheet': ({ sheet }) => {
      if (this.otherSheet !== null) return this.otherSheet
      if (this.opened?.kind === 'opened') this.opened = { ...this.opened, sheet }
      return this.opened ?? { kind: 'refused', why: 'nothing-chosen' }
    },
    'roll.preview': async ({ missing }) => {
      await this.until()
      return this.compared.kind === 'preview' ? { ...this.compared, missing } : this.compared
    },
    'roll.take': async ({ schoolName }) => {
      await this.until()
      if (this.taken.kind === 'taken') this.#make(this.taken.changeId, schoolName)
      return this.taken
    },
    'roll.undo': ({ changeId }) => {
      if (this.undone.kind === 'undone') this.#markUndone(changeId)
      return this.undone
    },
    'cards.preview': () => this.comparedCards,
    'cards.take': async () => {
      await this.until()
      return this.comparedCards.kind === 'preview'
        ? { kind: 'taken', bound: this.comparedCards.fits }
        : { kind: 'refused', why: 'nothing-chosen' }
    },
    'photos.open': async () => {
      await this.until()
      return this.photos
    },
    'photos.take': async () => {
      await this.until()
      if (this.taken.kind === 'taken') this.#make(this.taken.changeId, null)
      return this.taken
    },
    'roll.callOff': () => {
      this.onCallOff()
      return null
    },
  }

  #make(changeId: string, schoolName: string | null): void {
    const changes = [change(changeId), ...this.view.changes]
    this.view = { ...this.view, changes, undoable: changeId }
    if (schoolName !== null) this.view = { ...this.view, schoolName }
  }

  #markUndone(changeId: string): void {
    const undoneBy = `${changeId}-back`
    const changes = this.view.changes.map((one) =>
      one.changeId === changeId ? { ...one, undoneBy } : one,
    )
    this.view = { ...this.view, changes, undoable: null }
  }
}
