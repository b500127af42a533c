import { defineStore } from 'pinia'
import { ref, shallowRef, watch } from 'vue'
import type { Photo } from '../../core/contract.ts'
import type { TapLine, TapShown } from '../../core/tapShown.ts'
import { TWO_FRAMES_MS } from '../composables/twoFrames.ts'
import { ask, listen } from '../kiosk.ts'
import { useDesk } from './desk.ts'

export const RECENT_LIMIT = 50

/** The verdict on the screen and the last taps. Whose card it was is forgotten when it clears. */
export const useVerify = defineStore('verify', () => {
  const desk = useDesk()
  const shown = shallowRef<TapShown | null>(null)
  const recent = shallowRef<readonly TapLine[]>([])
  /** of the verdict on the screen, fixed when it came */
  const clearsAfterSeconds = ref(0)
  let timer: ReturnType<typeof setTimeout> | undefined
  /** of whoever is at the desk: what belongs to the one before is not shown to the next */
  let turn = {}

  function clear(): void {
    clearTimeout(timer)
    shown.value = null
  }

  /** The latest wins at once, from whichever reader; on a locked desk nothing is shown. */
  function show(tap: TapShown): void {
    if (desk.locked !== null) return
    const mine = turn
    clearTimeout(timer)
    clearsAfterSeconds.value = desk.settings.clearAfterSeconds
    shown.value = tap
    setTimeout(() => {
      if (mine !== turn) return
      recent.value = merged([lineOf(tap)], recent.value)
    }, TWO_FRAMES_MS)
    timer = setTimeout(clear, clearsAfterSeconds.value * 1000)
  }

  function start(): void {
    listen('tap.verdict', show)
    watch(
      () => desk.open?.session ?? null,
      (session) => session !== null && void catchUp(),
      { immediate: true },
    )
  }

  /** What happened before this page was there: the last taps, and a verdict whose time is not over. */
  async function catchUp(): Promise<void> {
    const mine = turn
    const stored = await ask('taps.recent', { limit: RECENT_LIMIT }).catch(() => [])
    if (mine !== turn) return
    recent.value = merged(recent.value, stored)
    const current = await ask('tap.current', null).catch(() => null)
    if (mine === turn && current !== null && shown.value === null) show(current)
  }

  function forget(): void {
    turn = {}
    clear()
    recent.value = []
  }

  /** A face that cannot be had is no reason to hold the verdict: null. */
  function photoOf(studentId: string): Promise<Photo | null> {
    return ask('photo.get', { studentId }).catch(() => null)
  }

  return { shown, recent, clearsAfterSeconds, clear, show, start, photoOf, forget }
})

/** What stays of a tap: the name, the class and a tail. */
function lineOf(tap: TapShown): TapLine {
  return {
    tapId: tap.tapId,
    at: tap.at,
    reader: tap.reader,
    verdict: tap.verdict.kind,
    studentId: tap.person?.studentId ?? null,
    name: tap.person?.name ?? null,
    className: tap.person?.className ?? null,
    educationIdTail: tap.person?.educationIdTail ?? null,
  }
}

function merged(newer: readonly TapLine[], older: readonly TapLine[]): readonly TapLine[] {
  const known = new Set(newer.map((line) => line.tapId))
  return [...newer, ...older.filter((line) => !known.has(line.tapId))].slice(0, RECENT_LIMIT)
}
