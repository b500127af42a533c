import { CITY_TROUBLE_WORDS } from '../../../core/cityTroubleWords.ts'
import type { PaymentOutcome } from '../../../core/paymentOutcome.ts'

interface Said {
  readonly what: string
  readonly next: string
}

/** 缴费对账, and what can be wrong in what the city tells. */
export const city = {
  city: {
    title: '缴费对账',
    help: '到账以市里为准。选市里发的对账文件，先看每笔会怎样，再取用。',
    open: '选对账文件…',
    working: '正在读文件…',
    taking: '正在取用 {n} / {all}',
    rows: '{file} · 共 {n} 笔',
    withoutResult: '文件里没有“结果”一列，每笔都按已到账处理。请先确认这是到账名单。',
    take: '取用这份文件',
    cancel: '不取用',
    nothing: '这份文件里没有新的缴费，取用不会改变什么。',
    cut: '每种只列前 200 笔，取用时一笔不漏。',
    column: {
      line: '行',
      pupil: '学生',
      amount: '金额',
      on: '日期',
      outcome: '会怎样',
    },
    outcome: {
      begins: { what: '到账，制卡开始', next: '二十个工作日从到账日后一天起算' },
      confirmed: { what: '到账', next: '制卡信息还没确认，或卡已在做' },
      'refund-due': { what: '第二笔，待退款', next: '记下来等退款，申请不变' },
      failed: { what: '支付失败', next: '订单记为失败，家长可再缴' },
      unknown: { what: '结果不明', next: '等市里的下一份文件' },
      refunded: { what: '已退款', next: '退款了结' },
      'told-already': { what: '已到账过', next: '不会再记一次' },
      'amount-differs': { what: '金额不符', next: '留在“未对上”，请核对收费' },
      nobody: { what: '查无此人', next: '留在“未对上”，请核对教育ID' },
      'no-application': { what: '没有补卡申请', next: '补登申请后，在“未对上”里再试' },
      'no-order': { what: '没有对应的缴费', next: '留在“未对上”' },
      contradicts: { what: '教育ID和单号不是一个人', next: '留在“未对上”，请问市里' },
      'not-taken': { what: '没有取用', next: '留在“未对上”，请到学生页看明白' },
      unreadable: { what: '这行读不懂', next: '改好文件再取，或在“未对上”里了结' },
    } satisfies Record<PaymentOutcome, Said>,
    taken: '取用好了：{words}',
    takenNothing: '取用好了，没有新的缴费。',
    takenLeft: '换了人，还有 {n} 笔没有看。请再选一次同一个文件，已取的不会重记。',
    count: '{what} {n}',
    settled: '已了结。',
    retried: '又试了一次：{words}',
    failed: '没有办成：{why}',
    unmatched: {
      title: '未对上的缴费',
      help: '市里说有、这里对不上的钱，一笔都不丢。补好申请再试，或写明原因了结。',
      none: '没有未对上的缴费。',
      more: '共 {n} 笔，先列最早的 500 笔。',
      since: '{day} 起',
      retry: '再试',
      retryAll: '全部再试',
      settle: '了结',
      settleAsk: '了结后不再提醒。为什么？',
      reason: '原因',
      example: '例如：外校学生，已告知区里',
      missing: '请写原因',
      yes: '了结',
      no: '取消',
    },
    refused: {
      'no-columns': {
        what: '文件里没有要的列',
        why: '对账文件要有 教育ID（或订单号）、金额、支付日期；到卡清单要有 教育ID，和姓名、班级、卡号中的一列。',
        next: '请在第一行写好列名，再选一次。',
      },
      'not-told': {
        what: '没有读到',
        why: '这份文件里没有要读的内容。',
        next: '请换一份文件。',
      },
    },
  },
  cityTrouble: CITY_TROUBLE_WORDS['zh-CN'],
}
