import type { ReadFailure } from '../../../core/cardRead.ts'
import type { CardAdvice, ReaderAdvice } from '../../../core/devices.ts'

interface Said {
  readonly what: string
  readonly next: string
}

export const devices = {
  devices: {
    label: '读卡器',
    refused: '没有查到：{why}',
    noReader: '请接上读卡器；已接上的，请拔下，等三秒再接',
    noReaderRehearsal: '演练读卡器照常可用；要读真卡，请接上读卡器',
    unplugged: '没有接上',
    rehearsal: '演练用，不是真读卡器',
    lastTap: '上次刷卡：{age}（{day} {time}）',
    noTap: '还没有刷过卡',
    figures: '最近 30 天',
    read: '读到 {n} 次',
    failed: '读不到 {n} 次（{share}）',
    failedNone: '全部读到',
    failedUnknown: '另有 {n} 次没读到，不知道是哪种卡',
    advice: {
      'service-down': {
        what: '系统的智能卡服务没有运行',
        next: '请接上读卡器，等半分钟；仍不行，请让管理员启动智能卡服务',
      },
      'driver-error': {
        what: '读卡器或它的驱动程序出错',
        next: '请拔下读卡器，等三秒换一个口接上；仍不行，请重装驱动程序',
      },
      'in-use': {
        what: '读卡器被别的程序占用',
        next: '请关闭正在用读卡器的程序（如网银、充值软件），再刷一次',
      },
      'card-lying': {
        what: '有一张卡一直放在读卡器上',
        next: '请取下卡，再刷一次',
      },
      'fails-often': {
        what: '各种卡都常常读不到',
        next: '请把读卡器移离金属桌面和手机，检查连接线；仍不行，请换一台',
      },
      'fails-cpu': {
        what: '芯片卡常常读不到，早期学生卡正常',
        next: '刷卡时请放平停一秒；仍不行，请更新驱动程序或换一台',
      },
      'fails-m1': {
        what: '早期学生卡常常读不到，芯片卡正常',
        next: '这台读卡器可能不支持早期学生卡（M1），请换一台支持的',
      },
    } satisfies Record<ReaderAdvice, Said>,
    test: {
      title: '试卡',
      help: '拿任意一张卡试一下，看读卡器好不好用、这张卡能不能用。',
      unrecorded: '试卡不计入记录，也不查是谁的卡。',
      noReader: '请先接上读卡器。',
      begin: '试一张卡',
      again: '再试一张',
      cancel: '取消',
      lay: '请把任意一张卡放到读卡器上',
      samples: '演练读卡器：点一张演练卡',
      family: '卡种',
      number: '卡号',
      numberTail: '尾号 {tail}',
      numberNone: '读不出',
      uid: '芯片序号',
      uidFixed: '固定',
      uidRandom: '每次不同，或没有给出',
      took: '用时',
      milliseconds: '{n} 毫秒',
      reader: '读卡器',
      at: '时间',
    },
    card: {
      good: { what: '读卡正常', next: '这是学生卡的芯片，可以照常刷卡。' },
      'm1-uid-only': {
        what: '早期学生卡，能认出',
        next: '这种卡（M1）只能读出芯片序号。序号登记过的，才查得到是谁。',
      },
      'temporary-number': {
        what: '手机或临时号',
        next: '号码每次不同，认不出是谁。请用实体学生卡。',
      },
      'not-a-student-card': {
        what: '不是学生卡',
        next: '读卡器正常。这可能是银行卡或门禁卡，请换一张学生卡再试。',
      },
    } satisfies Record<CardAdvice, Said>,
    unread: {
      removed: { what: '卡拿开得太快', next: '请放平，停一秒再拿开，然后再试一张。' },
      mute: {
        what: '卡没有应答',
        next: '请放到读卡器正中再试。换几张都这样，是读卡器的问题；只有这张，是卡坏了。',
      },
      garbage: {
        what: '卡的应答读不懂',
        next: '请再试一次。只有这张这样，可能是坏卡；换几张都这样，请重装驱动程序。',
      },
      collision: { what: '读卡区里有两张卡', next: '请只留一张再试。卡套里的其他卡也要取出。' },
      reader: {
        what: '读卡器出错',
        next: '请拔下读卡器，等三秒再接上，然后再试。',
      },
    } satisfies Record<ReadFailure, Said>,
  },
}
