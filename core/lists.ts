import type { Language } from './settings.ts'

/** In the language of the desk. */
export type Said = Readonly<Record<Language, string>>

const said = (chinese: string, english: string): Said => ({ 'zh-CN': chinese, en: english })

/** What stands in a column: a number, or a text of some characters of width. */
export interface ListColumnKind {
  readonly heading: Said
  readonly kind: 'number' | 'short' | 'long'
}

const column = (
  kind: ListColumnKind['kind'],
  chinese: string,
  english: string,
): ListColumnKind => ({ kind, heading: said(chinese, english) })

/** Every column a list may have; the heading says what is in it. */
export const LIST_COLUMNS = {
  class: column('short', '班级', 'Class'),
  name: column('short', '姓名', 'Name'),
  educationId: column('short', '教育ID', 'Education ID'),
  sex: column('short', '性别', 'Sex'),
  enrolment: column('short', '学籍', 'Enrolment'),
  card: column('short', '学生卡', 'Card'),
  idTail: column('short', '教育ID尾号', 'ID ends in'),
  listedTail: column('short', '清单卡号尾号', 'Listed number ends in'),
  cardTail: column('short', '卡号尾号', 'Card ends in'),
  photo: column('short', '照片', 'Photo'),
  pupils: column('number', '在籍学生', 'Pupils'),
  bound: column('number', '已绑卡', 'Bound'),
  lacking: column('number', '未绑卡', 'Without a card'),
  share: column('short', '完成', 'Done'),
  listedOn: column('short', '报送日期', 'Listed on'),
  school: column('long', '学校', 'School'),
  remark: column('long', '核对原因', 'Why to check'),
  time: column('short', '时间', 'Time'),
  change: column('short', '改动', 'Change'),
  entered: column('number', '新增', 'Entered'),
  changed: column('number', '变更', 'Changed'),
  left: column('number', '离校', 'Left'),
  withdrawn: column('number', '退回新增', 'Withdrawn'),
  classes: column('number', '班级', 'Classes'),
  photos: column('number', '照片', 'Photos'),
  by: column('short', '经办人', 'By'),
  undone: column('short', '撤销', 'Undone'),
  verdict: column('short', '查验结果', 'Verdict'),
  reader: column('long', '读卡器', 'Reader'),
  difference: column('long', '差异', 'Difference'),
  cameOn: column('short', '到卡日期', 'Came on'),
} as const satisfies Readonly<Record<string, ListColumnKind>>

export type ListColumn = keyof typeof LIST_COLUMNS

interface List {
  readonly title: Said
  /** whether a class, or a delivery list, is chosen for it */
  readonly of: 'school' | 'class' | 'delivery'
  /** false: figures alone, of which nothing is masked */
  readonly names: boolean
  readonly columns: readonly ListColumn[]
}

/**
 * Every list that leaves as a file. To add one: its entry here, and where its rows come from in
 * electron/lists/listRows.ts, which does not compile before.
 */
export const LISTS = {
  roll: {
    title: said('学生名册', 'Roll'),
    ...{ of: 'school', names: true },
    columns: ['class', 'name', 'educationId', 'sex', 'enrolment', 'card', 'cardTail', 'photo'],
  },
  class: {
    title: said('班级名单', 'Class list'),
    ...{ of: 'class', names: true },
    columns: ['class', 'name', 'educationId', 'sex', 'enrolment', 'card', 'cardTail', 'photo'],
  },
  'without-card': {
    title: said('未绑卡学生', 'Pupils without a card'),
    ...{ of: 'school', names: true },
    columns: ['class', 'name', 'educationId', 'sex', 'enrolment', 'card'],
  },
  'without-photo': {
    title: said('缺照片学生', 'Pupils without a photo'),
    ...{ of: 'school', names: true },
    columns: ['class', 'name', 'educationId', 'sex', 'enrolment'],
  },
  progress: {
    title: said('各班绑卡进度', 'Progress by class'),
    ...{ of: 'school', names: false },
    columns: ['class', 'pupils', 'bound', 'lacking', 'share'],
  },
  names: {
    title: said('要核对的姓名', 'Names to check'),
    ...{ of: 'school', names: true },
    columns: ['class', 'name', 'educationId', 'remark'],
  },
  'roll-changes': {
    title: said('名册改动记录', 'Changes of the roll'),
    ...{ of: 'school', names: false },
    columns: [
      ...(['time', 'change', 'entered', 'changed', 'left', 'withdrawn'] as const),
      ...(['classes', 'photos', 'by', 'undone'] as const),
    ],
  },
  'card-lists': {
    title: said('制卡名单', 'New cards for the city'),
    ...{ of: 'school', names: true },
    columns: ['listedOn', 'class', 'name', 'educationId', 'sex', 'school'],
  },
  'annual-missing': {
    title: said('学年未刷卡学生', 'Pupils without the yearly tap'),
    ...{ of: 'school', names: true },
    columns: ['class', 'name', 'educationId', 'cardTail'],
  },
  'leaving-missing': {
    title: said('毕业班未刷卡学生', "Last grades without the leaver's tap"),
    ...{ of: 'school', names: true },
    columns: ['class', 'name', 'educationId', 'cardTail'],
  },
  'arrival-missing': {
    title: said('等待报到学生', 'Pupils whose arrival tap is expected'),
    ...{ of: 'school', names: true },
    columns: ['class', 'name', 'educationId', 'cardTail'],
  },
  'arrival-difference': {
    title: said('到卡核对差异', 'Delivery differences'),
    ...{ of: 'delivery', names: true },
    columns: ['class', 'name', 'idTail', 'listedTail', 'cardTail', 'difference', 'cameOn'],
  },
  taps: {
    title: said('今日刷卡', 'Taps of today'),
    ...{ of: 'school', names: true },
    columns: ['time', 'verdict', 'class', 'name', 'educationId', 'reader'],
  },
} as const satisfies Readonly<Record<string, List>>

export type ListName = keyof typeof LISTS
export type ColumnOf<N extends ListName> = (typeof LISTS)[N]['columns'][number]

export const LIST_NAMES = Object.keys(LISTS) as readonly ListName[]

/** The titles alone, for whoever has the words of a language. */
export function listTitles(language: Language): Readonly<Record<ListName, string>> {
  const titles = LIST_NAMES.map((name) => [name, LISTS[name].title[language]] as const)
  return Object.fromEntries(titles) as Readonly<Record<ListName, string>>
}
