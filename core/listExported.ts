import type { ListForm } from './listRequests.ts'
import { LISTS, type ListName } from './lists.ts'

/** What left the desk as a list, as its row in the log says it. */
export interface ListExported {
  readonly list: ListName
  readonly form: ListForm | 'pdf'
  /** `none`: figures alone */
  readonly names: 'masked' | 'whole' | 'none'
  readonly rows: number
  /** the class or the delivery list it is of; null: the school */
  readonly ofId: string | null
}

/** `about` of its row: roll xlsx masked 2950 */
export function exportedAbout({ list, form, names, rows, ofId }: ListExported): string {
  return [list, form, names, rows, ...(ofId === null ? [] : [ofId])].join(' ')
}

/** The way back; null: a newer desk wrote what this one does not know. */
export function exportedOf(about: string): ListExported | null {
  const [list = '', form = '', names = '', rows = '', ofId = null] = about.split(' ')
  const known = Object.hasOwn(LISTS, list) && isForm(form) && isNames(names) && /^\d+$/.test(rows)
  return known ? { list: list as ListName, form, names, rows: Number(rows), ofId } : null
}

const isForm = (text: string): text is ListExported['form'] => ['xlsx', 'csv', 'pdf'].includes(text)

const isNames = (text: string): text is ListExported['names'] =>
  ['masked', 'whole', 'none'].includes(text)
