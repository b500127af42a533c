import { describe, expect, it } from 'vitest'
import { lookAlike, STROKE_TELLS } from '../../core/lookAlike.ts'
import { LOOK_ALIKE_GROUPS } from '../../core/lookAlikeGroups.ts'

const members = (group: string) => group.split(' ').map((item) => [...item][0] ?? '')

describe('look-alikes', () => {
  it.each(
    (
      '己已 己巳 已巳 末未 日曰 戊戌 戊戍 戌戍 晗哈 睛晴 玥珀 玥明 土士 人入 入八 大太 太犬 千干 干于 天夭 贝见 折拆 拆析 ' +
      '晴清 婷停 淇琪 琪祺 瑄暄 暄萱 梓辛 泽译 烨晔 昊吴 旻曼 钰钮 辰晨 晨宸 宸震 沐沭 汐夕 洛络 祎袆 衿矜 奕弈 娴闲 ' +
      '徽微 赢嬴 嬴羸 堉育 圳川 凯岂 璇旋 侯候 余佘 崇祟 颖颍 戴载 滕腾 骞寨 恒桓 晁晃 昂昴 杨扬 冼洗 茶荼'
    ).split(' '),
  )('%s', (pair) => {
    const [one = '', other = ''] = pair
    expect(lookAlike(one, other)).not.toBeNull()
  })

  it.each(['张李', '晴天', '明晴', '晴晴', '张A', '𬭎㛃'])('are not all alike: %s', (pair) => {
    const [one = '', other = ''] = [...pair]
    expect(lookAlike(one, other)).toBeNull()
  })

  it('say what tells them apart, each on its own side', () => {
    const eye = { kind: 'radical', part: '目' }
    const sun = { kind: 'radical', part: '日' }
    expect(lookAlike('睛', '晴')).toEqual({ left: eye, right: sun })
    expect(lookAlike('晴', '睛')).toEqual({ left: sun, right: eye })
    expect(lookAlike('己', '已')).toEqual({
      left: { kind: 'stroke', how: 'open' },
      right: { kind: 'stroke', how: 'half-open' },
    })
    expect(lookAlike('奕', '弈')?.left).toEqual({ kind: 'part', at: 'below', part: '大' })
    expect(lookAlike('昊', '吴')?.right).toEqual({ kind: 'part', at: 'top', part: '口' })
    expect(lookAlike('其', '琪')?.left).toEqual({ kind: 'no-radical' })
    expect(lookAlike('丞', '承')).toEqual({ left: null, right: null })
  })
})

describe('the groups', () => {
  it('are many, of at least two, and name nobody twice', () => {
    expect(LOOK_ALIKE_GROUPS.length).toBeGreaterThan(500)
    for (const group of LOOK_ALIKE_GROUPS) {
      expect([group, members(group).length > 1]).toEqual([group, true])
      expect([group, new Set(members(group)).size]).toEqual([group, members(group).length])
    }
  })

  it('are written as the file says', () => {
    const ways = STROKE_TELLS.join('|')
    const item = new RegExp(`^\\p{sc=Han}(?:|-|[<>^_.]?\\p{sc=Han}|:(?:${ways}))$`, 'u')
    const items = LOOK_ALIKE_GROUPS.flatMap((group) => group.split(' '))
    expect(items.filter((one) => !item.test(one))).toEqual([])
  })

  it('use every way of writing there is a word for', () => {
    const text = LOOK_ALIKE_GROUPS.join(' ')
    expect(STROKE_TELLS.filter((how) => !`${text} `.includes(`:${how} `))).toEqual([])
  })
})
