import type { Purpose } from '../../../core/audit.ts'
import type { LockReason, PinAnswer, SheetAnswer } from '../../../core/signIn.ts'

interface Said {
  readonly what: string
  readonly next: string
}

export const signIn = {
  signIn: {
    title: '请登录',
    why: {
      start: '服务台已打开。请选自己的姓名，输入密码。',
      asked: '已锁屏。没办完的事还在，本人登录后接着办。',
      idle: '久未操作，已自动锁屏。没办完的事还在，本人登录后接着办。',
      system: '电脑休眠或锁过屏，服务台也已锁屏。本人登录后接着办。',
      'handed-over': '已交接。请下一位选自己的姓名，输入密码。',
    } satisfies Record<LockReason, string>,
    people: '选姓名',
    choose: '请先点自己的姓名',
    needsCard: '先刷工作卡',
    rehearsalPin: '演练密码 {pin}',
    rehearsalPinOf: '填入{name}的演练密码 {pin}',
    pin: '密码',
    pad: '数字键',
    padClear: '清空',
    padBack: '退一格',
    purpose: '这一班的用途',
    submit: '登录',
    submitting: '正在登录…',
    notDone: '没有登录：{why}',
    otherCard: '请先登录，再刷学生卡。',
    scanned: '请先登录，再扫码。',
    withSheet: '用恢复单打开',
    sheetHelp: '密码都忘了、换了电脑或重装了系统',
    only: {
      needed: {
        what: '这台电脑不再接受密码',
        next: '密钥文件或系统密钥库变过了。数据完好，请管理员取来恢复单打开。',
      },
      nobody: {
        what: '还没有可以登录的人',
        next: '各人的密码都丢失或失效了。数据完好，请管理员取来恢复单打开，再添加人员。',
      },
    },
    reopened: '已用恢复单打开。请用新密码登录。',
    left: '还可以试 {n} 次。',
    then: {
      wait: '再错下去要等一会儿。',
      supervisor: '再错下去要请卡管员解除。',
    } satisfies Record<Extract<PinAnswer, { readonly kind: 'wrong' }>['then'], string>,
    waitFor: '请等 {time} 再试。',
    waitOver: '现在可以再试了。',
    answer: {
      wrong: { what: '密码不对', next: '请再输一次。' },
      wait: { what: '错了多次，先等一等', next: '请慢慢想，不要猜。' },
      'needs-supervisor': {
        what: '错了十次，已锁定',
        next: '请卡管员或系统管理员登录，在“人员”里解除锁定。',
      },
      'card-first': { what: '请先刷工作卡', next: '把工作卡放到读卡器上，再输密码。' },
      'key-store-changed': {
        what: '系统密钥库变过了',
        next: '换过电脑或重装过系统时会这样。数据完好，请用恢复单打开。',
      },
      'key-ruined': {
        what: '这个人的密钥损坏了',
        next: '请系统管理员重设密码；没有管理员，请用恢复单打开。',
      },
      ended: { what: '这个人不能登录了', next: '已停用，或密码已换成新的。请问系统管理员。' },
    } satisfies Record<Exclude<PinAnswer['kind'], 'right'>, Said>,
  },
  purpose: {
    desk: '办理',
    exam: '考试',
    'physical-check': '体检',
    competition: '比赛',
  } satisfies Record<Purpose, string>,
  sheet: {
    title: '用恢复单打开',
    help: '恢复单是启用时打印、锁在柜里的那张纸，上面有 24 个字。',
    back: '返回登录',
    characters: '恢复单上的 24 个字',
    charactersHelp: '按顺序输入，空格和换行随意。',
    cells: '已输入的字',
    count: '已输入 {n} / 24 字',
    person: '谁来登录',
    newPerson: '新的管理员（同时任卡管员）',
    name: '姓名',
    nameMissing: '请填姓名。',
    pin: '新密码',
    open: '打开',
    opening: '正在打开…',
    notDone: '没有打开：{why}',
    logged: '会记入操作记录。原来的密码不会显示，也找不回来。',
    answer: {
      'unknown-character': {
        what: '第 {at} 个字“{character}”不对',
        next: '恢复单上没有这个字，请对照改正。',
      },
      'wrong-length': { what: '应是 24 个字，现在是 {length} 个', next: '请看有没有漏字或多字。' },
      'wrong-checksum': {
        what: '字都认得，合起来不对',
        next: '可能看错了一个字，或前后颠倒了。请逐字核对。',
      },
      'wrong-sheet': {
        what: '不是这里现用的恢复单',
        next: '字没有输错，但这张属于另一所学校，或已经补办过新的。请核对单上的编号和日期，换一张。',
      },
      ruined: {
        what: '密钥文件损坏了',
        next: '恢复单是对的，但这里的密钥文件读不出来。请用备份恢复。',
      },
      'pin-refused': { what: '密码不能用', next: '请换一个。' },
    } satisfies Record<Exclude<SheetAnswer['kind'], 'opened'>, Said>,
  },
  atDesk: {
    menu: '{name} 的选项',
    lock: '锁屏',
    handOver: '交接',
    handOverHelp: '换下一位，不保留没办完的事',
    changePin: '改密码',
    changePinHelp: '只改自己的',
  },
  changePin: {
    title: '改密码',
    now: '现在的密码',
    next: '新密码',
    save: '换成新密码',
    cancel: '取消',
    close: '好',
    done: '新密码已生效，下次登录时用。',
    notDone: '没有改：{why}',
    nowMissing: '请输入现在的密码。',
  },
  confirm: {
    own: '请再输一次密码',
    ownHelp: '这一步要确认是您本人。',
    second: '请同事也输密码',
    secondHelp: '这一步要两个人一起办。',
    who: '同事',
    whoChoose: '请选同事的姓名',
    whoMissing: '请先选是哪位同事。',
    nobodyElse: {
      supervisor:
        '还要一位卡管员，现在没有别的卡管员能登录。请在“人员”里添加一位，或给他设密码，再来办。',
      administrator:
        '还要一位系统管理员，现在没有别的系统管理员能登录。请先用恢复单给一位设密码，再来办。',
      either:
        '还要一位卡管员或系统管理员，现在没有别的能登录。请在“人员”里添加一位，或给他设密码，再来办。',
    },
    pin: '密码',
    go: '确认',
    cancel: '取消',
    notDone: '没有确认：{why}',
    why: {
      kiosk: '退出全屏专用',
      settings: '改设置',
      staff: '改人员',
      log: '解除记录提示',
      backup: '备份和恢复',
      case: '按卡管员的决定办',
      payments: '取用缴费对账',
      other: '继续办理',
    },
  },
}
