import { cellText, type Table } from './rollFileTable.ts'
import { fold } from './searchText.ts'

/** The columns of a sort of file: what they are called, and which of them must be there. */
export interface FileColumns<Field extends string> {
  readonly required: readonly Field[]
  /** matched with headings as `headingKey` writes them */
  readonly headings: Readonly<Record<Field, RegExp>>
}

export type RollField =
  'educationId' | 'name' | 'sex' | 'grade' | 'class' | 'enrolment' | 'temporaryUntil'
export type CardField = 'educationId' | 'printedNumber'

export const EDUCATION_ID_HEADING =
  /^(学生|学籍|北京市?|首都|本人)*教育id(号码?|编号|码)?$|^educationid$/

export const ROLL_COLUMNS: FileColumns<RollField> = {
  required: ['educationId', 'name'],
  headings: {
    educationId: EDUCATION_ID_HEADING,
    name: /^(学生|真实)?(姓名|名字)$|^name$/,
    sex: /^(学生)?性别码?$|^sex$|^gender$/,
    grade: /^(学生|所在|就读|当前|现)?年级(名称)?$|^grade$/,
    class: /^(学生|所在|就读|当前|现|行政|年级)*(班|班级|班号|班次)(名称|编号)?$|^class$/,
    enrolment: /^(学生|学籍|在籍|在读|在校|就读)(当前)?(状态|情况)$|^状态$/,
    temporaryUntil:
      /^临时学籍(的)?(到期|截止|有效|终止|结束)(日期?|时间|期)?(至|止)?$|^到期(日期?|时间)$/,
  },
}

/** 北京通号 is another number, of the person: families take one for the other (domain.md 5.1). */
export const CARD_COLUMNS: FileColumns<CardField> = {
  required: ['educationId', 'printedNumber'],
  headings: {
    educationId: EDUCATION_ID_HEADING,
    printedNumber:
      /^(北京)?(市政交通)?(一卡通)?(学生|卡面|印刷|新|公交|交通)*卡号码?$|^(一卡通|卡面)号码?$|^cardnumber$/,
  },
}

/** Which column is what. Plain JSON, kept from one import to the next; an array, so no heading is a key. */
export type Mapping<Field extends string> = readonly MappedColumn<Field>[]

export interface MappedColumn<Field extends string> {
  /** as it stands in the file */
  readonly heading: string
  readonly field: Field
}

/** Personal data the desk does not keep: such columns are never read, whatever a mapping says. */
export type PrivateColumn =
  | 'identity-number'
  | 'national-roll-number'
  | 'birth-date'
  | 'phone'
  | 'family'
  | 'address'
  | 'other-personal'

const PRIVATE: readonly (readonly [PrivateColumn, RegExp])[] = [
  ['family', /父|母亲|家长|监护|家庭成员|祖|亲属/],
  ['identity-number', /身份证|证件|护照|idcard/],
  ['national-roll-number', /学籍(主|副|辅)?(号|编号)|国网/],
  ['birth-date', /出生|生日|birth/],
  ['phone', /电话|手机|联系|phone|mobile/],
  ['address', /住址|地址|户口|户籍|籍贯|邮编|address/],
  ['other-personal', /民族|国籍|健康|血型|残疾|疾病|政治|宗教|银行|微信|qq|邮箱|email|密码/],
]

/** @returns null when a column of this heading may be read */
export function privateColumn(heading: string): PrivateColumn | null {
  const key = headingKey(heading)
  return PRIVATE.find(([, form]) => form.test(key))?.[0] ?? null
}

/** 教育 ID（8位）*, 教育ID: and 教育id are one heading. */
export function headingKey(heading: string): string {
  const folded = fold(heading).replace(/[\s\p{Cf}*:_-]/gu, '')
  return folded.replace(/\(.*?\)|\[.*?\]|【.*?】/g, '') || folded
}

export interface Headings {
  /** the line they stand in */
  readonly line: number
  /** by column, trimmed; '' where none stands */
  readonly texts: readonly string[]
}

/** Title and notes may stand above. */
export const LAST_ROW_FOR_HEADINGS = 50

/**
 * Looks for the line of headings: the one of which most is known.
 *
 * @returns null when no line has two headings that are known
 */
export function findHeadings<Field extends string>(
  table: Table,
  columns: FileColumns<Field>,
): Headings | null {
  const candidates = table.rows.slice(0, LAST_ROW_FOR_HEADINGS).map(({ line, cells }) => {
    const texts = cells.map((cell) => cellText(cell).replace(/\s+/g, ' ').trim())
    return { headings: { line, texts }, known: guessMapping(texts, columns).mapping.length }
  })
  const most = Math.max(0, ...candidates.map(({ known }) => known))
  return most < 2 ? null : (candidates.find(({ known }) => known === most)?.headings ?? null)
}

export interface MappingGuess<Field extends string> {
  readonly mapping: Mapping<Field>
  /** known and left alone */
  readonly ignored: readonly { readonly heading: string; readonly why: PrivateColumn }[]
  /** required and not found */
  readonly missing: readonly Field[]
}

/** What each heading is likely to mean. Of two columns that mean the same, the first counts. */
export function guessMapping<Field extends string>(
  headings: readonly string[],
  columns: FileColumns<Field>,
): MappingGuess<Field> {
  const fields = Object.keys(columns.headings) as Field[]
  const readable = headings.filter((one) => one !== '' && privateColumn(one) === null)
  const mapping = fields.flatMap((field) => {
    const heading = readable.find((one) => columns.headings[field].test(headingKey(one)))
    return heading === undefined ? [] : [{ heading, field }]
  })
  return {
    mapping,
    ignored: headings.flatMap((heading) => {
      const why = privateColumn(heading)
      return why === null ? [] : [{ heading, why }]
    }),
    missing: columns.required.filter((field) => !mapping.some((one) => one.field === field)),
  }
}
