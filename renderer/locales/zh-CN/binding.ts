import type { BindingAnswer, UnbindingAnswer } from '../../../core/bindingShown.ts'

type Why = Extract<BindingAnswer, { readonly kind: 'refused' }>['why']
type UndoWhy = Extract<UnbindingAnswer, { readonly kind: 'refused' }>['why']
interface Said {
  readonly what: string
  readonly next: string
}

export const binding = {
  binding: {
    bindThis: '首次绑卡',
    progress: '已绑卡',
    of: '{bound} / {total}',
    classList: '班级名单',
    class: '班级',
    chooseClass: '请选班级',
    listHelp: '选一个班，按名单一张一张刷卡；也可以在右边输入教育ID，或扫卡面二维码。',
    noCard: '未绑',
    step: {
      choose: '请选学生：选班级，输入教育ID，或扫卡面',
      whose: '这张卡是谁的？输入教育ID，或扫卡面',
      has: '这名学生已经有卡，不用再绑',
      lay: '核对照片和姓名，请刷这名学生的卡',
      confirm: '核对照片和姓名，是这名学生的卡吗？',
      classDone: '这个班都绑好了，请选下一个班',
      schoolDone: '全校都绑好了',
    },
    waitingCard: '待绑的卡：尾号 {tail}',
    confirm: '确认绑卡',
    skip: '跳过，下一名',
    aside: '先不绑这张卡',
    find: '教育ID 或姓名',
    findExample: '8位教育ID',
    nobody: '没有找到这名学生。请核对教育ID，或先导入名册。',
    bound: '已绑卡：{name}，卡号尾号 {tail}',
    oneNumber: '只读到一个卡号，卡拿开得太早。能用；下次刷卡正常即可。',
    undo: '撤销',
    undone: '已撤销 {name} 的绑卡',
    known: '这张卡已经登记给 {name}（{className}）',
    knownOther: '这张卡不能绑：{verdict}',
    owner: '登记的持卡人：{name}（{className}），卡号尾号 {tail}',
    heldCard: '已有的卡：尾号 {tail}，{state}',
    takeOver: '改绑给 {name}…',
    takeOverAsk: '把这张卡从 {owner} 名下改到 {name} 名下？',
    takeOverReason: '改绑的原因',
    takeOverExample: '例如：两人的卡拿反了',
    takeOverMissing: '请写明原因',
    takeOverYes: '改绑',
    takeOverNo: '不改',
    takeOverWhy: '改绑学生卡',
    failed: '没有绑成',
    supervisor: '请卡管员登录后改绑。',
    refused: {
      'pupil-unknown': { what: '名册上没有这名学生', next: '请先导入名册，或重新选学生。' },
      'pupil-left': { what: '这名学生已离校', next: '离校学生不绑卡。请重新选学生。' },
      'bound-already': { what: '这张卡已经是这名学生的', next: '不用再绑，请刷下一张。' },
      'pupil-holds-card': {
        what: '这名学生已有一张正常的卡',
        next: '一人一卡。先查清哪张是真的；旧卡丢了请先挂失。',
      },
      'pupil-awaits-card': {
        what: '这名学生有一张卡还没办完',
        next: '请先在学生页处理那张卡（挂失、待领或坏卡）。',
      },
      'bound-to-other': {
        what: '这张卡登记在别的学生名下',
        next: '请核对卡面姓名，换本人的卡再刷。',
      },
      'card-not-handed-over': {
        what: '这张卡有登记，但不是正常状态',
        next: '请在学生页查看这张卡；新卡按领卡办理。',
      },
      'chip-mismatch': {
        what: '芯片里的号码和登记的对不上',
        next: '请取出卡套里的其他卡再刷；仍不行，请找卡管员。',
      },
      'tap-over': { what: '这次刷卡已经过去', next: '请再刷一次卡。' },
      'not-read': { what: '没有读到卡', next: '把卡放平、放稳，再刷一次。' },
      phone: { what: '这是手机或临时号', next: '手机不能当学生卡，请刷实体卡。' },
      'storage-card': {
        what: '这是老式卡（M1），没有可用的卡号',
        next: '不能绑定，请给学生办新卡；手里有新卡请刷新卡。',
      },
      'other-card': { what: '这不是学生卡', next: '请刷北京通学生卡。' },
    } satisfies Record<Why, Said>,
    notUndone: {
      'somebody-elses': '不是您绑的，不能撤销。请找当时的经办人或卡管员。',
      'too-late': '已过五分钟，不能撤销。绑错了请卡管员改绑。',
      'changed-meanwhile': '这张卡后来又有变动，不能撤销。',
    } satisfies Record<UndoWhy, string>,
  },
}
