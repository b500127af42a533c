import { defineStore } from 'pinia'
import { computed } from 'vue'
import type { Args } from '../../core/contract.ts'
import { unmaskedGrantOf } from '../../core/rights.ts'
import { ask } from '../kiosk.ts'
import { useDesk } from './desk.ts'

/** Lists that leave as files: the desk gathers them, the page holds none of it. */
export const useLists = defineStore('lists', () => {
  const desk = useDesk()
  const mayExport = computed(() => desk.may('export-list'))
  /** with whole names; to be asked only, the desk decides */
  const mayWhole = computed(
    () => unmaskedGrantOf(desk.open?.operator.roles ?? [], 'export-list') !== null,
  )

  /** A folder is asked for. @throws DeskError `re-auth-needed` among others */
  const save = (wish: Omit<Args<'list.export'>, 'language'>) =>
    ask('list.export', { ...wish, language: desk.settings.language })

  /** Likewise. */
  const progress = (wish: Omit<Args<'list.progress'>, 'language'>) =>
    ask('list.progress', { ...wish, language: desk.settings.language })

  return { mayExport, mayWhole, save, progress }
})
