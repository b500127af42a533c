import type { PaperWish } from '../../../core/paperRequests.ts'

/** Papers before they are printed: 告知单, 领卡单, 催办函. */
export const papers = {
  papers: {
    slip: '告知单',
    slipHelp: '给家长的一页：登记了什么，什么时候、怎么缴费，什么时候领卡。',
    inquiry: '催办',
    inquiryHelp: '逾期的卡写在一张催办函上，发给区卡管中心。',
    inquiryNone: '现在没有逾期的卡，不用催办。',
    of: {
      slip: { open: '打印告知单…', title: '{about} 告知单' },
      'hand-over': { open: '打印领卡单…', title: '{about} 领卡单' },
      inquiry: { open: '打印催办函…', title: '催办函' },
    } satisfies Record<PaperWish['of'], { readonly open: string; readonly title: string }>,
    page: '第 {n} 页，共 {of} 页',
    before: '上一页',
    after: '下一页',
    large: '放大看',
    whole: '看整页',
    making: '正在排版…',
    empty: '现在没有要打印的',
    emptyHelp: '有了登记、到校的卡或逾期的卡，再来打印。',
    copy: '打印过了。这是第 {turn} 次，纸上会注明“副本”。',
    print: '打印…',
    printing: '正在打印…',
    save: '存为 .pdf 文件…',
    saving: '正在保存…',
    again: '重试',
    close: '关闭',
    why: '打印或保存单据',
    notShown: '没有排出来：{why}',
    notDone: '没有办成：{why}',
    saved: '已保存到“{folder}”文件夹：',
    duty: '文件里是学生信息，用完请删除。',
    told: {
      printed: '已送到打印机。',
      'called-off': '没有打印，也没有保存。',
      failed: '没有打印出来。请看打印机是否打开、有纸，再打一次；也可以先存为文件。',
      empty: '没有内容，什么也没打印。',
    },
  },
}
