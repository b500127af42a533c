import type { BindingRefusal } from '../../../core/binding.ts'
import type { TroubleKind } from '../../../core/rollFileTroubles.ts'
import type { PhotoFault } from '../../../core/rollRequests.ts'

interface Said {
  readonly what: string
  readonly next: string
}

/** What can be wrong in a line or a photo that is brought in: what, and what to do. */
export const rollTroubles = {
  rollTrouble: {
    line: {
      formula: { what: '这一格是公式', next: '复制这一列，只粘贴数值，再导' },
      'number-damaged': {
        what: '号码成了科学计数，后几位已丢',
        next: '把这一列设为文本，重新填号码',
      },
      'merged-cell': { what: '合并单元格，几行共用一个', next: '取消合并，每行各填各的' },
      'cell-error': { what: '这一格是错误值', next: '改好这一格' },
      'cell-too-long': { what: '这一格字太多', next: '看是不是选错了列' },
      'education-id-missing': { what: '没有教育ID', next: '补上；还没有的，等有了再导' },
      'education-id-malformed': { what: '教育ID不是 8 位数字', next: '对照学籍系统改正' },
      'leading-zero-lost': {
        what: '教育ID只有 7 位，开头可能少了 0',
        next: '把这一列设为文本，对照学籍系统填全',
      },
      'identity-number-in-column': {
        what: '像是身份证号或学籍号',
        next: '看是不是填错，或选错了列',
      },
      'name-missing': { what: '没有姓名', next: '补上姓名' },
      'name-damaged': { what: '姓名里有字变成了问号或方框', next: '对照学籍系统填回原字' },
      'name-odd': { what: '姓名里有数字或符号', next: '看是不是多打了' },
      'sex-missing': { what: '没有性别', next: '补上；新学生缺性别导不进来' },
      'sex-unknown': { what: '性别看不懂', next: '写成男或女' },
      'class-missing': { what: '没有班级', next: '补上；不补就不在任何班里' },
      'class-unknown': { what: '班级看不懂', next: '写成“三年级2班”这样' },
      'class-contradicts-grade': { what: '年级和班级对不上', next: '核对后改成一致' },
      'grade-unknown': { what: '年级看不懂', next: '写成“三年级”“初一”这样' },
      'enrolment-unknown': {
        what: '学籍状态看不懂',
        next: '写成在籍、休学、临时学籍或转出',
      },
      'date-unknown': { what: '日期看不懂', next: '写成“2027-07-15”这样' },
      'card-number-missing': { what: '没有卡面号码', next: '补上；还没发卡的不用管' },
      'card-number-malformed': {
        what: '卡面号码不是 16 到 20 位数字',
        next: '照卡面填，把这一列设为文本',
      },
      'education-id-twice': {
        what: '教育ID和第 {other} 行相同，内容不同',
        next: '查清是谁的，改好再导',
      },
      'education-id-twice-same': { what: '和第 {other} 行完全一样', next: '只算一行，不用管' },
      'card-number-twice': {
        what: '卡面号码和第 {other} 行相同，人不同',
        next: '拿卡来核对，改好再导',
      },
      'card-number-twice-same': { what: '和第 {other} 行完全一样', next: '只算一行，不用管' },
      'no-pupil': { what: '没有教育ID，也没有姓名', next: '像合计或签名，不用管' },
    } satisfies Record<
      TroubleKind['kind'] | 'education-id-twice-same' | 'card-number-twice-same',
      Said
    >,
    binding: {
      'pupil-unknown': { what: '名册里没有这名学生', next: '核对教育ID，或先导入名册' },
      'pupil-left': { what: '学生已经离校', next: '不用绑，收回卡' },
      'bound-already': { what: '绑的就是这张卡', next: '不用再绑' },
      'pupil-holds-card': {
        what: '名下已有一张正常的卡',
        next: '看手里是哪张，请卡管员处理旧卡',
      },
      'pupil-awaits-card': { what: '名下有卡在挂失、补办或待领', next: '先办完那一张' },
      'bound-to-other': { what: '这张卡登记在别的学生名下', next: '拿卡来刷一下，请卡管员核对' },
      'card-not-handed-over': { what: '这张卡还没有登记领取', next: '办理领卡时登记' },
      'chip-mismatch': { what: '号码和原来登记的对不上', next: '拿卡来刷一下核对' },
    } satisfies Record<BindingRefusal, Said>,
    photo: {
      'too-small': { what: '照片太小，看不清脸', next: '找原图，或重新拍' },
      'wrong-shape': { what: '不是竖版 3:4', next: '裁成证件照的样子' },
      'too-large': { what: '文件太大', next: '缩小后再导' },
      'not-a-picture': { what: '不是照片，或文件坏了', next: '存成 .jpg 再导' },
      'no-education-id': { what: '文件名里没有教育ID', next: '改成“教育ID.jpg”' },
      twice: { what: '同一名学生有两张', next: '留一张，去掉另一张' },
      link: { what: '只是一个快捷方式', next: '换成照片文件本身' },
      unreadable: { what: '打不开', next: '看优盘有没有插好，再导一次' },
      nobodys: { what: '教育ID不在名册上', next: '核对文件名，或先导入名册' },
    } satisfies Record<PhotoFault, Said>,
  },
}
