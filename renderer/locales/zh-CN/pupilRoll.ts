import type { PupilAct } from '../../stores/pupilRoll.ts'
import type { OnRoll } from '../../../core/pupilChange.ts'

/** What has a day. */
type OfEach<T> = Record<Exclude<OnRoll['kind'], 'enrolled'>, T>

/** 转入, 转出, 更正: one pupil of the roll. */
export const pupilRoll = {
  pupilRoll: {
    cancel: '取消',
    agreement: '改名册要卡管员同意：请卡管员也输密码。',
    name: '姓名',
    nameFault: '请填姓名，写汉字或字母。',
    idHelp: '8位数字，转学不变',
    idStays: '不改就空着',
    idFault: '教育ID是8位数字。',
    sex: '性别',
    sexFault: '请选性别。',
    class: '班级',
    enrolment: '学籍',
    day: {
      temporary: '临时学籍到哪天（可不填）',
      suspended: '从哪天休学',
    } satisfies OfEach<string>,
    dayExample: '例：2027-01-31',
    dayFault: {
      temporary: '日期不对，例：2027-01-31；不知道就空着。',
      suspended: '请填今天或以前的日期，例：2026-09-01。',
    } satisfies OfEach<string>,
    in: {
      way: '登记转入',
      wayHelp: '一名学生转入、返校，或办临时学籍。',
      open: '登记转入…',
      title: '登记转入',
      help: '从前在本校、已离校的学生，填原来的教育ID，会接上原来的记录。',
      act: '登记',
    },
    out: {
      open: '转出…',
      title: '办理转出',
      help: '学生从名册上离校，手里的卡一并注销或自存。',
      to: '转去的学校（可不填）',
      toExample: '例：北京市第二实验小学',
      act: '办理转出',
    },
    correct: {
      open: '更正学籍…',
      title: '更正学籍',
      help: '改姓名、班级、休学复学、临时学籍。卡面印错的字，要等新卡才改。',
      act: '保存',
    },
    done: {
      'transfer-in': '已登记转入。带着原来的卡的，请报到刷卡或首次绑卡。',
      'transfer-out': '已办理转出。',
      correct: '已更正。',
    } satisfies Record<PupilAct['kind'], string>,
    back: '返校的学生：在“名册”里登记转入，填原来的教育ID。',
  },
}
