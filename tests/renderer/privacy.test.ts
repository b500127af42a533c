// @vitest-environment happy-dom
import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { TWO_FRAMES_MS } from '../../renderer/composables/twoFrames.ts'
import { COVERED } from '../../renderer/composables/usePrivacy.ts'
import { maskedName } from '../../renderer/locales/maskedName.ts'
import { usePlace } from '../../renderer/stores/place.ts'
import { useSearch } from '../../renderer/stores/search.ts'
import { openDesk, TAPS } from './builders.ts'
import { found, PUPILS, TWINS } from './pupils.ts'
import { signInDesk } from './signInDesk.ts'

enableAutoUnmount(afterEach)
beforeEach(() =>
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'Date'] }),
)
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  document.body.innerHTML = ''
})

const NAMES = ['张子涵', '张伟']
const TAILS = ['0417', '2207', '9165', '5678', '6789', 'A1F0', '1204']
const page = () => document.documentElement.outerHTML

async function desk() {
  vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:face')
  vi.spyOn(URL, 'revokeObjectURL').mockImplementation(() => undefined)
  vi.spyOn(Image.prototype, 'decode').mockResolvedValue(undefined)
  return signInDesk(openDesk(), (kiosk) => {
    kiosk.photo = { mime: 'image/jpeg', bytes: new Uint8Array([1]) }
    kiosk.found = found(TWINS)
    kiosk.page = PUPILS['twin'] ?? null
  })
}

describe('a covered name', () => {
  it.each([
    ['张子涵', '张*'],
    ['𬎆㛃龘', '𬎆*'],
    ['阿卜杜热合曼·买买提', '阿*'],
  ])('%s is %s', (name, masked) => expect(maskedName(name)).toBe(masked))
})

describe('privacy mode', () => {
  it('covers the verdict, the last taps and what is read out, as text', async () => {
    const { kiosk, at, key, settle } = await desk()
    kiosk.tap(TAPS.valid)
    await vi.advanceTimersByTimeAsync(TWO_FRAMES_MS)
    await settle()
    expect(page()).toContain('张子涵')
    await key('F8')
    expect(page()).not.toMatch(new RegExp([...NAMES, ...TAILS].join('|')))
    expect(at('person-name').text()).toBe('张*')
    expect(at('person-id').text()).toContain(COVERED)
    expect(at('recent-taps').text()).toContain('张*')
    expect(at('verdict-heard').text()).toContain('张*')
    expect(at('photo').attributes('data-face')).toBeDefined()
    expect(document.querySelector('[data-private] [data-face]')).not.toBeNull()
  })

  it('covers the list that was found', async () => {
    const { key, settle, at } = await desk()
    await key('F8')
    await useSearch().type('z')
    await settle()
    expect(at('search-list').text()).toContain('张*')
    expect(page()).not.toMatch(new RegExp([...NAMES, ...TAILS].join('|')))
  })

  it('covers a pupil’s page, and hides the whole 教育ID with it', async () => {
    const { key, settle, at, click } = await desk()
    usePlace().openStudent('s-1', 'c-1')
    await settle()
    await click('show-education-id')
    await click('look-parent-asks')
    expect(at('education-id-whole').exists()).toBe(true)
    await key('F8')
    expect(page()).not.toMatch(new RegExp([...NAMES, ...TAILS, '2013 1234'].join('|')))
    expect([at('show-education-id').exists(), at('education-id').text()]).toEqual([
      false,
      `…${COVERED}`,
    ])
  })

  it('is one button or F8, is said in the status bar, and ends the same way', async () => {
    const { at, click, key, asks } = await desk()
    expect(at('private').exists()).toBe(false)
    await click('privacy')
    expect([at('private').text(), at('privacy').attributes('aria-pressed')]).toEqual([
      '隐私模式',
      'true',
    ])
    await key('F8')
    expect(at('private').exists()).toBe(false)
    expect(asks('settings.change').map(({ args }) => args)).toEqual([
      { privacyMode: true },
      { privacyMode: false },
    ])
  })
})
