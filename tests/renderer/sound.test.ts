// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { DEFAULT_SETTINGS } from '../../core/settings.ts'
import type { VerdictKind } from '../../core/verdict.ts'
import { openDesk, TAPS } from './builders.ts'

const started: { readonly shape: string; readonly from: number; to: number }[] = []
const param = () => ({
  setValueAtTime: vi.fn(),
  linearRampToValueAtTime: vi.fn(),
  exponentialRampToValueAtTime: vi.fn(),
})

class FakeAudio {
  readonly currentTime = 0
  readonly state = 'running'
  readonly destination = {}
  createGain() {
    return { gain: param(), connect: (next: unknown) => next }
  }
  createOscillator() {
    const frequency = param()
    const oscillator = {
      type: 'sine',
      frequency,
      connect: (next: unknown) => next,
      start: () =>
        started.push({
          shape: oscillator.type,
          from: frequency.setValueAtTime.mock.calls[0]?.[0] as number,
          to: frequency.exponentialRampToValueAtTime.mock.calls[0]?.[0] as number,
        }),
      stop: vi.fn(),
    }
    return oscillator
  }
}

beforeEach(() => {
  started.length = 0
  vi.resetModules()
  vi.stubGlobal('AudioContext', FakeAudio)
})
afterEach(() => {
  vi.unstubAllGlobals()
  document.body.innerHTML = ''
})

async function heard(kind: VerdictKind, muted = false) {
  const { mountPage } = await import('./mountPage.ts')
  const { default: App } = await import('../../renderer/App.vue')
  const desk = openDesk({ settings: { ...DEFAULT_SETTINGS, muted } })
  const { kiosk } = await mountPage(App, { desk })
  kiosk.tap(TAPS[kind])
  // The next task: the sound comes with the words, and waits for nothing that is drawn later.
  await flushPromises()
  await new Promise((resolve) => setTimeout(resolve))
  return [...started]
}

it('rises for a good card', async () => {
  const [note, ...more] = await heard('valid')
  expect(more).toEqual([])
  expect(note?.to).toBeGreaterThan(note?.from ?? Infinity)
})

it('sounds twice the same for a card to look at', async () => {
  const [first, second, ...more] = await heard('face-expired')
  expect(more).toEqual([])
  expect(first).toEqual(second)
})

it('sounds twice and low for a card to stop', async () => {
  const notes = await heard('lost')
  expect(notes).toHaveLength(2)
  expect(Math.max(...notes.map((note) => note.from))).toBeLessThan(300)
})

it('buzzes once for a card that was not read', async () => {
  expect((await heard('unreadable')).map((note) => note.shape)).toEqual(['sawtooth'])
})

it('is silent when muted', async () => {
  expect(await heard('lost', true)).toEqual([])
})
