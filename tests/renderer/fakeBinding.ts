import type {
  BindingAnswer,
  ClassProgress,
  ClassToBind,
  UnbindingAnswer,
} from '../../core/bindingShown.ts'
import { MONDAY, person } from './builders.ts'
import type { Handlers } from './fakeKiosk.ts'
import { line } from './pupils.ts'

type Names = `binding.${'classes' | 'class' | 'bind' | 'undo'}`

/** Three pupils, one of whom holds a card. */
export const CLASS: ClassToBind = {
  classId: 'c-3-2',
  name: '三年级2班',
  pupils: [
    line({ studentId: 's-1', name: '陈可欣', educationIdTail: '0001' }),
    line({ studentId: 's-2', name: '李雷', educationIdTail: '0002', card: null }),
    line({ studentId: 's-3', name: '王小明', educationIdTail: '0003', card: null }),
  ],
}

export function bound(
  part: Partial<Extract<BindingAnswer, { readonly kind: 'bound' }>> = {},
): BindingAnswer {
  return {
    ...{ kind: 'bound', bindingId: 'b-1', cardTail: '5678', numbers: 2 },
    ...{ person: person({ studentId: 's-2', name: '李雷' }), undoUntil: MONDAY + 300_000 },
    ...part,
  }
}

export function refusal(
  why: Extract<BindingAnswer, { readonly kind: 'refused' }>['why'],
  part: Partial<Extract<BindingAnswer, { readonly kind: 'refused' }>> = {},
): BindingAnswer {
  return { kind: 'refused', why, owner: null, cardTail: null, cardState: null, ...part }
}

/** A desk that binds as it is told to. */
export class FakeBinding {
  list: ClassToBind = CLASS
  /** classes beside it */
  others: readonly ClassProgress[] = []
  answer: BindingAnswer = bound()
  undone: UnbindingAnswer = { kind: 'undone' }

  readonly handlers: Pick<Handlers, Names> = {
    'binding.classes': () => [
      {
        ...{ classId: this.list.classId, name: this.list.name, pupils: this.list.pupils.length },
        bound: this.list.pupils.filter(({ card }) => card === 'ACTIVE').length,
      },
      ...this.others,
    ],
    'binding.class': () => this.list,
    'binding.bind': () => this.answer,
    'binding.undo': () => this.undone,
  }
}
