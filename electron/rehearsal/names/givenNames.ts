import type { Sex } from '../../../core/student.ts'

/** What children born 2008–2020 are called: characters that stand first, second and alone. */
interface GivenNames {
  readonly first: readonly string[]
  readonly second: readonly string[]
  readonly single: readonly string[]
  /** said twice, as 悦悦 */
  readonly doubled: readonly string[]
}

const GIRLS: GivenNames = {
  first: [...'梓子欣雨诗思语佳可一若芷心雅紫依静嘉沐昕悦婉慧书晨奕安月清艺乐妙琪钰馨灵诺舒允'],
  second: [...'涵萱怡彤琪瑶晴妍欣雯诺悦桐宁馨雅然冉颖婷希熙玥媛琳嘉昕萌璇霏岚茜伊溪禾瑄媛菲'],
  single: [...'悦彤萱琪瑶昕怡妍晴玥茜婷颖雪楠静冉宁诺萌佳蕊霏桐'],
  doubled: [...'悦彤萌朵甜圆'],
}

const BOYS: GivenNames = {
  first: [...'子梓浩宇俊泽嘉明天思博文一奕君家瑞承皓景书致亦星睿昊沐晨逸启翊鸿振彦云安佑弘'],
  second: [...'轩宇然航豪泽睿杰博辰熙铭阳源霖远恒晨涵凯哲瑞诚昊成宁鸣川峰洋程淇墨安乐翔麟尧'],
  single: [...'轩睿昊宇博浩晨阳鑫煜硕航铭卓毅骁诺川墨尧琛淼洋帆'],
  doubled: [...'洋阳乐浩'],
}

export function givenNamesOf(sex: Sex): GivenNames {
  return sex === 'female' ? GIRLS : BOYS
}

/**
 * In the national standard and in real school rolls, but in few fonts and in no two-byte code:
 * 𬭎 𫖯 𬱖 𬀩 take four bytes in UTF-8 and two units in a JavaScript string.
 */
export const RARE_CHARACTERS: readonly string[] = [...'𬭎㛃𫖯䶮𬱖𬀩㭎']
