import type { ReaderSituation } from './useReaders.ts'

/** on: works · wait: one moment · asks: somebody has to do something · off: not there */
export type Light = 'on' | 'wait' | 'asks' | 'off'

export function readerLight(situation: ReaderSituation): Light {
  if (situation === 'ready' || situation === 'reading') return 'on'
  return situation === 'starting' ? 'wait' : 'asks'
}
