import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { errorCode, type DeskErrorCode } from '../../core/errors.ts'
import type { SearchAnswer } from '../../core/search.ts'
import type { StudentLine } from '../../core/studentShown.ts'
import { TWO_FRAMES_MS } from '../composables/twoFrames.ts'
import { ask } from '../kiosk.ts'
import { useDesk } from './desk.ts'
import { usePlace } from './place.ts'

/** What fits on most screens is asked for first: fewer lines are found, sent and drawn sooner. */
export const FIRST_LINES = 5
export const MOST_LINES = 20

/** What the list under the search field shows, and to what it is the answer. */
export interface FoundList extends SearchAnswer {
  /** the text it answers; null: a scanned code that may mean several pupils */
  readonly query: string | null
}

/**
 * The search at the top of every screen. Nobody is ever chosen silently: Enter opens the only one
 * found or the line that is marked, and otherwise asks to choose.
 */
export const useSearch = defineStore('search', () => {
  const desk = useDesk()
  const place = usePlace()
  const text = ref('')
  const found = shallowRef<FoundList | null>(null)
  const refused = ref<DeskErrorCode | null>(null)
  const unfolded = ref(false)
  /** the marked line; -1: none */
  const marked = ref(-1)
  /** Enter was pressed and there are several: 请选择 */
  const asksToChoose = ref(false)
  /** counts the wishes to type here, from anywhere */
  const wanted = ref(0)
  /** somebody is at the field */
  const focused = ref(false)
  const open = computed(() => unfolded.value && (found.value !== null || refused.value !== null))
  /** the list answers what stands in the field, or a code that was scanned */
  const current = computed(
    () => found.value !== null && [text.value, null].includes(found.value.query),
  )
  let asked = 0
  let enterWaits = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let restTimer: ReturnType<typeof setTimeout> | undefined

  /** Names leave the screen by themselves, as a verdict does; every use begins the time anew. */
  function use(): void {
    clearTimeout(timer)
    timer = setTimeout(forget, desk.settings.clearAfterSeconds * 1000)
  }

  function forget(): void {
    clearTimeout(timer)
    text.value = ''
    found.value = null
    refused.value = null
    fold()
  }

  /** What stood in the field when the desk locked; the list comes when it is asked for. */
  function restore(kept: string): void {
    use()
    text.value = kept
  }

  /** The list goes, what was typed stays: a click or an arrow brings the list back. */
  function fold(): void {
    asked += 1
    clearTimeout(restTimer)
    unfolded.value = false
    marked.value = -1
    asksToChoose.value = false
    enterWaits = false
  }

  /** A tap came: no other pupil's name stands beside its verdict, but what is being typed is not lost. */
  function giveWay(): void {
    if (focused.value) fold()
    else forget()
  }

  async function type(next: string): Promise<void> {
    use()
    text.value = next
    marked.value = -1
    asksToChoose.value = false
    enterWaits = false
    unfolded.value = true
    if (found.value?.query === null) found.value = null
    await find()
  }

  /** What an input method composes is not yet meant: it stands in the field, and nothing is asked. */
  function compose(unfinished: string): void {
    use()
    text.value = unfinished
  }

  /** No pause before asking: an answer takes less time than a key. A late one never replaces a newer. */
  async function find(): Promise<void> {
    const query = text.value
    const mine = (asked += 1)
    clearTimeout(restTimer)
    if (query.trim() === '') {
      found.value = null
      refused.value = null
      return
    }
    const answer = await ask('search.find', { text: query, limit: FIRST_LINES }).catch(
      (thrown: unknown) => errorCode(thrown),
    )
    if (mine !== asked) return
    refused.value = typeof answer === 'string' ? answer : null
    found.value = typeof answer === 'string' ? null : { ...answer, query }
    marked.value = -1
    if (hasMore()) restTimer = setTimeout(() => void findRest(query, mine), TWO_FRAMES_MS)
    if (enterWaits) enter()
  }

  const hasMore = (): boolean =>
    found.value !== null && found.value.lines.length < Math.min(found.value.total, MOST_LINES)

  /** The lines below the first, when those are seen. What is marked stays so. */
  async function findRest(query: string, mine: number): Promise<void> {
    const answer = await ask('search.find', { text: query, limit: MOST_LINES }).catch(() => null)
    if (mine === asked && answer !== null) found.value = { ...answer, query }
  }

  function unfold(): void {
    use()
    if (unfolded.value) return
    unfolded.value = true
    if (!current.value || hasMore()) void find()
  }

  /** Only in the answer to what stands in the field: an older one is about to leave. */
  function mark(by: 1 | -1): void {
    unfold()
    const last = (found.value?.lines.length ?? 0) - 1
    if (!current.value || last < 0) return
    marked.value = Math.min(Math.max(marked.value + by, 0), last)
  }

  /** Waits for the answer to what stands in the field, however fast Enter came. */
  function enter(): void {
    unfold()
    enterWaits = !current.value && text.value.trim() !== ''
    if (enterWaits || found.value === null || !current.value) return
    const { lines, total } = found.value
    const chosen = total === 1 ? lines[0] : lines[marked.value]
    if (chosen !== undefined) return choose(chosen)
    asksToChoose.value = lines.length > 0
  }

  function choose(student: StudentLine): void {
    fold()
    use()
    place.openStudent(student.studentId)
  }

  /** A scanned code that may mean several: the same list, and a sentence to choose. */
  function offer(students: readonly StudentLine[]): void {
    fold()
    use()
    refused.value = null
    found.value = { lines: students, total: students.length, remark: null, query: null }
    asksToChoose.value = true
    unfolded.value = true
    wanted.value += 1
  }

  /** from anywhere: the field gets the focus */
  function want(): void {
    wanted.value += 1
  }

  return {
    ...{ text, found, refused, marked, asksToChoose, wanted, focused, open },
    ...{
      type,
      compose,
      restore,
      unfold,
      fold,
      forget,
      giveWay,
      mark,
      enter,
      choose,
      offer,
      use,
      want,
    },
  }
})
