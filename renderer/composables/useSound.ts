import { watch } from 'vue'
import { present, type Sound } from '../../core/presentation.ts'
import { usePlace, type Screen } from '../stores/place.ts'
import { useSettings } from '../stores/settings.ts'
import { useVerify } from '../stores/verify.ts'

interface Note {
  readonly shape: OscillatorType
  readonly from: number
  readonly to: number
  /** seconds after the start */
  readonly at: number
  readonly lasts: number
}

/** look.md: good one rising, look two equal, stop a low double, unreadable a short buzz. */
const SCORES: Record<Played, readonly Note[]> = {
  rising: [{ shape: 'sine', from: 620, to: 1180, at: 0, lasts: 0.2 }],
  'two-equal': [
    { shape: 'triangle', from: 740, to: 740, at: 0, lasts: 0.11 },
    { shape: 'triangle', from: 740, to: 740, at: 0.18, lasts: 0.11 },
  ],
  'low-double': [
    { shape: 'triangle', from: 233, to: 220, at: 0, lasts: 0.18 },
    { shape: 'triangle', from: 196, to: 185, at: 0.24, lasts: 0.26 },
  ],
  buzz: [{ shape: 'sawtooth', from: 130, to: 130, at: 0, lasts: 0.16 }],
  tick: [{ shape: 'sine', from: 1320, to: 1320, at: 0, lasts: 0.07 }],
  'low-ticks': [
    { shape: 'sine', from: 440, to: 440, at: 0, lasts: 0.06 },
    { shape: 'sine', from: 440, to: 440, at: 0.11, lasts: 0.06 },
  ],
}

/**
 * A scan ticks: once and high where it found somebody, twice and low where it found nobody. None of the
 * verdicts' sounds, for only a tap proves a card.
 */
export type ScanSound = 'tick' | 'low-ticks'
export type Played = Sound | ScanSound

let audio: AudioContext | null = null

/** Opening the sound device takes tens of milliseconds: done before the first tap, not at it. */
export function warmUpSound(): void {
  if (audio === null && typeof AudioContext !== 'undefined')
    audio = new AudioContext({ latencyHint: 'interactive' })
}

/** @param volume 0–100. A desk without a sound device is silent, never broken. */
export function playSound(sound: Played, volume: number): void {
  if (volume === 0) return
  warmUpSound()
  if (audio === null) return
  if (audio.state === 'suspended') audio.resume().catch(() => undefined)
  for (const note of SCORES[sound]) playNote(audio, note, volume / 100)
}

function playNote(context: AudioContext, note: Note, loudness: number): void {
  const start = context.currentTime + note.at
  const end = start + note.lasts
  const oscillator = context.createOscillator()
  const gain = context.createGain()
  oscillator.type = note.shape
  oscillator.frequency.setValueAtTime(note.from, start)
  oscillator.frequency.exponentialRampToValueAtTime(note.to, end)
  // Short ramps at both ends: a hard edge would click.
  gain.gain.setValueAtTime(0, start)
  gain.gain.linearRampToValueAtTime(loudness * 0.6, start + 0.01)
  gain.gain.setValueAtTime(loudness * 0.6, end - 0.03)
  gain.gain.linearRampToValueAtTime(0, end)
  oscillator.connect(gain).connect(context.destination)
  oscillator.start(start)
  oscillator.stop(end)
}

/** Where something is done by a card, what came of it is heard instead. */
const HEARD_OTHERWISE: ReadonlySet<Screen> = new Set(['binding', 'yearTaps'])

/** A sound for every verdict, started with it and never waited for. */
export function useVerdictSound(): void {
  const verify = useVerify()
  const settings = useSettings()
  const place = usePlace()
  watch(
    () => verify.shown,
    (tap) => {
      if (tap === null || settings.current.muted || HEARD_OTHERWISE.has(place.screen)) return
      const { volume } = settings.current
      // Making a sound takes milliseconds: the words first, the sound in the same frame.
      setTimeout(() => playSound(present(tap.verdict.kind).sound, volume))
    },
    { flush: 'sync' },
  )
}
