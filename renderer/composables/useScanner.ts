import { onMounted, onUnmounted } from 'vue'
import { disturbedField } from '../scanner/disturbedField.ts'
import type { Stroke } from '../scanner/keyCharacter.ts'
import { afterPause, keyDown, keyUp, PACE, SILENCE, type Heard } from '../scanner/scanMachine.ts'

/**
 * Listens for scanners and readers that type, whatever has the focus: before every other listener of
 * the page, so that no key of a scan presses a button or stays in a field.
 */
export function useScanner(scanned: (text: string) => void): void {
  const field = disturbedField()
  let burst = SILENCE
  let timer: ReturnType<typeof setTimeout> | undefined

  function over(text: string | null): void {
    clearTimeout(timer)
    // Also of a scan with nothing in it, which took the focus as any other.
    field.giveBack()
    if (text !== null) scanned(text)
  }

  function pause(): void {
    const text = afterPause(burst)
    burst = SILENCE
    field.forget()
    over(text)
  }

  function onKeyDown(event: KeyboardEvent): void {
    const stroke = strokeOf(event)
    // The timer may be late where the page was busy; the times of the keys are not.
    if (stroke.at - burst.lastAt > PACE.pause) pause()
    field.remember()
    take(event, keyDown(burst, stroke))
    clearTimeout(timer)
    timer = setTimeout(pause, PACE.pause)
  }

  function onKeyUp(event: KeyboardEvent): void {
    take(event, keyUp(burst, event.code, event.timeStamp))
  }

  function take(event: KeyboardEvent, { burst: next, hearing }: Heard): void {
    if (next.known && !burst.known) field.clean()
    burst = next
    if (hearing.kind === 'let') return
    if (hearing.kind === 'hasty' && writes(event.target)) return
    event.preventDefault()
    event.stopImmediatePropagation()
    if (hearing.kind === 'scan') over(hearing.text)
  }

  onMounted(() => {
    window.addEventListener('keydown', onKeyDown, { capture: true })
    window.addEventListener('keyup', onKeyUp, { capture: true })
  })
  onUnmounted(() => {
    clearTimeout(timer)
    window.removeEventListener('keydown', onKeyDown, { capture: true })
    window.removeEventListener('keyup', onKeyUp, { capture: true })
  })
}

function strokeOf(event: KeyboardEvent): Stroke {
  return {
    at: event.timeStamp,
    code: event.code,
    key: event.key,
    shift: event.shiftKey,
    alt: event.altKey,
    control: event.ctrlKey || event.metaKey,
    repeat: event.repeat,
  }
}

function writes(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
}
