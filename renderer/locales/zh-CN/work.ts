import type { WorkList } from '../../../core/case/workLists.ts'

interface ListWords {
  /** what the list is for */
  readonly help: string
  /** it is empty: that this is good, and what brings somebody here */
  readonly none: string
  readonly noneHelp: string
}

/** The screen 补卡: the lists of the day's work. */
export const work = {
  work: {
    lists: '办理清单',
    marks: '要留意的',
    people: '共 {n} 人',
    filtered: '共 {n} 人，符合的 {shown} 人',
    more: '再显示 {n} 人',
    loading: '正在整理…',
    refused: '清单没有打开：{why}',
    filter: '按姓名或班级筛选',
    class: '班级',
    allClasses: '全部班级',
    noClass: '没有班级',
    noMatch: '没有符合的人',
    noMatchHelp: '这份清单共 {n} 人。换个姓名或班级，或者看全部。',
    clear: '看全部',
    column: { pupil: '学生', stage: '现在', next: '下一步', when: '时间' },
    nothingOpen: '没有在办',
    nothingNext: '请看一下',
    since: '{day}起',
    waiting: '等了 {n} 天',
    waitingToday: '今天',
    promised: '预计 {date}',
    promisedAbout: '约 {date}',
    wasPromised: '应在 {date}到',
    overdueBy: '逾期 {n} 个工作日',
    daysHere: '到校 {n} 天',
    arrivedToday: '今天到校',
    start: '新的挂失',
    startHelp: '先找到学生：查姓名、教育ID，或刷卡；再在学生的页面上挂失。',
    startGo: '挂失…',
    back: '回到清单',
    payments: { help: '收到市里的对账文件，一起登记到账。', go: '打开缴费对账' },
    of: {
      'to-apply': {
        help: '已挂失或坏卡，还没有申请补卡。先问家长要不要补。',
        none: '没有待补的卡',
        noneHelp: '挂失或登记坏卡以后，没有申请补卡的学生在这里。',
      },
      'to-confirm': {
        help: '已申请补卡，制卡信息还没有确认。确认以后才能缴费。',
        none: '没有待确认的信息',
        noneHelp: '申请补卡以后，请本人、家长确认姓名、照片；没有确认的在这里。',
      },
      'to-pay': {
        help: '等家长缴费，或等市里确认到账。窗口开放前，先通知家长。',
        none: '没有待支付的',
        noneHelp: '制卡信息确认以后，等家长缴费的学生在这里。',
      },
      'in-production': {
        help: '已缴费，市里正在制卡；从到账第二天起算 20 个工作日。',
        none: '没有在制的卡',
        noneHelp: '缴费到账以后，卡在制作中的学生在这里。',
      },
      'to-collect': {
        help: '卡已到校，等学生来领，或在班主任手里。',
        none: '没有待领的卡',
        noneHelp: '卡到校登记以后，没有领走的在这里。',
      },
      other: {
        help: '暂缓、拾获、免缴待同意、离校未了：要有人拿主意才能往下办。',
        none: '没有待处理的',
        noneHelp: '暂缓、拾获待认领、免缴待同意的，会到这里。',
      },
      overdue: {
        help: '过了承诺的日子，卡还没有到校。可以向区卡管中心催办。',
        none: '没有逾期的卡',
        noneHelp: '过了 20 个工作日还没有到校的卡，会到这里。',
      },
      uncollected: {
        help: '到校 30 天还没有领走。请提醒班主任或家长。',
        none: '没有久未领走的卡',
        noneHelp: '到校满 30 天没有领走的卡，会到这里。',
      },
      exceptions: {
        help: '要有人看一下的情况，解决了就自动离开。',
        none: '没有异常',
        noneHelp: '多缴、结果不明、一人两卡、制卡失败等，会自动到这里。',
      },
    } satisfies Record<WorkList, ListWords>,
    measured: {
      title: '制卡要多久',
      promise: '市里承诺',
      own: '本校实际',
      days: '{n} 个工作日',
      by: '最近 {n} 张卡的中间值，最长 {longest} 个工作日。',
      tooFew: '到卡不足 5 张，还算不出本校实际。',
    },
  },
}
