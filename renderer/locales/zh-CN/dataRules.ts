import type { Ground } from '../../../core/legalBasis.ts'
import type { RetentionClass } from '../../../core/retention.ts'

interface Told {
  readonly title: string
  readonly help: string
}

interface Kept {
  readonly what: string
  /** what the months are counted from */
  readonly from: string
}

/** The screen 隐私: by what right pupils' data are kept, and how long. */
export const dataRules = {
  dataRules: {
    notShown: '没有打开：{why}',
    notSaved: '没有保存：{why}',
    ground: {
      title: '学校凭什么处理学生信息',
      none: '还没有登记，请选一项',
      recorded: '{day} {by}登记，按第 {n} 版处理规则',
      outdated: '规则更新过，请再点一次确认。',
      of: {
        'statutory-duty': {
          title: '法定职责',
          help: '管理学籍、发放学生卡是学校的法定职责，不必逐人取得同意。',
        },
        consent: {
          title: '逐人同意',
          help: '14 岁以下由监护人、满 14 岁由本人单独书面同意，在学生页登记。',
        },
      } satisfies Record<Ground, Told>,
    },
    covered: {
      all: '在籍学生都有依据',
      some: '{n} 名在籍学生没有依据',
      many: '{n} 名以上在籍学生没有依据',
      help: '请先登记学校的依据；逐人同意的，在学生页登记。',
    },
    keep: {
      title: '保存多久',
      column: { data: '数据', months: '保存（个月）', due: '到期', last: '上次清理' },
      range: '{least}–{most} 个月',
      due: '{n} 条',
      noneDue: '没有',
      held: '{n} 条等上传，先留着',
      notCounted: '没有统计',
      deleted: '删 {n} 条',
      neverRun: '还没有',
      of: {
        'leaver-photos': { what: '离校学生的照片', from: '从离校那天算' },
        leavers: { what: '离校学生的资料和卡', from: '从离校那天算' },
        acts: { what: '刷卡和办理记录', from: '从办理那天算，市级收到后' },
        fares: { what: '公交日期', from: '从读到那天算' },
        readers: { what: '读卡器统计', from: '从当天算，没有个人信息' },
        log: { what: '操作记录', from: '从记下那天算，至少三年' },
      } satisfies Record<RetentionClass, Kept>,
    },
    run: {
      title: '到期清理',
      nothing: '没有到期的数据。',
      due: '到期 {n} 条，可以清理。',
      act: '现在清理',
      sure: '删除后找不回来。锁屏后备份会重做，旧备份里的也一并删去。',
      yes: '是，删除',
      busy: '正在删除…',
      no: '先不删',
      done: '已清理。锁屏后重做备份。',
      notDone: '没有清理：{why}',
      clock: '电脑时钟和名册对不上，暂不删除',
      clockNext: '请先校准电脑的日期，或导入新的名册。',
    },
  },
}
