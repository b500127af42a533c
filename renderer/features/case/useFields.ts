import { computed, ref, watch } from 'vue'
import { useCaseForm } from '../../stores/caseForm.ts'
import type { Field, Values } from './actForms.ts'

/** The fields of the form that is open: what is typed is kept by the store, the first choice is chosen. */
export function useFields(fields: () => readonly Field[]) {
  const form = useCaseForm()
  /** It was to be done, and something was missing. */
  const tried = ref(false)
  watch(
    () => form.open?.act,
    () => (tried.value = false),
  )
  const all = computed<Values>(() =>
    Object.fromEntries(
      fields().map(({ name, options }) => [name, form.read(name) ?? options?.[0] ?? '']),
    ),
  )
  const shown = computed(() => fields().filter(({ when }) => when?.(all.value) ?? true))
  const isMissing = ({ name, needed }: Field): boolean =>
    needed === true && (all.value[name] ?? '').trim() === ''

  /** @returns what is filled in; null: something is missing, and from now on the field says so */
  function given(): Values | null {
    tried.value = true
    return shown.value.some(isMissing) ? null : all.value
  }

  return {
    ...{ shown, given },
    valueOf: (name: string): string => all.value[name] ?? '',
    write: (name: string, text: string): void => form.write(name, text),
    faultOf: (field: Field): boolean => tried.value && isMissing(field),
  }
}

export type FieldsForm = ReturnType<typeof useFields>
