// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { ScanAnswer } from '../../core/search.ts'
import { DEFAULT_SETTINGS } from '../../core/settings.ts'
import type { VerdictKind } from '../../core/verdict.ts'
import { openDesk, TAPS } from './builders.ts'
import { line } from './pupils.ts'

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

const desk = (muted: boolean) => openDesk({ settings: { ...DEFAULT_SETTINGS, muted } })

async function heard(kind: VerdictKind, muted = false) {
  const { mountPage } = await import('./mountPage.ts')
  const { default: App } = await import('../../renderer/App.vue')
  const { page, kiosk } = await mountPage(App, { desk: desk(muted) })
  kiosk.tap(TAPS[kind])
  // The next task: the sound comes with the words, and waits for nothing that is drawn later.
  await flushPromises()
  await new Promise((resolve) => setTimeout(resolve))
  page.unmount()
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

async function heardOfScan(scanned: ScanAnswer | 'refused', muted = false) {
  const { mountPage } = await import('./mountPage.ts')
  const { default: App } = await import('../../renderer/App.vue')
  const { useScan } = await import('../../renderer/stores/scan.ts')
  const { page } = await mountPage(App, {
    desk: desk(muted),
    prepare(fake) {
      if (scanned === 'refused') fake.refuse.set('scan.look', 'db-busy')
      else fake.scanned = scanned
    },
  })
  await useScan().look('20131234')
  page.unmount()
  return [...started]
}

const SOMEBODY: ScanAnswer = { kind: 'student', student: line(), by: 'card-number', cardId: null }

it.each([
  ['nobody', { kind: 'none', why: 'unknown-number' }],
  ['somebody of another school', { kind: 'other-school', school: null }],
  ['no answer', 'refused'],
] as const)(
  'ticks twice and low for a scan that found %s, as no verdict does',
  async (_, scanned) => {
    const notes = await heardOfScan(scanned)
    expect(notes).toHaveLength(2)
    for (const kind of ['valid', 'face-expired', 'lost', 'unreadable'] as const) {
      started.length = 0
      document.body.innerHTML = ''
      expect(await heard(kind)).not.toContainEqual(notes[0])
    }
  },
)

it('ticks once for a scan that found somebody', async () => {
  expect(await heardOfScan(SOMEBODY)).toHaveLength(1)
})

it('is silent when muted', async () => {
  expect(await heardOfScan(SOMEBODY, true)).toEqual([])
  expect(await heard('lost', true)).toEqual([])
})
