import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { isSignature } from '../../core/case/signature.ts'
import type { CaseAnswer } from '../../core/caseRequests.ts'
import type { DeskErrorCode } from '../../core/errors.ts'
import type { PackClass, PackLine, PackShown } from '../../core/packRequests.ts'
import { ask } from '../kiosk.ts'
import { useConfirming } from './confirming.ts'
import { ownAnswers } from './ownAnswers.ts'
import { useWork } from './work.ts'

/** What the last act came to. */
export type PackTold =
  | { readonly kind: 'taken'; readonly n: number; readonly teacher: string }
  | {
      readonly kind: 'closed'
      readonly how: PackEnd
      readonly studentId: string
      readonly name: string
      /** null: it cannot be taken back */
      readonly cmdId: string | null
    }
  | { readonly kind: 'taken-back'; readonly name: string }
  | { readonly kind: 'refused'; readonly why: Refused['why']; readonly name: string }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'failed'; readonly code: DeskErrorCode }

type Refused = Extract<CaseAnswer, { readonly kind: 'refused' }>
/** 已发给学生, or 交回 */
export type PackEnd = 'tick' | 'back'

/** What is typed for a class: it stays until the cards are given, over a lock too. */
interface Typed {
  /** null: the one on record */
  readonly teacher: string | null
  /** cards that are not given along */
  readonly without: readonly string[]
}
const NOTHING: Typed = { teacher: null, without: [] }

/** 班级领卡: a class's cards into its teacher's hands, and from there to the pupils. */
export const usePacks = defineStore('packs', () => {
  const confirming = useConfirming()
  const work = useWork()
  /** null: not fetched yet */
  const classes = shallowRef<readonly PackClass[] | null>(null)
  /** null: no class is chosen */
  const pack = shallowRef<PackShown | null>(null)
  const told = shallowRef<PackTold | null>(null)
  const busy = ref(false)
  /** by class, as one text (composables/useDraft.ts) */
  const typed = ref('')
  /** Not kept over a lock, nor for another class: whoever takes the cards signs for them. */
  const signature = ref('')
  const own = ownAnswers((code) => (told.value = { kind: 'failed', code }))

  const all = computed<Readonly<Record<string, Typed>>>(() =>
    typed.value === '' ? {} : (JSON.parse(typed.value) as Record<string, Typed>),
  )
  const mine = computed(() => all.value[pack.value?.classId ?? ''] ?? NOTHING)
  const teachers = computed(() => pack.value?.teachers ?? [])
  const teacher = computed(
    () => mine.value.teacher ?? (teachers.value.length === 1 ? (teachers.value[0] ?? '') : ''),
  )
  const free = computed(
    () => pack.value?.lines.filter(({ state, held }) => state === 'ARRIVED' && held === null) ?? [],
  )
  const given = computed(() => free.value.filter(isTicked))

  function isTicked({ cardId }: PackLine): boolean {
    return !mine.value.without.includes(cardId)
  }

  function keep(part: Partial<Typed> | null): void {
    const { [pack.value?.classId ?? '']: before = NOTHING, ...others } = all.value
    const next =
      part === null || pack.value === null
        ? others
        : { ...others, [pack.value.classId]: { ...before, ...part } }
    typed.value = Object.keys(next).length === 0 ? '' : JSON.stringify(next)
  }

  const writeTeacher = (name: string): void => keep({ teacher: name })

  function tick(line: PackLine): void {
    const { without } = mine.value
    keep({
      without: isTicked(line)
        ? [...without, line.cardId]
        : without.filter((cardId) => cardId !== line.cardId),
    })
  }

  /** @returns undefined: refused, and said so; nobody waits any more, or the one before is not through */
  async function asked<T>(question: () => Promise<T>): Promise<T | undefined> {
    if (busy.value) return undefined
    const isMine = own.begin()
    busy.value = true
    const answer = await own.asked(() => confirming.confirmed(question, 'confirm.why.other'))
    if (isMine()) busy.value = false
    return answer
  }

  async function load(): Promise<void> {
    const answer = await asked(() => ask('pack.classes', null))
    if (answer === undefined) return
    classes.value = answer
    const [only, another] = answer
    if (pack.value === null && only !== undefined && another === undefined)
      await choose(only.classId)
  }

  async function choose(classId: string): Promise<void> {
    if (busy.value) return
    told.value = null
    if (classId !== pack.value?.classId) signature.value = ''
    await look(classId)
  }

  async function look(classId: string): Promise<void> {
    const answer = await asked(() => ask('pack.class', { classId }))
    if (answer !== undefined) pack.value = answer
  }

  /** What is shown, and counted beside it, is what is true now. */
  async function again(): Promise<void> {
    if (pack.value !== null) await look(pack.value.classId)
    await load()
    await work.load()
  }

  async function take(): Promise<void> {
    const { value: now } = pack
    const by = teacher.value.trim()
    if (now === null || by === '' || !isSignature(signature.value) || given.value.length === 0)
      return
    const cardIds = given.value.map(({ cardId }) => cardId)
    const wish = { classId: now.classId, cardIds, teacher: by, signature: signature.value }
    told.value = null
    const answer = await asked(() => ask('pack.take', wish))
    if (answer === undefined) return
    if (answer.kind === 'taken') {
      keep(null)
      signature.value = ''
      pack.value = answer.pack
      told.value = { kind: 'taken', n: answer.cards, teacher: by }
    } else if (answer.kind === 'refused') {
      const name = nameOf(answer.studentId)
      told.value = { kind: 'refused', why: answer.why, name }
    } else told.value = { kind: 'nothing' }
    await again()
  }

  const nameOf = (id: string): string =>
    pack.value?.lines.find(({ studentId }) => studentId === id)?.name ?? ''

  async function close({ studentId, cardId, name }: PackLine, how: PackEnd): Promise<void> {
    told.value = null
    const wish = { act: 'close-pack', studentId, cardId, how, tapId: null, oldCard: null } as const
    const answer = await asked(() => ask('case.act', wish))
    if (answer === undefined) return
    if (answer.kind === 'refused') told.value = { kind: 'refused', why: answer.why, name }
    else {
      const cmdId = answer.undoUntil === null ? null : answer.cmdId
      told.value = { kind: 'closed', how, studentId, name, cmdId }
    }
    await again()
  }

  async function takeBack(studentId: string, cmdId: string, name: string): Promise<void> {
    const answer = await asked(() => ask('case.act', { act: 'undo', studentId, cmdId }))
    if (answer === undefined) return
    told.value =
      answer.kind === 'refused'
        ? { kind: 'refused', why: answer.why, name }
        : { kind: 'taken-back', name }
    await again()
  }

  function forget(): void {
    own.end()
    classes.value = null
    pack.value = null
    told.value = null
    busy.value = false
    typed.value = ''
    signature.value = ''
  }

  return {
    ...{ classes, pack, told, busy, typed, signature, teachers, teacher, free, given },
    ...{ isTicked, tick, writeTeacher, load, choose, take, close, takeBack, forget },
  }
})
