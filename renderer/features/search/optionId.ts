/** The list and its lines by id: the field names the marked one to screen readers. */
export const LIST_ID = 'search-options'

export function optionId(index: number): string {
  return `search-option-${index}`
}
