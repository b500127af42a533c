import { weekdayOf } from '../../core/calendar.ts'
import { beijingMidnight, type CalendarDate } from '../../core/calendarDate.ts'
import type { SlipMatter } from '../../core/paper.ts'
import { when } from '../reports/when.ts'
import type { PaperWords } from './paperWords.ts'

const said = when('zh-CN')
const plain = (day: CalendarDate): string => said.day(beijingMidnight(day))
const withWeekday = (day: CalendarDate): string =>
  `${plain(day)}\u{a0}周${'一二三四五六日'[weekdayOf(day) - 1] ?? ''}`

export const CHINESE_PAPER: PaperWords = {
  day: withWeekday,
  shortDay: plain,
  promise: ({ date, certain }) => (certain ? withWeekday(date) : `约 ${plain(date)}（估计）`),
  tail: (tail) => `尾号 ${tail}`,
  noTail: '无',
  copy: (turn) => `副本 · 第 ${turn} 次打印`,
  rehearsal: '演练 · 不作凭证',
  madeBy: (name, at) => `${name} ${said.time(at)} 打印`,
  page: (n, of) => `第 ${n} 页，共 ${of} 页`,
  hotline: '学生卡热线',
  schoolContact: '本校联系方式',
  noContact: '请联系班主任',
  slip: {
    title: { loss: '学生卡挂失告知单', reissue: '学生卡补卡告知单' },
    educationId: '教育ID',
    registered: (matter, at, by) => `${said.time(at)}，${by}${registered(matter)}`,
    fee: {
      title: '补卡费',
      waived: '免缴',
      waivedNote: '这次补卡不收费',
      ifReissued: '补卡时才缴',
    },
    pay: {
      title: '缴费时间',
      titleDone: '缴费',
      open: (last) => `现在可以缴费，到 ${last} 为止`,
      next: (first, last) => `${first} 至 ${last}`,
      by: (by) => (by.kind === 'rule' ? '每周一、周二开放（按规则推算）' : `依据：${by.source}`),
      announced: '以公告为准',
      announcedNote: '节假日和寒暑假另有安排，请看 cardcenter.bjedu.cn 首页的公告',
      claimed: '已付款，等待市里确认',
      claimedNote: '不用再付一次',
      confirmed: (on) => `${on} 已确认`,
      none: '不用缴费',
    },
    expected: {
      title: '预计到校',
      notBegun: (days, fee) =>
        fee === 'waived' ? `市里受理后 ${days} 个工作日` : `缴费确认后 ${days} 个工作日`,
      notBegunNote: '大致一个月，周末和节假日不算，调休上班日算',
      likely: (on, { median, n }) => `本校一般 ${median} 个工作日（近 ${n} 张），约 ${on}`,
      arrived: (on) => `${on} 已到校`,
      handOut: (handOut) =>
        handOut.kind === 'vacation' ? `放假期间不发卡，${withWeekday(handOut.from)} 起可以领` : '',
    },
    how: {
      apply: {
        title: '怎么补卡',
        text: '找不到的话，请在手机“学生云卡”APP 里申请补卡，也可以到学校服务台登记补卡。申请以后再缴费。',
      },
      pay: {
        title: '怎么缴费',
        steps: [
          '打开手机“学生云卡”APP。没有装的，到 cardcenter.bjedu.cn 右上角“手机 APP 下载”。',
          '点【缴费】→【我的缴费】，选补卡费，点【缴费】。到了缴费时间，这个按钮才可以点。',
          '核对无误后再点【缴费】，选支付方式，点【确认缴费】，付款。',
          '付完款，一定要点【已完成支付】。中途断了，到【待支付】里继续缴费。',
        ],
      },
      collect: {
        title: '怎么领卡',
        steps: [
          '新卡到校后，学校会通知，不用提前来问。',
          '学生本人到服务台领取；也可以由家长或班主任代领，领的人要签名。',
          '领卡时当场刷一下新卡，确认能用。',
        ],
      },
      found: {
        title: '旧卡找到了',
        unpaid: '还没缴费：先不要缴费，带旧卡到服务台。核对后解挂，旧卡接着用，补卡取消。',
        paid: '已经缴费：新卡照常制作。旧卡仍是挂失状态，请交到服务台，不要再用。',
        free: '带旧卡到服务台，由老师核对后办理。',
      },
      damaged: {
        title: '旧卡怎么办',
        steps: ['旧卡请带好。领新卡时交回服务台，由学校统一处理。'],
      },
    },
  },
  handOver: {
    title: '领卡单',
    total: (cards, signed) =>
      signed === 0 ? `共 ${cards} 张` : `共 ${cards} 张，已领 ${signed} 张`,
    ask: '请核对姓名和教育ID尾号，领一张，签一名。没有领走的卡，请交回服务台。',
    column: {
      place: '序号',
      name: '姓名',
      tail: '教育ID尾号',
      card: '新卡尾号',
      signed: '领取人签名',
      on: '日期',
    },
    teacher: '班主任签名',
    desk: '服务台经手人',
    date: '日期',
  },
  inquiry: {
    title: '关于学生卡制作逾期的催办函',
    to: (to) => `${to ?? '区学生卡管理中心'}：`,
    text: (cases, days, today) => [
      `我校下列 ${cases} 名学生的学生卡，补卡费均已确认缴纳。按照缴费成功后制作周期 ${days} 个工作日的规定，应到校日期已过，截至 ${today}，我校尚未收到新卡。`,
      '烦请贵中心协助查询制作和配送情况，并告知预计到校时间。如因照片、信息或订单原因未能制作，也请告知，我校将及时补正。',
    ],
    list: '逾期学生卡清单',
    column: {
      place: '序号',
      name: '姓名',
      tail: '教育ID尾号',
      order: '订单尾号',
      paid: '缴费确认',
      promised: '应到校',
      late: '逾期',
    },
    late: (days) => `${days} 个工作日`,
    note: '工作日按国务院办公厅放假调休安排计算，缴费确认当天不计。',
    thanks: '特此函询，感谢支持。',
    reach: (contact) => `联系方式：${contact}`,
    seal: '（盖章）',
  },
}

function registered(matter: SlipMatter): string {
  if (matter.kind === 'loss') return '已登记挂失，市里确认后生效。'
  return matter.because === 'lost' ? '已登记补卡（原卡遗失）。' : '已登记补卡（原卡损坏）。'
}
