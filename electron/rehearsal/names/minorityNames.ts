import type { Sex } from '../../../core/student.ts'
import type { Dice } from '../seeded.ts'

// prettier-ignore
const GIVEN: Readonly<Record<Sex, readonly string[]>> = {
  female: [
    '古丽米热', '阿依古丽', '热依拉', '迪丽努尔', '凯丽比努尔', '祖丽皮耶', '麦尔哈巴', '阿依努尔',
    '茹克亚', '古丽娜尔', '苏比努尔', '米热阿依', '阿尔祖古丽', '伊帕尔古丽', '排孜莱提', '夏依旦',
  ],
  male: [
    '阿迪力', '艾力', '玉素甫', '伊力哈木', '库尔班', '凯赛尔', '麦麦提明', '努尔艾力',
    '依力亚尔', '穆太力普', '阿卜杜热合曼', '艾克拜尔', '木拉提', '叶尔兰', '苏莱曼', '阿力木江',
  ],
}

/** The second part is the father's name. */
// prettier-ignore
const FATHERS = [
  '吐尔逊', '艾尼', '买买提', '热合曼', '艾合买提江', '依明', '卡德尔', '萨迪克', '吐尔洪',
  '阿不力孜', '亚森', '努尔兰', '玉山江', '肉孜', '阿卜力克木',
]

/** Tibetan and Mongolian names: no family name and no dot. */
const WITHOUT_DOT: Readonly<Record<Sex, readonly string[]>> = {
  female: ['次仁卓玛', '丹增曲珍', '格桑拉姆', '德吉央宗', '萨仁', '阿拉腾其其格', '乌云娜'],
  male: ['扎西顿珠', '丹增罗布', '格桑多吉', '平措旺堆', '巴特尔', '苏日勒格', '阿古拉'],
}

/** The dot is U+00B7, as the ID-card standard has it. */
export function minorityName(dice: Dice, sex: Sex): string {
  return dice.chance(0.3)
    ? dice.pick(WITHOUT_DOT[sex])
    : `${dice.pick(GIVEN[sex])}\u00B7${dice.pick(FATHERS)}`
}
