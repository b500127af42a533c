import type { CalendarDate } from '../../core/calendarDate.ts'
import type { TableRemark } from '../../core/rollFileTable.ts'
import { Refusal } from './refusal.ts'
import { relationsOf, type Parts } from './xlsxParts.ts'
import { isTrue, readXml, type Attributes } from './xml.ts'

export interface Book {
  readonly sheets: readonly BookSheet[]
  /** the part with the shared strings, where there is one */
  readonly strings: string | null
  readonly dayZero: CalendarDate
}

export interface BookSheet {
  readonly name: string
  readonly hidden: boolean
  readonly part: string
}

/** @throws Refusal */
export async function readBook(parts: Parts): Promise<Book> {
  const main = await mainPart(parts)
  const related = await relationsOf(parts, main)
  const named: { readonly name: string; readonly hidden: boolean; readonly id: string }[] = []
  let isBook = false
  let from1904 = false
  await readXml(parts.read(main), {
    open(name, attributes) {
      if (name === 'workbook') isBook = true
      if (name === 'workbookPr') from1904 = isTrue(attributes['date1904'])
      if (name === 'sheet')
        named.push({
          name: attributes['name'] ?? '',
          hidden: (attributes['state'] ?? 'visible') !== 'visible',
          id: prefixed(attributes, 'id'),
        })
    },
  })
  if (!isBook) throw new Refusal('not-a-table')
  const strings = [...related.values()].find(({ type }) => type === 'sharedStrings')
  return {
    // Sheets of charts alone have another type.
    sheets: named.flatMap(({ id, ...sheet }) => {
      const to = related.get(id)
      return to?.type === 'worksheet' ? [{ ...sheet, part: to.part }] : []
    }),
    strings: strings !== undefined && parts.has(strings.part) ? strings.part : null,
    dayZero: (from1904 ? '1904-01-01' : '1899-12-30') as CalendarDate,
  }
}

const BOOK = 'xl/workbook.xml'

async function mainPart(parts: Parts): Promise<string> {
  if (!parts.has('_rels/.rels')) throw new Refusal(otherThanWorkbook(parts))
  const related = [...(await relationsOf(parts, '')).values()]
  const main = related.find(({ type }) => type === 'officeDocument')?.part ?? BOOK
  if (!parts.has(main) || main.endsWith('.bin')) throw new Refusal(otherThanWorkbook(parts))
  return main
}

function otherThanWorkbook({ names }: Parts): 'other-workbook' | 'not-a-table' {
  const other = /^xl\/workbook\.bin$|^content\.xml$|^index\/.*\.iwa$|\.numbers$/
  return names.some((name) => other.test(name)) ? 'other-workbook' : 'not-a-table'
}

/** What lies in the workbook beside its sheets and is not opened. */
export async function remarksOn(parts: Parts): Promise<readonly TableRemark[]> {
  const some = (form: RegExp): boolean => parts.names.some((name) => form.test(name))
  const links = parts.names.filter((name) => /^xl\/externallinks\/[^/]+\.xml$/.test(name))
  let dde = false
  for (const link of links.slice(0, MOST_LINKS))
    await readXml(parts.read(link), {
      open(name) {
        if (name === 'ddeLink') dde = true
      },
    })
  const remarks: readonly (readonly [boolean, TableRemark])[] = [
    [links.length > 0 || some(/^xl\/(connections\.xml|querytables\/)/), { kind: 'external-links' }],
    [dde, { kind: 'dde' }],
    [some(/vbaproject\.bin$|^xl\/(macrosheets|dialogsheets)\//), { kind: 'macros' }],
    [some(/^xl\/(embeddings|activex|ctrlprops)\//), { kind: 'embedded-objects' }],
  ]
  return remarks.filter(([there]) => there).map(([, remark]) => remark)
}

const MOST_LINKS = 50

function prefixed(attributes: Attributes, name: string): string {
  const key = Object.keys(attributes).find((one) => one === name || one.endsWith(`:${name}`))
  return attributes[key ?? name] ?? ''
}
