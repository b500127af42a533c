import type { MappedColumn } from '../../core/rollFileColumns.ts'
import type { RowTrouble } from '../../core/rollFileTroubles.ts'
import type {
  CardFilePreview,
  FileOpened,
  PhotosPreview,
  PreviewLine,
  PreviewPupil,
  RollPreview,
  RollView,
} from '../../core/rollRequests.ts'
import type { RollCounts } from '../../core/rollShown.ts'
import { MONDAY } from './builders.ts'

const DAY = 24 * 3_600_000
type Change = RollView['changes'][number]

export function counts(part: Partial<RollCounts> = {}): RollCounts {
  return { entered: 0, changed: 0, left: 0, withdrawn: 0, classes: 0, photos: 0, ...part }
}

export function change(changeId: string, part: Partial<Change> = {}): Change {
  return {
    ...{ changeId, at: MONDAY - DAY, operatorId: 'supervisor', by: '张静', why: 'import' },
    counts: counts({ entered: 12, changed: 3, left: 1 }),
    ...{ undoes: null, undoneBy: null },
    ...part,
  } as Change
}

export const CHANGES: readonly Change[] = [
  change('c-5'),
  change('c-4', {
    ...{ at: MONDAY - 3 * DAY, why: 'photos', counts: counts({ photos: 2_913 }), by: '王芳' },
  }),
  change('c-3', {
    ...{ at: MONDAY - 9 * DAY, why: 'undo', undoes: 'c-2', by: '孙丽' },
    counts: counts({ withdrawn: 320, classes: 8 }),
  }),
  change('c-2', {
    ...{ at: MONDAY - 9 * DAY - 600_000, undoneBy: 'c-3' },
    counts: counts({ entered: 320, classes: 8 }),
  }),
  change('c-1', {
    ...{ at: MONDAY - 400 * DAY, by: null, operatorId: null },
    counts: counts({ entered: 3_000, classes: 72 }),
  }),
]

export function rollView(part: Partial<RollView> = {}): RollView {
  return {
    ...{ schoolName: '演练校', classes: 72, pupils: 3_000, withPhoto: 2_913, bound: 2_431 },
    ...{ changes: CHANGES, undoable: 'c-5' },
    ...part,
  }
}

export const NO_SCHOOL = rollView({
  ...{ schoolName: null, classes: 0, pupils: 0, withPhoto: 0, bound: 0 },
  ...{ changes: [], undoable: null },
})

type Opened = Extract<FileOpened, { readonly kind: 'opened' }>

export const MAPPING: readonly MappedColumn<string>[] = [
  { heading: '教育ID', field: 'educationId' },
  { heading: '学生姓名', field: 'name' },
  { heading: '性别', field: 'sex' },
  { heading: '班级', field: 'class' },
]

export function rollFile(part: Partial<Opened> = {}): Opened {
  return {
    ...{ kind: 'opened', of: 'roll', fileName: '2026年秋季在校学生名册.xlsx', rows: 3_012 },
    sheet: '在校生',
    sheets: [
      { name: '在校生', hidden: false },
      { name: '说明', hidden: false },
      { name: '旧名册', hidden: true },
    ],
    headings: ['序号', '教育ID', '学生姓名', '性别', '身份证号', '班级', '家长电话', '备注'],
    sample: [
      ['1', '20131234', '张子涵', '女', '', '三年级2班', '', ''],
      ['2', '20131250', '欧阳明月', '女', '', '三年级2班', '', '借读'],
      ['3', '04131301', '阿卜杜热合曼·买买提艾力江', '男', '', '三年级3班', '', ''],
      ['4', '20131377', '王一诺', '男', '', '三年级3班', '', ''],
    ],
    mapping: MAPPING,
    remembered: true,
    ignored: [
      { heading: '身份证号', why: 'identity-number' },
      { heading: '家长电话', why: 'family' },
    ],
    remarks: [
      { kind: 'merged-cells', count: 24 },
      { kind: 'hidden-rows', count: 3 },
      { kind: 'macros' },
    ],
    ...part,
  }
}

export function cardFile(part: Partial<Opened> = {}): Opened {
  return rollFile({
    ...{ of: 'cards', fileName: '卡号.csv', sheet: null, sheets: [], rows: 2_431 },
    headings: ['教育ID', '卡号'],
    sample: [
      ['20131234', '1000751012345678'],
      ['20131250', '1000751012345679'],
    ],
    mapping: [
      { heading: '教育ID', field: 'educationId' },
      { heading: '卡号', field: 'printedNumber' },
    ],
    ...{ remembered: false, ignored: [], remarks: [] },
    ...part,
  })
}

export function pupil(name: string, part: Partial<PreviewPupil> = {}): PreviewPupil {
  return {
    ...{ name, educationIdTail: '1234', className: '三年级2班', sex: 'female' },
    enrolment: 'enrolled',
    ...part,
  }
}

const LINES: readonly PreviewLine[] = [
  { kind: 'new', line: 12, pupil: pupil('张子涵') },
  {
    ...{ kind: 'new', line: 19 },
    pupil: pupil('阿卜杜热合曼·买买提艾力江·吐尔逊', { sex: 'male', className: null }),
  },
  ...Array.from({ length: 10 }, (_, at) => ({
    ...{ kind: 'new' as const, line: 40 + at },
    pupil: pupil(`李欣${'一二三四五六七八九十'[at]}`, { educationIdTail: `15${at}2` }),
  })),
  {
    ...{ kind: 'changed', line: 31, fields: ['name', 'classId'] },
    before: pupil('王晨', { educationIdTail: '0417' }),
    pupil: pupil('王辰', { educationIdTail: '0417', className: '三年级5班' }),
  },
  {
    ...{ kind: 'changed', line: 88, fields: ['sex', 'enrolment'] },
    before: pupil('欧阳明月', { enrolment: 'temporary' }),
    pupil: pupil('欧阳明月', { sex: 'male' }),
  },
  {
    ...{ kind: 'changed', line: 90, fields: ['enrolment'] },
    before: pupil('刘欣怡', { enrolment: 'temporary' }),
    pupil: pupil('刘欣怡', { enrolment: 'temporary' }),
  },
  { kind: 'gone', pupil: pupil('陈思远', { educationIdTail: '0021', className: '六年级1班' }) },
  {
    ...{ kind: 'same-name', line: 12, pupil: pupil('张子涵') },
    other: pupil('张子涵', { educationIdTail: '1243' }),
  },
]

const TROUBLES: readonly RowTrouble<'educationId' | 'name' | 'class'>[] = [
  { line: 7, field: 'educationId', severity: 'unusable', kind: 'leading-zero-lost' },
  { line: 15, field: 'name', severity: 'unusable', kind: 'name-damaged' },
  { line: 16, field: 'name', severity: 'remark', kind: 'name-odd' },
  {
    ...{ line: 60, field: 'educationId', severity: 'unusable' },
    ...{ kind: 'education-id-twice', otherLine: 61, same: false },
  },
  {
    ...{ line: 61, field: 'educationId', severity: 'unusable' },
    ...{ kind: 'education-id-twice', otherLine: 60, same: false },
  },
  { line: 3_012, field: null, severity: 'remark', kind: 'no-pupil' },
]

export function preview(part: Partial<RollPreview> = {}): RollPreview {
  return {
    kind: 'preview',
    counts: { new: 12, changed: 3, gone: 1, same: 2_981, sameName: 1, broken: 4 },
    ...{ lines: LINES, troubles: TROUBLES, troubleCount: TROUBLES.length },
    ...{ classesOpened: ['三年级5班', '三年级6班'], otherClasses: 14, missing: { kind: 'stay' } },
    ...part,
  }
}

/** A whole school that is new. */
export const MANY = preview({
  counts: { new: 2_964, changed: 0, gone: 0, same: 0, sameName: 0, broken: 412 },
  lines: Array.from({ length: 200 }, (_, at) => ({
    ...{ kind: 'new' as const, line: at + 2 },
    pupil: pupil(['张子涵', '王一诺', '欧阳明月', '李欣'][at % 4] ?? '', {
      educationIdTail: String(1000 + at),
      className: `${'一二三四五六'[at % 6]}年级${1 + (at % 12)}班`,
    }),
  })),
  troubles: Array.from({ length: 200 }, (_, at) => ({
    ...{ line: at + 2, field: 'educationId' as const, severity: 'unusable' as const },
    kind: 'education-id-missing' as const,
  })),
  ...{ troubleCount: 412, otherClasses: 0 },
  classesOpened: Array.from({ length: 72 }, (_, at) => `${'一二三四五六'[at % 6]}年级${1 + at}班`),
})

export const NOTHING_NEW = preview({
  counts: { new: 0, changed: 0, gone: 0, same: 3_000, sameName: 0, broken: 0 },
  ...{ lines: [], troubles: [], troubleCount: 0, classesOpened: [], otherClasses: 0 },
})

export function cardsPreview(part: Partial<CardFilePreview> = {}): CardFilePreview {
  return {
    ...{ kind: 'preview', fits: 2_404, same: 20, troubleCount: 4 },
    troubles: [
      {
        ...{ kind: 'file', line: 7 },
        trouble: { line: 7, field: 'printedNumber', severity: 'unusable', kind: 'number-damaged' },
      },
      { kind: 'refused', line: 12, why: 'pupil-unknown' },
      { kind: 'refused', line: 40, why: 'bound-to-other' },
      { kind: 'refused', line: 41, why: 'pupil-holds-card' },
    ],
    ...part,
  }
}

export function photosPreview(part: Partial<PhotosPreview> = {}): PhotosPreview {
  return {
    ...{ kind: 'preview', fits: 2_871, replaces: 31, same: 40, without: 87 },
    faults: [
      { fault: 'too-small', count: 6 },
      { fault: 'wrong-shape', count: 12 },
      { fault: 'no-education-id', count: 3 },
      { fault: 'nobodys', count: 21 },
    ],
    lines: [
      { pupil: pupil('张子涵'), fault: 'too-small' },
      { pupil: pupil('欧阳明月', { educationIdTail: '1250' }), fault: 'wrong-shape' },
      { pupil: pupil('阿卜杜热合曼·买买提艾力江·吐尔逊'), fault: 'wrong-shape' },
    ],
    ...part,
  }
}
