import { describe, expect, it } from 'vitest'
import {
  CARD_COLUMNS,
  findHeadings,
  guessMapping,
  privateColumn,
  ROLL_COLUMNS,
} from '../../core/rollFileColumns.ts'
import { placeMapping } from '../../core/rollFileMapping.ts'
import { tableOf } from '../helpers/rollTables.ts'

const fieldOf = (heading: string): string | undefined =>
  guessMapping([heading], ROLL_COLUMNS).mapping[0]?.field

describe('headings of a roll', () => {
  it.each([
    [
      'educationId',
      [
        '教育ID',
        '教育id号',
        '学生教育ID',
        '学籍教育ID',
        ' 教育 ＩＤ（8位）*',
        '北京市教育ID',
        '教育ID号码',
      ],
    ],
    ['name', ['姓名', '学生姓名', '姓 名', '名字', '姓名：', 'Name']],
    ['sex', ['性别', '性 别', '学生性别', '性别码']],
    ['grade', ['年级', '所在年级', '年级名称']],
    ['class', ['班级', '班', '班号', '行政班', '班级名称', '所在班级', '年级班级']],
    ['enrolment', ['学籍状态', '学生状态', '学生当前状态', '在读状态', '状态']],
    [
      'temporaryUntil',
      ['临时学籍到期', '临时学籍到期日期', '临时学籍有效期至', '临时学籍截止日期'],
    ],
  ])('knows %s by its usual names', (field, headings) => {
    expect(headings.map(fieldOf)).toEqual(headings.map(() => field))
  })

  it.each([
    '学号',
    '班内学号',
    '班主任',
    '家长姓名',
    '父亲姓名',
    '曾用名',
    '姓名拼音',
    '北京通号',
    '序号',
    '__proto__',
    'constructor',
  ])('takes %s for none of them', (heading) => expect(fieldOf(heading)).toBeUndefined())

  it.each([
    ['身份证号', 'identity-number'],
    ['身份证件号码', 'identity-number'],
    ['全国学籍号', 'national-roll-number'],
    ['学籍号', 'national-roll-number'],
    ['出生日期', 'birth-date'],
    ['联系电话', 'phone'],
    ['家长手机', 'family'],
    ['家庭住址', 'address'],
    ['民族', 'other-personal'],
  ])('leaves %s alone: %s', (heading, why) => {
    expect(privateColumn(heading)).toBe(why)
    expect(guessMapping([heading, '姓名'], ROLL_COLUMNS).ignored).toEqual([{ heading, why }])
  })

  it('reads 学籍状态 although it begins like 学籍号', () => {
    expect(privateColumn('学籍状态')).toBeNull()
  })

  it('says what is missing', () => {
    expect(guessMapping(['姓名', '班级'], ROLL_COLUMNS).missing).toEqual(['educationId'])
  })

  it('takes the first of two columns that mean the same', () => {
    const { mapping } = guessMapping(['学生姓名', '姓名', '教育ID'], ROLL_COLUMNS)
    expect(mapping.find(({ field }) => field === 'name')?.heading).toBe('学生姓名')
  })

  it('knows the number of a card', () => {
    const names = ['市政交通一卡通卡号', '卡号', '一卡通号', '一卡通卡号', '学生卡号', '新卡号']
    expect(names.map((one) => guessMapping([one], CARD_COLUMNS).mapping[0]?.field)).toEqual(
      names.map(() => 'printedNumber'),
    )
    expect(
      ['北京通号', '银行卡号', '北京通卡号'].flatMap(
        (one) => guessMapping([one], CARD_COLUMNS).mapping,
      ),
    ).toEqual([])
  })
})

describe('the line of headings', () => {
  const headings = ['序号', '教育ID', '姓名', '性别', '班级']

  it('is found below title and notes', () => {
    const table = tableOf([
      ['北京市××小学学生名单'],
      ['学校：××小学', '', '日期：2026年9月'],
      [],
      headings,
      ['1', '10000001', '张伟', '男', '三年级2班'],
    ])
    expect(findHeadings(table, ROLL_COLUMNS)).toEqual({ line: 4, texts: headings })
  })

  it('is found in the second of two lines that are merged upwards', () => {
    const table = tableOf([
      ['教育ID', '姓名', '基本信息'],
      [{ kind: 'merged', text: '教育ID' }, { kind: 'merged', text: '姓名' }, '性别', '班级'],
      ['10000001', '张伟', '男', '三年级2班'],
    ])
    expect(findHeadings(table, ROLL_COLUMNS)?.line).toBe(2)
  })

  it('is none where nothing is known, or one word alone', () => {
    expect(findHeadings(tableOf([['姓名'], ['张伟']]), ROLL_COLUMNS)).toBeNull()
    expect(findHeadings(tableOf([]), ROLL_COLUMNS)).toBeNull()
  })
})

describe('a mapping that was kept', () => {
  const mapping = JSON.parse(
    JSON.stringify([
      { heading: '教育ID（8位）', field: 'educationId' },
      { heading: '名', field: 'name' },
      { heading: '__proto__', field: 'class' },
    ]),
  ) as Parameters<typeof placeMapping<'educationId' | 'name' | 'class'>>[1]

  it('finds its headings wherever they are today', () => {
    const table = tableOf([
      ['花名册'],
      ['__proto__', '名', '教育id'],
      ['三年级2班', '张伟', '10000001'],
    ])
    const placed = placeMapping(table, mapping, ROLL_COLUMNS)
    if ('missing' in placed) throw new Error('not placed')
    const [row] = placed.rows
    if (row === undefined) throw new Error('no row')
    expect(placed.headingLine).toBe(2)
    expect([
      placed.cell(row, 'educationId'),
      placed.cell(row, 'name'),
      placed.cell(row, 'class'),
    ]).toEqual(['10000001', '张伟', '三年级2班'])
    expect(placed.cell(row, 'sex')).toBe('')
  })

  it('does not fit where a required heading is gone', () => {
    const table = tableOf([
      ['教育ID', '姓名'],
      ['10000001', '张伟'],
    ])
    expect(placeMapping(table, mapping, ROLL_COLUMNS)).toEqual({ missing: ['name'] })
  })

  it('opens no column of private data', () => {
    const table = tableOf([
      ['身份证号', '姓名'],
      ['110101201001011234', '张伟'],
    ])
    const wrong = [
      { heading: '身份证号', field: 'educationId' },
      { heading: '姓名', field: 'name' },
    ] as const
    expect(placeMapping(table, wrong, ROLL_COLUMNS)).toEqual({ missing: ['educationId'] })
  })
})
