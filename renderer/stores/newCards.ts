import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { WithdrawalRefusal } from '../../core/application.ts'
import type { DisputedItem, SaidBy } from '../../core/confirmation.ts'
import {
  NEW_CARD_STAGES,
  type ApplicationShown,
  type NewCardLine,
  type NewCardList,
  type NewCardStage,
  type NewCardView,
} from '../../core/newCardRequests.ts'
import { ask } from '../kiosk.ts'
import type { NewCardTold, NewCardWhy } from './newCardTold.ts'
import { ownAnswers } from './ownAnswers.ts'

/** 新生制卡: who needs a card, whose data are confirmed, what went to the city. */
export const useNewCards = defineStore('newCards', () => {
  /** null: not fetched yet */
  const view = shallowRef<NewCardView | null>(null)
  const stage = ref<NewCardStage>('to-apply')
  const list = shallowRef<NewCardList | null>(null)
  /** on the stage; null: nobody is chosen */
  const line = shallowRef<NewCardLine | null>(null)
  const told = shallowRef<NewCardTold | null>(null)
  const busy = ref(false)
  /** disputes that are being typed, as one text (features/newCards/typedDisputes.ts) */
  const typed = ref('')
  const { asked, end } = ownAnswers((code) => (told.value = { kind: 'failed', code }))

  const counts = computed(() =>
    NEW_CARD_STAGES.map((one) => ({
      stage: one,
      n: view.value?.classes.reduce((sum, { stages }) => sum + stages[one], 0) ?? 0,
    })),
  )
  const classes = computed(
    () => view.value?.classes.filter(({ stages }) => stages[stage.value] > 0) ?? [],
  )

  async function load(): Promise<void> {
    const answer = await asked(() => ask('newCards.view', null))
    if (answer !== undefined) view.value = answer
  }

  function show(to: NewCardStage): void {
    stage.value = to
    list.value = null
    line.value = null
    told.value = null
  }

  async function chooseClass(classId: string | null): Promise<void> {
    const answer = await asked(() => ask('newCards.class', { classId, stage: stage.value }))
    if (answer === undefined) return
    list.value = answer
    line.value = answer?.lines.find(canBeConfirmed) ?? answer?.lines[0] ?? null
  }

  /** One act at a time; then the counts are those after it. */
  async function act<T>(
    question: () => Promise<T>,
    tell: (answer: T) => NewCardTold,
  ): Promise<NewCardTold | null> {
    if (busy.value) return null
    busy.value = true
    told.value = null
    try {
      const answer = await asked(question)
      if (answer === undefined) return null
      const what = tell(answer)
      await load()
      return (told.value = what)
    } finally {
      busy.value = false
    }
  }

  async function apply(
    classIds: readonly (string | null)[],
    studentIds: readonly string[],
  ): Promise<void> {
    const done = await act(
      () => ask('newCards.apply', { classIds, studentIds }),
      ({ applicationIds, refused }) => ({
        kind: 'applied',
        applicationIds,
        refused: Object.entries(refused) as [NewCardWhy, number][],
      }),
    )
    if (done !== null) list.value = null
  }

  /** @param reason null: a slip */
  async function withdraw(applicationIds: readonly string[], reason: string | null): Promise<void> {
    const done = await act(
      () => ask('newCards.withdraw', { applicationIds, reason }),
      ({ withdrawn, refused }) => {
        const [why] = Object.keys(refused) as WithdrawalRefusal[]
        return withdrawn === 0 && why !== undefined
          ? { kind: 'refused', why }
          : { kind: 'withdrawn', n: withdrawn }
      },
    )
    if (done?.kind === 'withdrawn' && line.value !== null) leaveOut(line.value)
  }

  /** What somebody says of the data of whoever stands on the stage. @param wrong null: all is right */
  async function say(
    said: SaidBy,
    wrong: { readonly items: readonly DisputedItem[]; readonly evidence: string } | null,
  ): Promise<void> {
    const { value: now } = line
    const application = now?.application ?? null
    if (now === null || application === null) return
    const { applicationId, mark } = application
    const { name } = now.pupil
    const about = { applicationId, mark, said }
    const done = await act(
      () =>
        wrong === null
          ? ask('newCards.confirm', about)
          : ask('newCards.dispute', { ...about, ...wrong }),
      (answer) =>
        answer.kind === 'refused'
          ? answer
          : { kind: wrong === null ? 'confirmed' : 'disputed', name, applicationId },
    )
    if (done?.kind === 'confirmed') leaveOut(now)
    if (done?.kind === 'disputed' && wrong !== null) markDisputed(now, application, wrong)
    if (done?.kind === 'refused') await again(applicationId)
  }

  /** @param reason null: a slip */
  async function takeBack(
    { applicationId, name }: { readonly applicationId: string; readonly name: string },
    reason: string | null,
  ): Promise<void> {
    const done = await act(
      () => ask('newCards.takeBack', { applicationId, reason }),
      (answer) =>
        answer.kind === 'refused' ? answer : { kind: 'taken-back', name, applicationId },
    )
    if (done?.kind === 'taken-back') await again(applicationId)
  }

  async function makeList(): Promise<void> {
    const done = await act(
      () => ask('newCards.makeList', null),
      (answer) => (answer.kind === 'refused' ? answer : { kind: 'listed', n: answer.pupils }),
    )
    if (done?.kind === 'listed') list.value = null
  }

  /** The class as it is now, with the same pupil on the stage. */
  async function again(applicationId: string): Promise<void> {
    if (list.value === null) return
    const { value: what } = told
    await chooseClass(list.value.classId)
    const same = list.value?.lines.find((one) => one.application?.applicationId === applicationId)
    if (same !== undefined) line.value = same
    told.value = what
  }

  const fold = (): void => void (list.value = null)
  const choose = (one: NewCardLine): void => void (line.value = one)

  /** The next who can be confirmed, in the order of the list; behind the last one the first. */
  function skip(): void {
    const all = list.value?.lines ?? []
    const at = all.findIndex(({ pupil }) => pupil.studentId === line.value?.pupil.studentId)
    const behind = [...all.slice(at + 1), ...all.slice(0, at + 1)]
    line.value = behind.find(canBeConfirmed) ?? null
  }

  /** Is through with this stage: the next one stands there. */
  function leaveOut({ pupil: { studentId } }: NewCardLine): void {
    if (list.value === null) return
    skip()
    if (line.value?.pupil.studentId === studentId) line.value = null
    const lines = list.value.lines.filter(({ pupil }) => pupil.studentId !== studentId)
    list.value = { ...list.value, lines }
  }

  function markDisputed(
    now: NewCardLine,
    application: ApplicationShown,
    wrong: { readonly items: readonly DisputedItem[]; readonly evidence: string },
  ): void {
    if (list.value === null) return
    const { version } = application.standing
    const standing = { kind: 'disputed', version, ...wrong } as const
    const marked = { ...now, application: { ...application, shown: 'disputed', standing } as const }
    skip()
    const lines = list.value.lines.map((one) => (one === now ? marked : one))
    list.value = { ...list.value, lines }
    if (line.value === now) line.value = marked
  }

  function forget(): void {
    end()
    view.value = null
    show('to-apply')
    busy.value = false
    typed.value = ''
  }

  return {
    ...{ view, stage, list, line, told, busy, typed, counts, classes },
    ...{ load, show, chooseClass, fold, choose, skip, forget },
    ...{ apply, withdraw, say, takeBack, makeList },
  }
})

/** Nothing is in the way but somebody's word. */
function canBeConfirmed({ application }: NewCardLine): boolean {
  return application?.shown === 'awaiting-info' || application?.shown === 'reopened'
}
