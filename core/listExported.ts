import type { ListForm } from './listRequests.ts'
import { LISTS, type ListName } from './lists.ts'

/** What left the desk as a list, as its row in the log says it. */
export interface ListExported {
  readonly list: ListName
  readonly form: ListForm | 'pdf'
  /** `none`: figures alone */
  readonly names: 'masked' | 'whole' | 'none'
  readonly rows: number
  /** of a list of one class */
  readonly classId: string | null
}

/** `about` of its row: roll xlsx masked 2950 */
export function exportedAbout({ list, form, names, rows, classId }: ListExported): string {
  return [list, form, names, rows, ...(classId === null ? [] : [classId])].join(' ')
}

/** The way back; null: a newer desk wrote what this one does not know. */
export function exportedOf(about: string): ListExported | null {
  const [list = '', form = '', names = '', rows = '', classId = null] = about.split(' ')
  const known = Object.hasOwn(LISTS, list) && isForm(form) && isNames(names) && /^\d+$/.test(rows)
  return known ? { list: list as ListName, form, names, rows: Number(rows), classId } : null
}

const isForm = (text: string): text is ListExported['form'] => ['xlsx', 'csv', 'pdf'].includes(text)

const isNames = (text: string): text is ListExported['names'] =>
  ['masked', 'whole', 'none'].includes(text)
