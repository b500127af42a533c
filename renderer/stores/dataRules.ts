import { defineStore } from 'pinia'
import type { Ground } from '../../core/care.ts'
import type { RetentionClass } from '../../core/retention.ts'
import { ask } from '../kiosk.ts'
import { shownView } from './shownView.ts'

/** By what right pupils' data are kept, and how long: counts, and no names. */
export const useDataRules = defineStore('dataRules', () => {
  const { view, refused, load, showing, close } = shownView(() => ask('privacy.view', null))

  const setGround = (ground: Ground) => showing(() => ask('privacy.basis', { ground }))
  const setMonths = (of: RetentionClass, months: number) =>
    showing(() => ask('retention.change', { [of]: months }))
  const run = () => showing(() => ask('retention.run', null))

  return { view, refused, load, setGround, setMonths, run, close }
})
