import type { RollWhy } from '../../stores/rollWork.ts'

interface Refused {
  readonly what: string
  readonly why: string
  readonly next: string
}

/** Why nothing came of an import or its undoing. */
export const rollRefused = {
  rollRefused: {
    empty: {
      what: '文件是空的',
      why: '里面什么也没有，可能没有存好。',
      next: '请重新下载或另存一份，再选一次。',
    },
    'not-a-table': {
      what: '这不是表格文件',
      why: '服务台只读 .xlsx 和 .csv 表格。',
      next: '请用表格软件打开它，另存为 .xlsx，再选一次。',
    },
    'old-xls': {
      what: '这是旧格式的表格',
      why: '.xls 是早年的格式，容易带病毒，服务台不读。',
      next: '请用表格软件打开它，另存为 .xlsx，再选一次。',
    },
    'other-workbook': {
      what: '这种表格读不了',
      why: '服务台只读 .xlsx 和 .csv 表格。',
      next: '请用表格软件打开它，另存为 .xlsx，再选一次。',
    },
    'web-page': {
      what: '这其实是个网页',
      why: '有的系统导出的表格只是改了名字的网页，服务台不读。',
      next: '请用表格软件打开它，另存为 .xlsx，再选一次。',
    },
    encrypted: {
      what: '文件设了密码',
      why: '没有密码，服务台打不开。',
      next: '请打开它，去掉密码，另存一份再选。',
    },
    damaged: {
      what: '文件坏了',
      why: '内容读不完整，可能没下载完，或优盘出了错。',
      next: '请重新下载或拷贝一份，再选一次。',
    },
    'zip-bomb': {
      what: '文件不安全',
      why: '它解开后大得不正常，没有读下去。',
      next: '请不要再用这个文件，向给您文件的人核实。',
    },
    'too-large': {
      what: '文件太大',
      why: '它超过了一所学校用得着的大小。',
      next: '请看是不是选错了文件；照片压缩包请分成几个，表格里的图片请删掉另存。',
    },
    'too-many-rows': {
      what: '行数太多',
      why: '一所学校的名单没有这么多行。',
      next: '请看是不是选错了文件，或删去多余的行再选。',
    },
    'too-many-columns': {
      what: '列数太多',
      why: '名单没有这么多列，可能右边有用过的空格子。',
      next: '请把要用的几列复制到一张新表里，存好再选。',
    },
    'too-many-cells': {
      what: '表格太大',
      why: '行和列乘起来太多，一所学校的名单没有这么大。',
      next: '请把要用的几列复制到一张新表里，存好再选。',
    },
    'unknown-encoding': {
      what: '文字认不出来',
      why: '这个文本表格的编码不常见，读出来会是乱码。',
      next: '请用表格软件打开它，另存为 .xlsx，再选一次。',
    },
    'no-rows': {
      what: '表格是空的',
      why: '列名下面一行内容都没有。',
      next: '请换一张工作表，或重新选文件。',
    },
    'no-such-sheet': {
      what: '找不到这张工作表',
      why: '文件里没有这个名字的工作表。',
      next: '请换一张，或重新选文件。',
    },
    'no-headings': {
      what: '找不到列名',
      why: '没有哪一行同时写着选好的这些列名。',
      next: '请看列名是不是在同一行，再选一次每列是什么。',
    },
    'too-long': {
      what: '读得太久，停下了',
      why: '表格里可能有很多用过的空格子。',
      next: '请把名单复制到一张新表里，存好再选。',
    },
    'no-files': {
      what: '里面没有文件',
      why: '选的文件夹或压缩包是空的。',
      next: '请选放着照片的那一个，再试一次。',
    },
    'not-photos': {
      what: '这里没有照片可读',
      why: '选的不是文件夹，也不是 .zip 压缩包。',
      next: '请把照片放进一个文件夹，或压缩成 .zip，再选一次。',
    },
    'not-readable': {
      what: '文件打不开',
      why: '它可能正被别的程序占用，或优盘已经拔下。',
      next: '请关掉打开它的程序，插好优盘，再选一次。',
    },
    'nothing-chosen': {
      what: '文件要重新选',
      why: '锁过屏，选过的文件就不留了。',
      next: '请再选一次文件，重新核对。',
    },
    'year-done-already': {
      what: '没有办成：这个学年已经升过级',
      why: '一个学年只升一次。',
      next: '办错了，请在“名册”里撤销，再重新办理。',
    },
    'pupil-unknown': {
      what: '没有办成：名册上没有这名学生',
      why: '可能刚刚有人改了名册。',
      next: '请重新查找这名学生。',
    },
    'pupil-left': {
      what: '没有办成：这名学生已离校',
      why: '离校的学生不再更正。',
      next: '返校的请登记转入，填原来的教育ID。',
    },
    'on-roll-already': {
      what: '没有办成：这名学生已在名册上',
      why: '名册上有这个教育ID，而且在籍。',
      next: '请按教育ID查找，在学生页更正。',
    },
    'called-off': {
      what: '已取消',
      why: '什么都没有改。',
      next: '需要时再做一次。',
    },
    'changed-meanwhile': {
      what: '没有办成：名册刚刚变过',
      why: '核对之后，有人改了名册，核对的结果不作数了。',
      next: '请再点“核对”看一遍，然后导入。',
    },
    'education-id-taken': {
      what: '没有办成：教育ID有重复',
      why: '这样改，会有两名学生用同一个教育ID。',
      next: '请改正表格，再核对一次。',
    },
    'class-unknown': {
      what: '没有办成：班级不在名册上',
      why: '有学生要进的班，名册上已经没有了。',
      next: '请再点“核对”看一遍。',
    },
    'class-taken': {
      what: '没有办成：班级有重复',
      why: '这样改，同一个年级会有两个相同的班。',
      next: '请先撤销后来的改动，再试一次。',
    },
    'class-not-empty': {
      what: '没有办成：班里还有学生',
      why: '有学生的班不能撤掉。',
      next: '请先把班里的学生转到别的班，再试一次。',
    },
    'pupil-rooted': {
      what: '没有办成：有学生已经绑卡或在办事',
      why: '这样的学生不能从名册上退回。',
      next: '请按转出或离校办理。',
    },
    'nothing-to-do': {
      what: '没有要改的',
      why: '文件和名册一样。',
      next: '不用导入。要换文件，请重新选。',
    },
    'broken-lines': {
      what: '没有导入：还有不能用的行',
      why: '没有说明这些行怎么办。',
      next: '请再点“核对”，勾选不导入有问题的行；或改好表格重新选。',
    },
    'school-name-missing': {
      what: '没有导入：还没有学校名称',
      why: '第一次导入要知道是哪所学校。',
      next: '请回名册页填好学校全称，再导入。',
    },
    'not-the-newest': {
      what: '没有撤销：这不是最近的一次',
      why: '它后面还有别的改动。',
      next: '请从最近的一次开始撤销。',
    },
    gone: {
      what: '没有撤销：这一次撤销不了了',
      why: '它的明细已过保存期，或已经撤销过。',
      next: '请重新打开名册页看一看。',
    },
  } satisfies Record<RollWhy, Refused>,
}
