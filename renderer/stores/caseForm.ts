import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import type { Offer } from '../features/case/doing.ts'

/** What is typed in a case: of one pupil, by act and field. */
interface Typed {
  readonly studentId: string
  /** the form that is open; null: none */
  readonly open: Offer | null
  readonly fields: Readonly<Record<string, string>>
}

/**
 * The form that is open in a case, and what was typed in any of them: as one text, because drafts are texts
 * (composables/useDraft.ts). It stays until the act is done, over a lock too; of another pupil it is nobody's.
 */
export const useCaseForm = defineStore('caseForm', () => {
  const typed = ref('')
  const studentId = ref('')

  const now = computed<Typed>(() => {
    const kept = typed.value === '' ? null : (JSON.parse(typed.value) as Typed)
    return kept?.studentId === studentId.value
      ? kept
      : { studentId: studentId.value, open: null, fields: {} }
  })
  const open = computed(() => now.value.open)

  function keep(part: Partial<Typed>): void {
    const next = { ...now.value, ...part }
    const isEmpty = next.open === null && Object.keys(next.fields).length === 0
    typed.value = isEmpty ? '' : JSON.stringify(next)
  }

  /** Whose case it is from now on. */
  function of(id: string): void {
    studentId.value = id
  }

  const begin = (offer: Offer): void => keep({ open: offer })
  const close = (): void => keep({ open: null })
  const nameOf = (field: string): string => `${now.value.open?.act ?? ''}.${field}`
  const read = (field: string): string | null => now.value.fields[nameOf(field)] ?? null

  function write(field: string, text: string): void {
    keep({ fields: { ...now.value.fields, [nameOf(field)]: text } })
  }

  /** It is done: what was typed for it goes with it. */
  function done(): void {
    const mine = nameOf('')
    const fields = Object.entries(now.value.fields).filter(([name]) => !name.startsWith(mine))
    keep({ open: null, fields: Object.fromEntries(fields) })
  }

  function forget(): void {
    typed.value = ''
    studentId.value = ''
  }

  return { typed, open, of, begin, close, read, write, done, forget }
})
