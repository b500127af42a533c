import { defineStore } from 'pinia'
import { computed, ref, shallowReactive, shallowRef } from 'vue'
import { errorCode, type DeskErrorCode } from '../../core/errors.ts'
import type { NamePiece } from '../../core/nameDifference.ts'
import type { WatchedCharacter } from '../../core/rareCharacters.ts'
import { ask } from '../kiosk.ts'

/** What is held against the roll: the card's face, and what a parent typed in the city's app. */
export const NAME_FIELDS = ['face', 'parent'] as const
export type NameField = (typeof NAME_FIELDS)[number]

export type Compared =
  | { readonly kind: 'nothing' }
  /** another pupil's page was opened meanwhile */
  | { readonly kind: 'gone' }
  | { readonly kind: 'refused'; readonly code: DeskErrorCode }
  | { readonly kind: 'compared'; readonly pieces: readonly NamePiece[] }

const NOTHING: Compared = { kind: 'nothing' }

/** The name of one pupil's page held against others. What is typed stays here, and goes with the page. */
export const useNameCheck = defineStore('name-check', () => {
  /** null: folded away */
  const studentId = ref<string | null>(null)
  const typed = shallowReactive<Record<NameField, string>>({ face: '', parent: '' })
  const compared = shallowReactive<Record<NameField, Compared>>({ face: NOTHING, parent: NOTHING })
  /** of the roll's name */
  const watched = shallowRef<readonly WatchedCharacter[]>([])
  const open = computed(() => studentId.value !== null)
  /** Only the answer to the latest question counts. */
  const turns: Record<NameField | 'watched', object> = { face: {}, parent: {}, watched: {} }

  async function unfold(of: string): Promise<void> {
    forget()
    studentId.value = of
    const turn = (turns.watched = {})
    const answer = await ask('names.compare', { studentId: of, typed: '' }).catch(() => null)
    if (turn === turns.watched) watched.value = answer?.watched ?? []
  }

  async function type(field: NameField, text: string): Promise<void> {
    if (studentId.value === null) return
    typed[field] = text
    const turn = (turns[field] = {})
    const next = text.trim() === '' ? NOTHING : await compare(studentId.value, text)
    if (turn === turns[field]) compared[field] = next
  }

  function forget(): void {
    Object.assign(turns, { face: {}, parent: {}, watched: {} })
    studentId.value = null
    Object.assign(typed, { face: '', parent: '' })
    Object.assign(compared, { face: NOTHING, parent: NOTHING })
    watched.value = []
  }

  return { typed, compared, watched, open, unfold, type, forget }
})

function compare(studentId: string, typed: string): Promise<Compared> {
  return ask('names.compare', { studentId, typed }).then(
    (answer): Compared =>
      answer === null ? { kind: 'gone' } : { kind: 'compared', pieces: answer.pieces },
    (thrown: unknown): Compared => ({ kind: 'refused', code: errorCode(thrown) }),
  )
}
