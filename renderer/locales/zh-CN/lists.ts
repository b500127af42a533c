import { listTitles, type ListName, type LISTS } from '../../../core/lists.ts'
import type { ListExported } from '../../../core/listExported.ts'

/** Lists that leave the desk, as a file or on paper. */
export const lists = {
  lists: {
    act: '导出',
    title: '导出名单',
    which: '名单',
    list: listTitles('zh-CN'),
    of: { class: '{of}{list}', delivery: '{of} {list}' } satisfies Record<
      Exclude<(typeof LISTS)[ListName]['of'], 'school'>,
      string
    >,
    tails: '教育ID和卡号都只留尾号，完整的名单也一样。',
    form: {
      label: '文件格式',
      xlsx: '电子表格',
      xlsxHelp: '.xlsx，平常用这个',
      csv: '文本表格',
      csvHelp: '.csv，给其他系统读取',
    },
    names: {
      label: '姓名和教育ID',
      masked: '脱敏',
      maskedHelp: '张*，教育ID只留尾号',
      whole: '完整',
      wholeHelp: '写明原因，再输密码',
    },
    maskedNote: '姓名写成“张*”，教育ID只留尾号。',
    reason: '要完整名单的原因',
    reasonExample: '例如：向教委报送制卡信息',
    reasonMissing: '请写明原因。',
    go: '选文件夹并保存…',
    making: '正在导出…',
    cancel: '取消',
    close: '关闭',
    why: '导出完整名单',
    notDone: '没有导出：{why}',
    saved: '已保存到“{folder}”文件夹：',
    duty: '文件里是学生信息，用完请删除。',
    calledOff: '没有选文件夹，什么也没存。',
    empty: '这份名单里没有内容，没有存文件。',
    print: {
      act: '打印进度',
      title: '打印绑卡进度',
      help: '每班一页，列出还没绑卡的学生。存好后打开打印，交给班主任。',
      all: '全部班级（首页是各班数字）',
      go: '选文件夹并保存…',
    },
    /** in the log */
    exported: {
      masked: '脱敏',
      whole: '完整',
      none: '只有数字',
    } satisfies Record<ListExported['names'], string>,
  },
}
