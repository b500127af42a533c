import type { Handlers } from './fakeKiosk.ts'

type Names = `binding.${'classes' | 'class' | 'bind' | 'undo'}`

/** A desk whose classes have nobody to bind a card to. */
export class FakeBinding {
  readonly handlers: Pick<Handlers, Names> = {
    'binding.classes': () => [],
    'binding.class': () => null,
    'binding.bind': () => ({
      ...{ kind: 'refused', why: 'tap-over' },
      ...{ owner: null, cardTail: null, cardState: null },
    }),
    'binding.undo': () => ({ kind: 'refused', why: 'too-late' }),
  }
}
