import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { DeskErrorCode } from '../../core/errors.ts'
import type { Destination } from '../../core/rollCards.ts'
import type { StudentLine } from '../../core/studentShown.ts'
import type { TapShown } from '../../core/tapShown.ts'
import type { YearTapKind } from '../../core/yearTap.ts'
import type { YearTapAnswer, YearTapsView, YearTapUndoAnswer } from '../../core/yearTapShown.ts'
import { ask } from '../kiosk.ts'
import { ownAnswers } from './ownAnswers.ts'

type UndoRefused = Extract<YearTapUndoAnswer, { readonly kind: 'refused' }>

/** What the last card came to. */
export type YearTapTold =
  | { readonly kind: 'answer'; readonly answer: YearTapAnswer }
  | { readonly kind: 'undone'; readonly name: string }
  | { readonly kind: 'not-undone'; readonly why: UndoRefused['why'] }
  | { readonly kind: 'failed'; readonly code: DeskErrorCode }

/** 学年刷卡, 离校刷卡, 报到刷卡: tap after tap. What it names of a pupil leaves with the desk's lock. */
export const useYearTaps = defineStore('yearTaps', () => {
  const of = ref<YearTapKind>('annual')
  /** of who leaves */
  const destination = ref<Destination>('city')
  const view = shallowRef<YearTapsView | null>(null)
  /** the class whose missing are listed; null: none */
  const classId = ref<string | null>(null)
  const missing = shallowRef<readonly StudentLine[]>([])
  const told = shallowRef<YearTapTold | null>(null)
  /** of one kind of tap, too */
  const own = ownAnswers((code) => (told.value = { kind: 'failed', code }))
  /** cards are taken one after the other, and none is passed over */
  let last: Promise<unknown> = Promise.resolve()

  const done = computed(() => view.value?.classes.reduce((sum, one) => sum + one.done, 0) ?? 0)
  const pupils = computed(() => view.value?.classes.reduce((sum, one) => sum + one.pupils, 0) ?? 0)

  async function load(): Promise<void> {
    const answer = await own.asked(() => ask('yearTaps.view', { of: of.value }))
    if (answer !== undefined) view.value = answer
  }

  function choose(kind: YearTapKind): void {
    own.end()
    of.value = kind
    view.value = null
    classId.value = null
    missing.value = []
    told.value = null
    void load()
  }

  /** null: the list is folded away */
  async function list(id: string | null): Promise<void> {
    const isMine = own.begin()
    classId.value = id
    missing.value = []
    if (id === null) return
    const lines = await ask('yearTaps.missing', { of: of.value, classId: id }).catch(() => [])
    if (isMine() && classId.value === id) missing.value = lines
  }

  function laid({ tapId }: TapShown): void {
    const [isMine, kind] = [own.begin(), of.value]
    last = last.then(async () => {
      if (!isMine()) return
      const wish = { of: kind, tapId, destination: destination.value }
      const answer = await own.asked(() => ask('yearTaps.tap', wish))
      if (answer === undefined) return
      told.value = { kind: 'answer', answer }
      if (answer.kind === 'done') await after(answer.person.studentId)
    })
  }

  /** One less is missing: the list is not asked for again, which would be one more look in the log. */
  async function after(studentId: string): Promise<void> {
    missing.value = missing.value.filter((one) => one.studentId !== studentId)
    await load()
  }

  async function undo(): Promise<void> {
    const { value: now } = told
    if (now?.kind !== 'answer' || now.answer.kind !== 'done') return
    const { yearTapId, person } = now.answer
    const answer = await own.asked(() => ask('yearTaps.undo', { yearTapId }))
    if (answer === undefined) return
    told.value =
      answer.kind === 'undone'
        ? { kind: 'undone', name: person.name }
        : { kind: 'not-undone', why: answer.why }
    await load()
  }

  function forget(): void {
    own.end()
    of.value = 'annual'
    destination.value = 'city'
    view.value = null
    classId.value = null
    missing.value = []
    told.value = null
  }

  return {
    ...{ of, destination, view, classId, missing, told, done, pupils },
    ...{ load, choose, list, laid, undo, forget },
  }
})
