import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { assertNever } from '../../core/assertNever.ts'
import { errorCode, type DeskErrorCode } from '../../core/errors.ts'
import type { ScanAnswer } from '../../core/search.ts'
import { ask } from '../kiosk.ts'
import { useArrival } from './arrival.ts'
import { useBinding } from './binding.ts'
import { useDesk } from './desk.ts'
import { usePlace } from './place.ts'
import { useSearch } from './search.ts'

/** More than any code on a card holds; the desk refuses longer ones. */
const LONGEST = 4_096

/** A scan that led to no pupil: said calmly, and gone by itself. */
export type ScanNotice =
  | Extract<ScanAnswer, { readonly kind: 'none' | 'other-school' }>
  | { readonly kind: 'refused'; readonly code: DeskErrorCode }

/** What a scan leads to. It finds a pupil; only a tap proves a card. */
export const useScan = defineStore('scan', () => {
  const desk = useDesk()
  const place = usePlace()
  const search = useSearch()
  const binding = useBinding()
  const notice = shallowRef<ScanNotice | null>(null)
  /** whether the last scan led to somebody, to be heard; a new object each time */
  const answered = shallowRef<{ readonly found: boolean } | null>(null)
  let asked = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  function dismiss(): void {
    clearTimeout(timer)
    notice.value = null
  }

  /** A tap came in between: its verdict stands. */
  function giveWay(): void {
    asked += 1
    dismiss()
  }

  function forget(): void {
    giveWay()
    answered.value = null
  }

  async function look(text: string): Promise<void> {
    if (desk.open === null) return
    const mine = (asked += 1)
    dismiss()
    // Where cards are taken in, the number on one is that: nobody's page is opened.
    if (place.screen === 'arrival') return useArrival().scanned(text.slice(0, LONGEST))
    try {
      const answer = await ask('scan.look', { text: text.slice(0, LONGEST) })
      if (mine === asked) follow(answer)
    } catch (thrown) {
      if (mine !== asked) return
      answered.value = { found: false }
      say({ kind: 'refused', code: errorCode(thrown) })
    }
  }

  function follow(answer: ScanAnswer): void {
    answered.value = { found: answer.kind === 'student' || answer.kind === 'several' }
    switch (answer.kind) {
      case 'student':
        search.fold()
        if (place.screen === 'binding') return binding.choose(answer.student)
        return place.openStudent(answer.student.studentId, answer.cardId)
      case 'several':
        return search.offer(answer.students)
      case 'other-school':
      case 'none':
        return say(answer)
      default:
        return assertNever(answer)
    }
  }

  function say(what: ScanNotice): void {
    search.fold()
    notice.value = what
    timer = setTimeout(dismiss, desk.settings.clearAfterSeconds * 1000)
  }

  return { notice, answered, look, dismiss, giveWay, forget }
})
