import type { ConfirmationStanding } from '../../core/confirmation.ts'
import type {
  AppliedAnswer,
  CardListShown,
  ListAnswer,
  NewCardClass,
  NewCardLine,
  NewCardRequests,
  NewCardStage,
  SaidAnswer,
  TakenBackAnswer,
  WithdrawnAnswer,
} from '../../core/newCardRequests.ts'
import type { NewCardStanding } from '../../core/newCardStanding.ts'
import type { StudentLine } from '../../core/studentShown.ts'
import { MONDAY } from './builders.ts'
import type { Handlers } from './fakeKiosk.ts'
import { line } from './pupils.ts'

const STANDINGS: Readonly<Record<NewCardStanding, ConfirmationStanding>> = {
  'awaiting-info': { kind: 'pending', version: 1, after: null, changed: [] },
  reopened: { kind: 'pending', version: 2, after: 'confirmed', changed: ['name'] },
  'photo-missing': { kind: 'pending', version: 1, after: null, changed: [] },
  disputed: {
    ...{ kind: 'disputed', version: 1, evidence: '户口簿' },
    items: [{ field: 'name', right: '张晗' }],
  },
  'to-be-listed': { kind: 'confirmed', version: 1 },
  listed: { kind: 'confirmed', version: 1 },
  'listed-changed': { kind: 'pending', version: 2, after: 'confirmed', changed: ['name'] },
}

export function newCardLine(
  shown: NewCardStanding | null,
  part: Partial<StudentLine> = {},
): NewCardLine {
  const pupil = line({ card: null, hasPhoto: shown !== 'photo-missing', ...part })
  if (shown === null) return { pupil, application: null }
  const applicationId = `a-${pupil.studentId}`
  const standing = STANDINGS[shown]
  return { pupil, application: { applicationId, shown, standing, validTo: null, mark: 'm-1' } }
}

const named = (name: string, n: number) => ({
  studentId: `n-${n}`,
  name,
  educationIdTail: `000${n}`,
})

const LINES: Readonly<Record<NewCardStage, readonly NewCardLine[]>> = {
  'to-apply': ['陈可欣', '李雷', '王小明', '赵一诺'].map((name, n) =>
    newCardLine(null, named(name, n)),
  ),
  'awaiting-info': [
    newCardLine('awaiting-info', named('孙悦', 5)),
    newCardLine('disputed', named('张哈', 6)),
    newCardLine('photo-missing', named('周子轩', 7)),
    newCardLine('reopened', named('吴桐', 8)),
  ],
  'to-be-listed': [newCardLine('to-be-listed', named('郑好', 9))],
  listed: [],
}

/** Newcomers of one class, and some in none; what is said of them moves them on. */
export class FakeNewCards {
  lines: Readonly<Record<NewCardStage, readonly NewCardLine[]>> = LINES
  lists: readonly CardListShown[] = [
    { listId: 'l-2', madeAt: MONDAY - 86_400_000, pupils: 36, withCard: 12, changed: 2 },
    { listId: 'l-1', madeAt: MONDAY - 9 * 86_400_000, pupils: 120, withCard: 120, changed: 0 },
  ]
  said: SaidAnswer = { kind: 'recorded' }
  takenBack: TakenBackAnswer = { kind: 'taken-back' }
  applied: AppliedAnswer = { applicationIds: ['a-1', 'a-2', 'a-3', 'a-4'], refused: {} }
  withdrawn: WithdrawnAnswer = { withdrawn: 4, refused: {} }
  made: ListAnswer = { kind: 'made', pupils: 1 }

  #classes(): readonly NewCardClass[] {
    const stages = {
      'to-apply': this.lines['to-apply'].length,
      'awaiting-info': this.lines['awaiting-info'].length,
      'to-be-listed': this.lines['to-be-listed'].length,
      listed: this.lists.reduce((sum, { pupils, withCard }) => sum + pupils - withCard, 0),
    }
    const none = { 'to-apply': 2, 'awaiting-info': 0, 'to-be-listed': 0, listed: 0 }
    const isEmpty = Object.values(this.lines).every((lines) => lines.length === 0)
    if (isEmpty && this.lists.length === 0) return []
    return [
      { classId: null, name: null, stages: none },
      { classId: 'c-1-1', name: '一年级1班', stages },
    ]
  }

  /** whoever was confirmed, disputed or withdrawn is no longer as they were */
  #leave(applicationId: string): void {
    const awaiting = this.lines['awaiting-info'].filter(
      ({ application }) => application?.applicationId !== applicationId,
    )
    this.lines = { ...this.lines, 'awaiting-info': awaiting }
  }

  readonly handlers: Pick<Handlers, keyof NewCardRequests> = {
    'newCards.view': () => ({ classes: this.#classes(), lists: this.lists }),
    'newCards.class': ({ classId, stage }) => ({
      ...{ classId, stage },
      lines: classId === null ? this.lines[stage].slice(0, 2) : this.lines[stage],
    }),
    'newCards.apply': () => this.applied,
    'newCards.withdraw': ({ applicationIds }) => {
      for (const one of applicationIds) this.#leave(one)
      return this.withdrawn
    },
    'newCards.confirm': ({ applicationId }) => {
      if (this.said.kind === 'recorded') this.#leave(applicationId)
      return this.said
    },
    'newCards.dispute': () => this.said,
    'newCards.takeBack': () => this.takenBack,
    'newCards.makeList': () => this.made,
  }
}
