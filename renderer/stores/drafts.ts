import { defineStore } from 'pinia'
import { computed, ref, shallowReactive, watch } from 'vue'
import type { Draft } from '../../core/contract.ts'
import { ask } from '../kiosk.ts'
import { useDesk } from './desk.ts'
import { usePlace } from './place.ts'
import { isScreen, landingOf, mayOpen } from './screens.ts'
import { useSearch } from './search.ts'
import { useVerify } from './verify.ts'

/** The desk may lock at any moment, and takes nothing from then on. */
export const KEPT_AFTER_MS = 300

/**
 * Where somebody is and what they are typing: told to the desk while they work, and got back from it
 * when they sign in again. Nobody else ever gets it: the desk sees to that.
 */
export const useDrafts = defineStore('drafts', () => {
  const desk = useDesk()
  const place = usePlace()
  const search = useSearch()
  const verify = useVerify()
  /** the forms that are open now, by name */
  const forms = shallowReactive(new Map<string, () => string>())
  /** of forms that are not open again yet */
  const returned = ref<Readonly<Record<string, string>>>({})
  /** null: nobody is here, or what they had is not back yet */
  let turn: object | null = null
  /** who was asked for */
  let waiting: object | null = null
  let timer: ReturnType<typeof setTimeout> | undefined

  const draft = computed<Draft>(() => ({
    screen: place.screen,
    studentId: place.studentId,
    searchText: search.text,
    forms: {
      ...returned.value,
      ...Object.fromEntries([...forms].map(([name, text]) => [name, text()])),
    },
  }))
  watch(
    () => JSON.stringify(draft.value),
    () => {
      clearTimeout(timer)
      if (turn !== null) timer = setTimeout(keepNow, KEPT_AFTER_MS)
    },
    { flush: 'sync' },
  )

  function keepNow(): void {
    clearTimeout(timer)
    if (turn === null) return
    const plain = JSON.parse(JSON.stringify(draft.value)) as Draft
    void ask('draft.keep', { draft: plain }).catch(() => null)
  }

  /** Somebody is at the desk: to where they were, or to where their work begins. */
  async function begin(): Promise<void> {
    const mine = {}
    waiting = mine
    place.go(landingOf(roles()))
    const kept = await ask('draft.take', null).catch(() => null)
    if (waiting !== mine) return
    turn = mine
    if (kept !== null) bringBack(kept)
  }
  const roles = () => desk.open?.operator.roles ?? []

  function bringBack({ screen, studentId, searchText, forms: kept }: Draft): void {
    returned.value = kept
    if (searchText !== '' && desk.may('search')) search.restore(searchText)
    // A card was tapped meanwhile: that comes first.
    if (verify.shown !== null || !isScreen(screen) || !mayOpen(screen, roles())) return
    if (screen !== 'student' && screen !== 'case') place.go(screen)
    else if (studentId !== null) {
      if (screen === 'case') place.openCase(studentId)
      else place.openStudent(studentId)
    }
  }

  /** @returns what the form does when it is closed */
  function join(name: string, text: () => string): () => void {
    forms.set(name, text)
    return () => {
      if (forms.get(name) === text) forms.delete(name)
    }
  }

  /** What a form had, once. */
  function takeBack(name: string): string | null {
    const { [name]: text = null, ...others } = returned.value
    if (text !== null) returned.value = others
    return text
  }

  function forget(): void {
    clearTimeout(timer)
    turn = null
    waiting = null
    returned.value = {}
    forms.clear()
  }

  return { returned, begin, keepNow, join, takeBack, forget }
})
