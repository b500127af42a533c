import type { RollChangeWhy } from '../../../core/rollChange.ts'
import type { RollProgress } from '../../../core/rollRequests.ts'
import type { RollCounts } from '../../../core/rollShown.ts'
import type { RollPart } from '../../stores/roll.ts'

interface Told {
  readonly title: string
  readonly text: string
}

/** The screen 名册: how the roll stands, and what was done with it. An import: rollImport.ts. */
export const roll = {
  roll: {
    notShown: '没有打开：{why}',
    notDone: '没有办成：{why}',
    loading: '正在打开…',
    part: {
      label: '名册的内容',
      roll: '名册',
      year: '升级毕业',
      names: '姓名核对',
      newCards: '新生制卡',
    } satisfies Record<RollPart | 'label', string>,
    why: {
      roll: '导入名册',
      cards: '导入卡号',
      photos: '导入照片',
      undo: '撤销改动',
      year: '办理升级',
      'transfer-in': '登记转入',
      'transfer-out': '办理转出',
      correct: '更正学籍',
    },
    agreement: '经办人导入要卡管员同意：导入时请卡管员也输密码。',
    standing: {
      pupils: '在籍学生',
      classes: '班级',
      withPhoto: '有照片',
      bound: '已绑卡',
      of: '{n} / {all}',
      lacking: '还差 {n} 人',
      complete: '都齐了',
    },
    way: {
      roll: {
        title: '导入名册',
        text: '表格文件（.xlsx、.csv）。先核对，再导入。',
        act: '选名册文件…',
      },
      photos: {
        title: '导入照片',
        text: '一人一张，文件名是教育ID。',
        folder: '选文件夹…',
        zip: '选压缩包…',
      },
      cards: {
        title: '导入卡号',
        text: '教育ID和卡面号码的表格，不用逐张刷。',
        act: '选卡号文件…',
      },
      asking: '请在弹出的窗口里选…',
    },
    changes: {
      title: '改动记录',
      none: '还没有改动',
      noneHelp: '每次导入和撤销都会记在这里，最近的一次可以撤销。',
      by: '{name}办理',
      undone: '已撤销',
      why: {
        import: '导入名册',
        undo: '撤销',
        'school-year': '升级毕业',
        'transfer-in': '转入',
        'transfer-out': '转出',
        temporary: '临时学籍',
        correction: '更正',
        photos: '导入照片',
      } satisfies Record<RollChangeWhy | 'photos', string>,
      counts: {
        entered: '新增 {n}',
        changed: '变更 {n}',
        left: '离校 {n}',
        withdrawn: '退回新增 {n}',
        classes: '班级 {n}',
        photos: '照片 {n}',
      } satisfies Record<keyof RollCounts, string>,
      nothing: '没有改动学生',
    },
    undo: {
      act: '撤销',
      this: '撤销这次导入',
      ask: {
        pupils:
          '撤销后，新增的学生退回，变更和离校的改回原样。之后又改过、申请过新卡、已经绑卡的学生不动。',
        photos: '撤销后，换上的照片取下，放回导入之前的照片。',
      },
      yes: '是，撤销',
      no: '不撤销',
      busy: '正在撤销…',
    },
    done: {
      taken: '已导入：{counts}',
      takenOnly: '已导入。',
      bound: '已绑定 {n} 张卡。',
      undone: '已撤销，名册改回了原样。',
      kept: '其中 {n} 名学生之后又改过或已经绑卡，没有动。',
    },
    first: {
      title: '还没有名册',
      help: '填上学校名称，导入一份名册，服务台就认得学生了。',
      school: '学校全称',
      schoolHelp: '例：北京市东城区示例小学',
      schoolMissing: '请先填学校全称。',
      bring: '请备好',
      item: {
        roll: {
          title: '一份名册表格',
          text: '.xlsx 或 .csv，一行一名学生，要有教育ID、姓名、性别、班级。身份证号、电话这些列不用删，服务台不读取。',
        },
        photos: {
          title: '学生照片（可以后补）',
          text: '一人一张，竖版 3:4，文件名是教育ID，例：20131234.jpg。放在一个文件夹或压缩包里。',
        },
        cards: {
          title: '卡号表格（可以没有）',
          text: '教育ID和卡面号码两列。没有也行：刷一下卡就能绑定。',
        },
      } satisfies Record<'roll' | 'photos' | 'cards', Told>,
    },
    step: {
      label: '导入的步骤',
      file: '文件',
      check: '核对',
      take: '导入',
      toRoll: '回名册',
      toFile: '回上一步',
      school: '学校：{name}',
    },
    work: {
      at: {
        reading: '正在读文件…',
        comparing: '正在和名册核对…',
        storing: '正在写入名册…',
        index: '正在更新姓名查找…',
        photos: '正在看照片…',
        cards: '正在处理卡号…',
        payments: '正在取缴费…',
      } satisfies Record<RollProgress['at'], string>,
      of: '{n} / {all}',
      seconds: '大约还要 {n} 秒',
      minutes: '大约还要 {n} 分钟',
      callOff: '取消',
      callingOff: '正在取消…',
    },
  },
}
