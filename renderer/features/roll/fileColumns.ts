import {
  CARD_COLUMNS,
  headingKey,
  ROLL_COLUMNS,
  type FileColumns,
  type MappedColumn,
  type Mapping,
  type PrivateColumn,
} from '../../../core/rollFileColumns.ts'
import type { FileKind } from '../../../core/rollRequests.ts'
import type { OpenedFile } from '../../stores/rollImport.ts'

/** A column of a chosen file as the page shows it. */
export type ColumnShown =
  | { readonly kind: 'private'; readonly heading: string; readonly why: PrivateColumn }
  /** nobody could say later which column was meant */
  | { readonly kind: 'nameless'; readonly heading: string }
  /** a mapping goes by headings, and of two that are the same the first one counts */
  | { readonly kind: 'twin'; readonly heading: string }
  /** `field` is null where it is not used */
  | { readonly kind: 'open'; readonly heading: string; readonly field: string | null }

const COLUMNS: Readonly<Record<FileKind, FileColumns<string>>> = {
  roll: ROLL_COLUMNS,
  cards: CARD_COLUMNS,
}

export function columnsOf(
  { headings, ignored }: Pick<OpenedFile, 'headings' | 'ignored'>,
  mapping: Mapping<string>,
): readonly ColumnShown[] {
  const keys = headings.map(headingKey)
  return headings.map((heading, at) => {
    const unread = ignored.find((one) => one.heading === heading)
    if (unread !== undefined) return { kind: 'private', ...unread }
    if (heading === '') return { kind: 'nameless', heading }
    if (keys.indexOf(headingKey(heading)) < at) return { kind: 'twin', heading }
    const field = mapping.find((one) => one.heading === heading)?.field ?? null
    return { kind: 'open', heading, field }
  })
}

export const fieldsOf = (of: FileKind): readonly string[] => Object.keys(COLUMNS[of].headings)

/** What must be there and is not chosen yet. */
export function missingFields(of: FileKind, mapping: Mapping<string>): readonly string[] {
  return COLUMNS[of].required.filter((field) => !mapping.some((one) => one.field === field))
}

/** Each field has one column at most: choosing it for another takes it from the one before. */
export function mapColumn(
  mapping: Mapping<string>,
  heading: string,
  field: string | null,
): Mapping<string> {
  const others = mapping.filter((one) => one.heading !== heading && one.field !== field)
  return field === null ? others : [...others, { heading, field }]
}

/** Tells the fields of one sort of file from others. */
export function isOf<Field extends string>({ headings }: FileColumns<Field>) {
  return (one: MappedColumn<string>): one is MappedColumn<Field> =>
    Object.hasOwn(headings, one.field)
}
