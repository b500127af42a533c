import { defineStore } from 'pinia'
import { computed, ref } from 'vue'

/** The screens of the side navigation. A new one is a word here and a line in App.vue. */
export type Screen = 'verify' | 'rehearsal' | 'settings' | 'start'

/** Where the clerk is. Both verify and rehearsal show verdicts; the others make way for a tap. */
export const usePlace = defineStore('place', () => {
  const screen = ref<Screen>('verify')
  /** the clock of the rehearsal panel is folded out */
  const settingClock = ref(false)
  const showsVerdicts = computed(() => screen.value === 'verify' || screen.value === 'rehearsal')

  function go(to: Screen): void {
    screen.value = to
  }

  /** 调整…: unfolds the clock where it stands; a second press folds it away. */
  function setClock(): void {
    settingClock.value = !(settingClock.value && screen.value === 'rehearsal')
    screen.value = 'rehearsal'
  }

  function makeWayForTap(): void {
    if (!showsVerdicts.value) screen.value = 'verify'
  }

  return { screen, settingClock, go, setClock, makeWayForTap }
})
