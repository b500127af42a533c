import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import type { Screen } from './screens.ts'

export type { Screen } from './screens.ts'

/** Where the clerk is. Some screens take taps; the others make way for one. */
export const usePlace = defineStore('place', () => {
  const screen = ref<Screen>('verify')
  /** whose page is open; null: nobody's */
  const studentId = ref<string | null>(null)
  /** the card that was scanned to find the pupil; null: found otherwise */
  const cardId = ref<string | null>(null)
  /** the clock of the rehearsal panel is folded out */
  const settingClock = ref(false)
  const showsVerdicts = computed(() => TAKES_TAPS.includes(screen.value))

  function go(to: Screen): void {
    screen.value = to
    if (to === 'student' || to === 'case') return
    studentId.value = null
    cardId.value = null
  }

  function openStudent(id: string, scannedCard: string | null = null): void {
    studentId.value = id
    cardId.value = scannedCard
    screen.value = 'student'
  }

  /** 办理: a pupil's case. */
  function openCase(id: string): void {
    studentId.value = id
    cardId.value = null
    screen.value = 'case'
  }

  /** 调整…: unfolds the clock where it stands; a second press folds it away. */
  function setClock(): void {
    settingClock.value = !(settingClock.value && screen.value === 'rehearsal')
    screen.value = 'rehearsal'
  }

  function makeWayForTap(): void {
    if (!showsVerdicts.value) go('verify')
  }

  function forget(): void {
    go('verify')
    settingClock.value = false
  }

  return {
    ...{ screen, studentId, cardId, settingClock, showsVerdicts },
    ...{ go, openStudent, openCase, setClock, makeWayForTap, forget },
  }
})

/** Where a tap is taken as it comes: nobody is led away from there. */
const TAKES_TAPS: readonly Screen[] = [
  ...(['verify', 'rehearsal', 'binding', 'yearTaps', 'arrival', 'case'] as const),
]
