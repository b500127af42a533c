import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import { errorCode, type DeskErrorCode } from '../../core/errors.ts'
import type { LookReason } from '../../core/lookReason.ts'
import type { PupilBasis } from '../../core/legalBasis.ts'
import type { StudentPage, TimelineEntry } from '../../core/studentShown.ts'
import { ask } from '../kiosk.ts'

/** The whole 教育ID stays on the screen this long. */
export const SHOWN_WHOLE_SECONDS = 15

/** Sooner than this nothing is said of loading: a word that flickers helps nobody. */
export const SLOW_AFTER_MS = 300

/** `slow`: still loading, and it is said. `gone`: nobody of the own school (any more). */
export type PageState = 'none' | 'loading' | 'slow' | 'shown' | 'gone' | 'refused'

/** The full record: nothing of it is here before somebody says why they need it. */
export type HistoryState =
  | { readonly kind: 'closed' | 'loading' | 'gone' }
  | { readonly kind: 'refused'; readonly code: DeskErrorCode }
  | { readonly kind: 'shown'; readonly timeline: readonly TimelineEntry[] }

const CLOSED: HistoryState = { kind: 'closed' }

/** One pupil's page. What it holds leaves the memory of the page with the screen. */
export const useStudent = defineStore('student', () => {
  const state = ref<PageState>('none')
  const page = shallowRef<StudentPage | null>(null)
  const refused = ref<DeskErrorCode | null>(null)
  /** the whole number, for a moment, on request */
  const educationId = ref<string | null>(null)
  const history = shallowRef<HistoryState>(CLOSED)
  let mine: object | null = null
  let timer: ReturnType<typeof setTimeout> | undefined

  async function load(studentId: string): Promise<void> {
    close()
    const turn = (mine = {})
    state.value = 'loading'
    const slow = setTimeout(() => {
      if (turn === mine) state.value = 'slow'
    }, SLOW_AFTER_MS)
    try {
      const answer = await ask('student.page', { studentId })
      if (turn !== mine) return
      page.value = answer
      state.value = answer === null ? 'gone' : 'shown'
    } catch (thrown) {
      if (turn !== mine) return
      refused.value = errorCode(thrown)
      state.value = 'refused'
    } finally {
      clearTimeout(slow)
    }
  }

  async function showEducationId(reason: LookReason): Promise<void> {
    const turn = mine
    const studentId = page.value?.person.studentId
    if (studentId === undefined) return
    const whole = await ask('student.educationId', { studentId, reason }).catch(() => null)
    if (turn !== mine) return
    educationId.value = whole
    clearTimeout(timer)
    timer = setTimeout(hideEducationId, SHOWN_WHOLE_SECONDS * 1000)
  }

  function hideEducationId(): void {
    clearTimeout(timer)
    educationId.value = null
  }

  async function showHistory(reason: LookReason): Promise<void> {
    const turn = mine
    const studentId = page.value?.person.studentId
    if (studentId === undefined) return
    history.value = { kind: 'loading' }
    const next = await ask('student.history', { studentId, reason }).then(
      (timeline): HistoryState => (timeline === null ? { kind: 'gone' } : shown(timeline)),
      (thrown: unknown): HistoryState => ({ kind: 'refused', code: errorCode(thrown) }),
    )
    if (turn === mine) history.value = next
  }

  /**
   * Consent given or withdrawn; the page then says where it stands.
   *
   * @throws DeskError
   */
  async function recordBasis(kind: PupilBasis['kind'], separate: boolean): Promise<boolean> {
    const turn = mine
    const studentId = page.value?.person.studentId
    if (studentId === undefined) return false
    const recorded = await ask('student.basis', { studentId, kind, separate })
    if (turn === mine) await showAgain()
    return recorded
  }

  /** Something was done about the pupil: what is shown is what is true now. @throws DeskError */
  async function showAgain(): Promise<void> {
    const turn = mine
    const studentId = page.value?.person.studentId
    if (studentId === undefined) return
    const answer = await ask('student.page', { studentId })
    if (turn === mine && answer !== null) page.value = answer
  }

  function close(): void {
    mine = null
    hideEducationId()
    history.value = CLOSED
    page.value = null
    refused.value = null
    state.value = 'none'
  }

  return {
    ...{ state, page, refused, educationId, history },
    ...{ load, showEducationId, hideEducationId, showHistory, recordBasis, showAgain, close },
  }
})

const shown = (timeline: readonly TimelineEntry[]): HistoryState => ({ kind: 'shown', timeline })
