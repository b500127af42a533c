import type { ScanNothing, SearchRemark } from '../../../core/search.ts'

interface Notice {
  readonly what: string
  readonly why: string
  /** instead of `why`, where the school is known */
  readonly school?: string
  readonly next: string
}

export const search = {
  search: {
    label: '查学生：姓名、拼音、教育ID、卡号或班级',
    placeholder: '姓名、拼音、教育ID、卡号、班级（按 / 开始）',
    list: '找到的学生',
    count: '共 {n} 人',
    countFirst: '共 {n} 人，显示前 {shown}',
    choose: '请选择',
    chooseScanned: '这个码对应不止一人，请选择',
    chooseHelp: '看班级、照片和教育ID尾号；上下键选定，回车打开，也可以直接点。',
    nobody: '没有找到',
    nobodyHelp: '可以输姓名、拼音或首字母、教育ID（或后四位）、卡号、班级，如“三2班”。',
    sameName: '同名',
    tail: '教育ID 尾号',
    noCard: '没有卡',
    refused: '没查成：{why}',
    remark: {
      'looks-like-birth-date': {
        what: '像出生日期，不是教育ID？',
        next: '教育ID是市里发的 8 位号，不是生日。请问班主任或学籍老师。',
      },
    } satisfies Record<SearchRemark, { readonly what: string; readonly next: string }>,
  },
  scanDismiss: '知道了',
  scan: {
    'unknown-number': {
      what: '扫到的号查不到',
      why: '名册里没有这个教育ID，也没有这个卡号。',
      next: '请再扫一次，或问姓名班级，在这里查',
    },
    'looks-like-birth-date': {
      what: '像出生日期，不是教育ID？',
      why: '扫到 8 位数，像一个日期，名册里没有这个教育ID。',
      next: '请问班主任或学籍老师，教育ID是多少',
    },
    'nothing-in-it': {
      what: '扫到的码里没有号',
      why: '里面没有教育ID、卡号或姓名，可能扫了别的码。',
      next: '请扫学生卡上的码，或问姓名班级，在这里查',
    },
    'other-school': {
      what: '不是本校学生',
      why: '这是外校的学生或学生卡，这里不显示姓名。',
      school: '这是{school}的，这里不显示姓名。',
      next: '请回学籍所在学校办理',
    },
    refused: {
      what: '扫到了，但没查成',
      why: '服务台自己出了错',
      next: '请再扫一次；仍不行，把原因告诉管理员',
    },
  } satisfies Record<ScanNothing | 'other-school' | 'refused', Notice>,
}
