import { computed } from 'vue'
import type { ReadersView, ReaderView } from '../../core/deskState.ts'
import { useDesk } from '../stores/desk.ts'

/** The readers in one word: what the clerk has to know or do next. Words under `reader`. */
export type ReaderSituation =
  'starting' | 'no-service' | 'no-reader' | 'ready' | 'reading' | 'card-lying' | 'card-on' | 'error'

/** What asks most for the clerk's eye comes first; one good reader is enough to be ready. */
const URGENCY: readonly ReaderView['state'][] = [
  'reading',
  'card-lying',
  'card-on',
  'ready',
  'error',
]

export function readerSituation(view: ReadersView): ReaderSituation {
  const states = view.readers.map((reader) => reader.state)
  const devices = view.readers.filter((reader) => !reader.rehearsal)
  const busy = states.includes('reading')
  if (busy) return 'reading'
  if (devices.length === 0) return withoutDevice(view)
  return URGENCY.find((state) => devices.some((reader) => reader.state === state)) ?? 'ready'
}

function withoutDevice(view: ReadersView): ReaderSituation {
  if (view.service === 'starting') return 'starting'
  return view.service === 'down' ? 'no-service' : 'no-reader'
}

export function useReaders() {
  const desk = useDesk()
  const view = computed(() => desk.readers)
  return {
    situation: computed(() => readerSituation(view.value)),
    devices: computed(() => view.value.readers.filter((reader) => !reader.rehearsal)),
  }
}
