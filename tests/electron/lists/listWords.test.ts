import { describe, expect, it } from 'vitest'
import { LIST_WORDS } from '../../../electron/lists/listWords.ts'
import { en } from '../../../renderer/locales/en.ts'
import { zhCN } from '../../../renderer/locales/zh-CN.ts'

const SCREENS = { 'zh-CN': zhCN, en } as const

/** Whoever holds a list against the screen finds the same words. */
describe.each(['zh-CN', 'en'] as const)('the words of a list, %s', (language) => {
  const words = LIST_WORDS[language]
  const screen = SCREENS[language]

  it('are those of the screens', () => {
    expect(words.sex).toEqual(screen.student.sex)
    expect(words.cardState).toEqual(screen.cardState)
    expect(words.noCard).toBe(screen.binding.noCard)
    expect(words.change).toEqual(screen.roll.changes.why)
    expect(words.trouble).toEqual(screen.cityTrouble)
    const { state, extra, left, file } = screen.arrival
    expect(words.difference).toMatchObject({
      ...{ missing: state.missing, damaged: state.damaged, returned: state.returned },
      ...{ extra, left, nobody: file.nobodyWhy },
    })
    expect(words.nameGroup).toEqual(screen.names.group)
    const shorts = Object.entries(screen.verdict).flatMap(([kind, said]) =>
      kind in words.verdict ? [[kind, (said as { readonly short: string }).short]] : [],
    )
    expect(words.verdict).toEqual(Object.fromEntries(shorts))
  })
})
