import type { Notice } from '../../../core/deskState.ts'

export const frame = {
  app: {
    name: '校园学生卡服务台',
    opening: '正在打开…',
    openingSlow: '首次打开要准备数据，请稍候。',
  },
  nav: {
    label: '主导航',
    verify: '查验',
    rehearsal: '演练',
    devices: '设备',
    settings: '设置',
    start: '启用',
  },
  title: {
    verify: '查验学生卡',
    rehearsal: '演练',
    student: '学生',
    devices: '设备与读卡器',
    settings: '设置',
    start: '正式启用',
  },
  age: {
    now: '刚刚',
    minutes: '{n} 分钟前',
    hours: '{n} 小时前',
    days: '{n} 天前',
  },
  status: {
    label: '状态栏',
    data: '数据 {age}',
    dataNone: '还没有学籍数据',
    dataAsOf: '学籍数据截至 {day} {time}',
    offline: '离线',
    waiting: '{n} 条待上传',
    waitingNone: '没有待上传',
    rehearsalClock: '演练时钟',
  },
  sound: {
    on: '声音开',
    off: '已静音',
  },
  reader: {
    starting: { title: '请稍候', words: '正在找读卡器', next: '请稍候' },
    'no-service': {
      title: '没有智能卡服务',
      words: '没有智能卡服务',
      next: '请接上读卡器；仍不行，请启动系统的智能卡服务',
    },
    'no-reader': { title: '没有读卡器', words: '没有读卡器', next: '请接上读卡器' },
    ready: { title: '请刷卡', words: '读卡器就绪', next: '把学生卡平放在读卡器上' },
    reading: { title: '请勿移动', words: '正在读卡', next: '请勿移动' },
    'card-lying': { title: '请取下卡', words: '卡还在读卡器上', next: '请先取下，再刷一次' },
    'card-on': { title: '请取下卡', words: '卡还在读卡器上', next: '请取下卡，再刷下一张' },
    error: { title: '读卡器出错', words: '读卡器出错', next: '请拔下读卡器，等三秒再接上' },
  },
  banner: {
    rehearsal: '演练校',
    fiction: '数据均为虚构',
    clock: '演练时钟',
    realTime: '与真实时间一致',
    adjust: '调整…',
  },
  notice: {
    'log-changed': '操作记录被改动或截短过：请保留数据文件夹，报告卡管员和管理员。',
    'key-in-file': '数据密钥存在文件里：这台电脑没有系统密钥库，请只让值得信任的人使用它。',
    'rehearsal-runtime': '这台电脑的运行环境已停止更新，只能演练，不能正式启用。',
  } satisfies Record<Notice, string>,
}
