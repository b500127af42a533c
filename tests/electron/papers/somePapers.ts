import type { HandOverFacts, InquiryFacts, PaperHead, SlipFacts } from '../../../core/paper.ts'
import { day } from '../../core/builders.ts'

/** 2026-10-12 08:02 in Beijing, a Monday. */
export const MONDAY = Date.UTC(2026, 9, 12, 0, 2)

export const HEAD: PaperHead = {
  school: '北京市东城区示例小学',
  contact: '学生卡服务台（一层东侧） 010-64021234',
  madeBy: '李老师',
  madeAt: MONDAY,
  copy: 0,
  rehearsal: false,
}

export const aSlip = (change: Partial<SlipFacts> = {}): SlipFacts => ({
  ...HEAD,
  of: 'slip',
  name: '张伟',
  className: '三年级2班',
  educationIdTail: '4567',
  matter: { kind: 'reissue', because: 'lost' },
  registered: { at: MONDAY, by: '李老师' },
  fee: {
    ...{ kind: 'due', fen: 1500, basis: '京发改[2007]623号' },
    window: {
      kind: 'next',
      first: day('2026-10-19'),
      last: day('2026-10-20'),
      by: { kind: 'rule' },
    },
  },
  expected: { kind: 'not-begun' },
  ...change,
})

/** Paid on a day in January: the card comes in the vacation. */
export const inWinter: Partial<SlipFacts> = {
  registered: { at: Date.UTC(2026, 0, 15, 0, 2), by: '李老师' },
  madeAt: Date.UTC(2026, 0, 20, 0, 2),
  fee: { kind: 'confirmed', fen: 1500, basis: '京发改[2007]623号', on: day('2026-01-19') },
  expected: {
    kind: 'promised',
    promised: { date: day('2026-02-14'), certain: true },
    likely: {
      on: { date: day('2026-02-12'), certain: true },
      by: { median: 18, longest: 25, n: 12 },
    },
    handOut: { kind: 'vacation', from: day('2026-03-02') },
  },
}

const NAMES = ['陈可欣', '李雷', '王小明', '欧阳子涵', '单𬭎喆', '赵一宁']

export const aHandOver = (cards: number, change: Partial<HandOverFacts> = {}): HandOverFacts => ({
  ...HEAD,
  of: 'hand-over',
  className: '三年级2班',
  rows: Array.from({ length: cards }, (_, at) => ({
    name: NAMES[at % NAMES.length] ?? '',
    educationIdTail: String(1000 + at * 37),
    cardTail: String(9000 - at * 41),
    signed: at % 5 === 1 ? { by: '李老师', on: day('2026-11-09') } : null,
  })),
  ...change,
})

export const anInquiry = (cases: number, change: Partial<InquiryFacts> = {}): InquiryFacts => ({
  ...HEAD,
  of: 'inquiry',
  to: '北京市东城区学生卡管理中心',
  madeAt: Date.UTC(2026, 10, 16, 1, 30),
  rows: Array.from({ length: cases }, (_, at) => ({
    name: NAMES[at % NAMES.length] ?? '',
    educationIdTail: String(1000 + at * 37),
    orderTail: String(7000 + at * 53),
    paidOn: day('2026-10-12'),
    promised: { date: day('2026-11-09'), certain: true },
    overdueBy: 5,
  })),
  ...change,
})

/** As long as they come: names, school, contact, all marks. */
const LONG: Partial<PaperHead> = {
  school: '北京市海淀区中关村第三小学万柳校区附属实验学校（雄安分校区）',
  contact:
    '学生卡服务台（教学楼一层东侧，工作日 7:30–8:10、15:30–16:30） 010-64021234 转 8023；值班手机 13800138000',
  copy: 2,
  rehearsal: true,
}
const LONG_NAME = '阿卜杜热西提·买买提依明江'
const LONG_CLASS = '小学三年级（国际部）第12班'
const named = <Row extends object>(row: Row): Row => ({ ...row, name: LONG_NAME })

/** A slip that says all it can say. */
const longSlip = aSlip({
  ...LONG,
  name: LONG_NAME,
  className: LONG_CLASS,
  matter: { kind: 'loss' },
  fee: {
    ...{ kind: 'due', fen: 1500, basis: '京发改[2007]623号' },
    window: {
      kind: 'next',
      first: day('2026-10-19'),
      last: day('2026-10-20'),
      by: {
        kind: 'announcement',
        source: '市卡管公告 2026-09-21《关于国庆节后学生卡缴费时间安排的通知》',
      },
    },
  },
})

/** Every kind of paper, and each as full as its pages get. */
export const PAPERS = {
  slip: aSlip(),
  'slip-paid': aSlip(inWinter),
  'slip-long': longSlip,
  'hand-over': aHandOver(40),
  'hand-over-long': aHandOver(16, {
    ...LONG,
    className: LONG_CLASS,
    rows: aHandOver(16).rows.map(named),
  }),
  inquiry: anInquiry(3),
  'inquiry-long': anInquiry(21, {
    ...LONG,
    rows: anInquiry(21)
      .rows.map(named)
      .map((row) => ({ ...row, promised: { date: day('2027-01-05'), certain: false } })),
  }),
} as const
