import { defineStore } from 'pinia'
import { computed, ref } from 'vue'

/** The screens. A new one is a word here and a line in App.vue; `student` is reached by a pupil. */
export type Screen = 'verify' | 'rehearsal' | 'student' | 'devices' | 'settings' | 'start'

/** Where the clerk is. Both verify and rehearsal show verdicts; the others make way for a tap. */
export const usePlace = defineStore('place', () => {
  const screen = ref<Screen>('verify')
  /** whose page is open; null: nobody's */
  const studentId = ref<string | null>(null)
  /** the clock of the rehearsal panel is folded out */
  const settingClock = ref(false)
  const showsVerdicts = computed(() => screen.value === 'verify' || screen.value === 'rehearsal')

  function go(to: Screen): void {
    screen.value = to
    if (to !== 'student') studentId.value = null
  }

  function openStudent(id: string): void {
    studentId.value = id
    screen.value = 'student'
  }

  /** 调整…: unfolds the clock where it stands; a second press folds it away. */
  function setClock(): void {
    settingClock.value = !(settingClock.value && screen.value === 'rehearsal')
    screen.value = 'rehearsal'
  }

  function makeWayForTap(): void {
    if (!showsVerdicts.value) go('verify')
  }

  return { screen, studentId, settingClock, go, openStudent, setClock, makeWayForTap }
})
