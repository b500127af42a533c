/** What is wrong comes into sight, and the first field of it gets the keys. */
export function showFirstFault(form: HTMLElement | null): void {
  const [fault] = form?.querySelectorAll<HTMLElement>('[aria-invalid="true"], .fault') ?? []
  fault?.closest('.field, fieldset')?.scrollIntoView?.({ block: 'nearest' })
  if (fault instanceof HTMLInputElement) fault.focus({ preventScroll: true })
}
