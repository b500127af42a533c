import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { BindingAnswer, ClassProgress, ClassToBind } from '../../core/bindingShown.ts'
import { errorCode, type DeskErrorCode } from '../../core/errors.ts'
import type { StudentLine } from '../../core/studentShown.ts'
import type { TapShown } from '../../core/tapShown.ts'
import { ask } from '../kiosk.ts'
import { ownAnswers } from './ownAnswers.ts'

type Bound = Extract<BindingAnswer, { readonly kind: 'bound' }>
type Refused = Extract<BindingAnswer, { readonly kind: 'refused' }>

/** What the last card, or the last try, came to. */
export type BindingTold =
  | { readonly kind: 'bound'; readonly bound: Bound }
  | { readonly kind: 'undone'; readonly name: string }
  | { readonly kind: 'refused'; readonly tapId: string; readonly answer: Refused }
  /** a card of somebody, while nobody was chosen */
  | { readonly kind: 'known'; readonly tap: TapShown }
  | {
      readonly kind: 'not-undone'
      readonly why: 'somebody-elses' | 'too-late' | 'changed-meanwhile'
    }
  | { readonly kind: 'failed'; readonly code: DeskErrorCode }

/**
 * 首次绑卡: whose the card on the reader is. Whoever stands on the stage, large, gets the card that is laid
 * down; a card that came first waits for whom it is chosen, and for a yes.
 */
export const useBinding = defineStore('binding', () => {
  const classes = shallowRef<readonly ClassProgress[]>([])
  const list = shallowRef<ClassToBind | null>(null)
  /** on the stage; null: nobody is chosen */
  const pupil = shallowRef<StudentLine | null>(null)
  /** a card that lies there or just lay there, and is nobody's yet */
  const waiting = shallowRef<TapShown | null>(null)
  const told = shallowRef<BindingTold | null>(null)
  const busy = ref(false)
  const own = ownAnswers((code) => (told.value = { kind: 'failed', code }))

  const left = computed(() => list.value?.pupils.filter(({ card }) => card !== 'ACTIVE') ?? [])

  async function load(): Promise<void> {
    const answer = await own.asked(() => ask('binding.classes', null))
    if (answer !== undefined) classes.value = answer
  }

  async function chooseClass(classId: string): Promise<void> {
    const answer = await own.asked(() => ask('binding.class', { classId }))
    if (answer === undefined) return
    list.value = answer
    told.value = null
    pupil.value = left.value[0] ?? null
  }

  /** By 教育ID, name or what else a search takes. @returns the first few; [] where the desk refuses */
  async function find(text: string): Promise<readonly StudentLine[]> {
    const isMine = own.begin()
    const answer = await ask('search.find', { text, limit: OFFERED }).catch(() => null)
    return answer !== null && isMine() ? answer.lines : []
  }

  function choose(student: StudentLine): void {
    pupil.value = student
    if (told.value?.kind === 'known') told.value = null
  }

  /** The next without a card, in the order of the list; behind the last one the first. */
  function skip(): void {
    const all = list.value?.pupils ?? []
    const at = all.findIndex(({ studentId }) => studentId === pupil.value?.studentId)
    const behind = [...all.slice(at + 1), ...all.slice(0, at + 1)]
    pupil.value = behind.find(({ card }) => card !== 'ACTIVE') ?? null
  }

  /** A card that nobody knows led here: nobody is suggested for it. */
  function askWhose(tap: TapShown): void {
    pupil.value = null
    told.value = null
    waiting.value = tap
  }

  /** A card was laid down while this screen is open. */
  async function laid(tap: TapShown): Promise<void> {
    if (pupil.value !== null && waiting.value === null) return bind(tap.tapId, null)
    if (tap.verdict.kind === 'unknown-card') askWhose(tap)
    else told.value = { kind: 'known', tap }
  }

  /** The waiting card is the chosen pupil's. */
  async function confirm(): Promise<void> {
    if (waiting.value !== null && pupil.value !== null) await bind(waiting.value.tapId, null)
  }

  async function bind(tapId: string, takeOver: string | null): Promise<void> {
    const student = pupil.value
    if (busy.value || student === null) return
    const isMine = own.begin()
    busy.value = true
    try {
      const answer = await ask('binding.bind', { tapId, studentId: student.studentId, takeOver })
      if (!isMine()) return
      waiting.value = null
      if (answer.kind === 'bound') afterBound(answer)
      else told.value = { kind: 'refused', tapId, answer }
    } catch (thrown) {
      if (takeOver !== null) throw thrown
      if (isMine()) told.value = { kind: 'failed', code: errorCode(thrown) }
    } finally {
      busy.value = false
    }
  }

  function afterBound(bound: Bound): void {
    told.value = { kind: 'bound', bound }
    const isInList = list.value?.pupils.some(
      ({ studentId }) => studentId === bound.person.studentId,
    )
    mark(bound.person.studentId, 'ACTIVE')
    if (isInList === true) skip()
    else pupil.value = null
  }

  /** In the list and in the count of the class, without asking for either again. */
  function mark(studentId: string, card: 'ACTIVE' | null): void {
    const { value: shown } = list
    if (shown?.pupils.some((one) => one.studentId === studentId) !== true) return void load()
    list.value = {
      ...shown,
      pupils: shown.pupils.map((one) => (one.studentId === studentId ? { ...one, card } : one)),
    }
    const bound = list.value.pupils.filter((one) => one.card === 'ACTIVE').length
    classes.value = classes.value.map((one) =>
      one.classId === shown.classId ? { ...one, bound } : one,
    )
  }

  async function undo(): Promise<void> {
    if (told.value?.kind !== 'bound') return
    const { bindingId, person } = told.value.bound
    const answer = await own.asked(() => ask('binding.undo', { bindingId }))
    if (answer === undefined) return
    if (answer.kind === 'refused') {
      told.value = { kind: 'not-undone', why: answer.why }
      return
    }
    told.value = { kind: 'undone', name: person.name }
    mark(person.studentId, null)
    const again = list.value?.pupils.find(({ studentId }) => studentId === person.studentId)
    if (again !== undefined) pupil.value = again
  }

  /** The card that waits is put aside. */
  function putAside(): void {
    waiting.value = null
    told.value = null
  }

  function forget(): void {
    own.end()
    classes.value = []
    list.value = null
    pupil.value = null
    waiting.value = null
    told.value = null
    busy.value = false
  }

  return {
    ...{ classes, list, pupil, waiting, told, busy, left },
    ...{
      load,
      chooseClass,
      find,
      choose,
      skip,
      laid,
      askWhose,
      confirm,
      bind,
      undo,
      putAside,
      forget,
    },
  }
})

/** Of several found, so many are offered. */
const OFFERED = 8
