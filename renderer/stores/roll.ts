import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { errorCode, type DeskErrorCode } from '../../core/errors.ts'
import type { Act } from '../../core/rights.ts'
import type { RollView } from '../../core/rollRequests.ts'
import { ask } from '../kiosk.ts'
import { useDesk } from './desk.ts'
import { useRollWork } from './rollWork.ts'

/** What the screen of the roll has, in the order of its buttons. */
export const ROLL_PARTS = ['roll', 'year', 'newCards', 'names'] as const
export type RollPart = (typeof ROLL_PARTS)[number]

/** What somebody needs for a part; for the others, that they may import a roll. */
const PART_ACTS: Readonly<Partial<Record<RollPart, Act>>> = { newCards: 'confirm-card-data' }

/** What was done last: said where the roll is shown. */
export type RollDone =
  | { readonly kind: 'taken'; readonly changeId: string }
  | { readonly kind: 'bound'; readonly cards: number }
  /** `kept`: pupils who were not put back, because more has happened to them since */
  | { readonly kind: 'undone'; readonly kept: number }

/** The roll in numbers, and what was done with it; names no pupil. */
export const useRoll = defineStore('roll', () => {
  const desk = useDesk()
  const work = useRollWork()
  /** null: not fetched yet */
  const view = shallowRef<RollView | null>(null)
  const refused = ref<DeskErrorCode | null>(null)
  const done = shallowRef<RollDone | null>(null)
  /** of a desk that has no school yet, as it is typed */
  const schoolName = ref('')
  const parts = computed(() =>
    ROLL_PARTS.filter((one) => desk.may(PART_ACTS[one] ?? 'import-roll')),
  )
  const chosen = ref<RollPart>('roll')
  /** stays while one looks at a pupil */
  const part = computed({
    get: () => (parts.value.includes(chosen.value) ? chosen.value : (parts.value[0] ?? 'roll')),
    set: (to) => (chosen.value = to),
  })
  let mine: object | null = null

  async function load(): Promise<void> {
    if (!desk.may('import-roll')) return
    const turn = (mine = {})
    try {
      const answer = await ask('roll.view', null)
      if (turn !== mine) return
      view.value = answer
      refused.value = null
    } catch (thrown) {
      if (turn === mine) refused.value = errorCode(thrown)
    }
  }

  async function undo(changeId: string): Promise<void> {
    done.value = null
    const answer = await work.run(() => ask('roll.undo', { changeId }), 'roll.why.undo')
    if (answer !== undefined) await show({ kind: 'undone', kept: answer.kept })
  }

  /** It is told once the numbers are those after it, and not to whoever comes after a lock. */
  async function show(what: RollDone): Promise<void> {
    await load()
    if (mine !== null) done.value = what
  }

  const seen = (): void => void (done.value = null)

  function forget(): void {
    mine = null
    view.value = null
    refused.value = null
    schoolName.value = ''
    chosen.value = 'roll'
    seen()
  }

  return { view, refused, done, schoolName, parts, part, load, undo, show, seen, forget }
})
