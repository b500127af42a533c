type Field = HTMLInputElement | HTMLTextAreaElement

interface Disturbed {
  readonly field: Field
  readonly value: string
  readonly start: number | null
  readonly end: number | null
}

export interface DisturbedField {
  /** at each key that may belong to a scan, before the key writes anything */
  remember(): void
  /** it was a scan: its first keys are taken out, and the focus leaves, which ends a composition */
  clean(): void
  /** the scan is over: the focus and the caret come back */
  giveBack(): void
  /** it was a person */
  forget(): void
}

/** What stood in the field with the focus before a scanner began to type into it. */
export function disturbedField(): DisturbedField {
  let known: readonly Disturbed[] = []
  let cleaned: Disturbed | null = null
  return {
    remember() {
      const field = document.activeElement
      if (!isField(field) || known.some((one) => one.field === field)) return
      const [start, end] = [field.selectionStart, field.selectionEnd]
      known = [...known, { field, value: field.value, start, end }]
    },
    clean() {
      cleaned = known.find((one) => one.field === document.activeElement) ?? null
      // First what was there, so that leaving the field is no change; then again, because a
      // composition that ends writes what it holds.
      for (const one of known) put(one)
      cleaned?.field.blur()
      for (const one of known) put(one)
      known = []
    },
    giveBack() {
      const given = cleaned
      cleaned = null
      if (given === null || !given.field.isConnected) return
      if (document.activeElement === document.body) given.field.focus({ preventScroll: true })
      if (given.start !== null) given.field.setSelectionRange(given.start, given.end)
    },
    forget() {
      known = []
    },
  }
}

function isField(element: Element | null): element is Field {
  return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
}

function put({ field, value }: Disturbed): void {
  if (field.value === value) return
  field.value = value
  field.dispatchEvent(new Event('input', { bubbles: true }))
}
