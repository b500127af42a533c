import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { WorkList } from '../../core/case/workLists.ts'
import { readClass } from '../../core/className.ts'
import type { CaseLists } from '../../core/caseRequests.ts'
import { errorCode, type DeskErrorCode } from '../../core/errors.ts'
import { ask } from '../kiosk.ts'

/** The lists of the day's work; what is looked at and filtered by stays when a case is opened from here. */
export const useWork = defineStore('work', () => {
  const list = ref<WorkList>('to-apply')
  /** null: not fetched yet */
  const view = shallowRef<CaseLists | null>(null)
  const loading = ref(false)
  const refused = ref<DeskErrorCode | null>(null)
  /** what names and classes are filtered by */
  const typed = ref('')
  /** null: of every class */
  const className = ref<string | null>(null)
  /** whose case was opened from here last */
  const opened = ref<string | null>(null)
  /** what is done with the whole list stands in its place (features/work/listParts.ts) */
  const whole = ref(false)
  /** of whoever is at the desk, and of the last question: an older answer is nobody's */
  let turn = {}

  /** null: those of the list that is open are not here yet */
  const lines = computed(() => (view.value?.list === list.value ? view.value.lines : null))
  const classes = computed(() => {
    const names = (lines.value ?? []).flatMap((line) => line.className ?? [])
    const chosen = className.value === null ? [] : [className.value]
    return [...new Set([...names, ...chosen])].toSorted((a, b) => classOrder(a) - classOrder(b))
  })
  const shown = computed(() => {
    const wanted = plain(typed.value)
    return (lines.value ?? []).filter(
      (line) =>
        (className.value === null || line.className === className.value) &&
        plain(`${line.name} ${line.className ?? ''}`).includes(wanted),
    )
  })
  const filtered = computed(() => typed.value.trim() !== '' || className.value !== null)

  async function load(): Promise<void> {
    const mine = (turn = {})
    loading.value = true
    refused.value = null
    const answer = await ask('case.lists', { list: list.value }).catch((thrown: unknown) =>
      errorCode(thrown),
    )
    if (mine !== turn) return
    loading.value = false
    if (typeof answer === 'string') refused.value = answer
    else view.value = answer
  }

  async function show(to: WorkList): Promise<void> {
    turnTo(to, false)
    await load()
  }

  /** Which list the screen opens with. */
  function turnTo(to: WorkList, asWhole: boolean): void {
    list.value = to
    opened.value = null
    whole.value = asWhole
  }

  function clear(): void {
    typed.value = ''
    className.value = null
  }

  function forget(): void {
    turn = {}
    turnTo('to-apply', false)
    view.value = null
    loading.value = false
    refused.value = null
    clear()
  }

  return {
    ...{ list, view, loading, refused, typed, className, opened, whole },
    ...{ lines, classes, shown, filtered, load, show, turnTo, clear, forget },
  }
})

/** As it is compared: full-width letters and capitals make no difference, nor do spaces. */
function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, '')
}

/** By grade, then by number, as a school lists them; what is named otherwise comes last. */
function classOrder(name: string): number {
  const wanted = readClass(name)?.wanted
  if (wanted === undefined || wanted.grade === null) return Number.MAX_SAFE_INTEGER
  return wanted.grade * 100 + (wanted.number ?? 0)
}
