import type { present, Sound } from '../../core/presentation.ts'

type Face = ReturnType<typeof present>

/** What a card that was laid down came to: seen, read and heard as a verdict is. */
export interface ToldWords {
  /** in tests */
  readonly name: string
  readonly tone: Face['tone']
  readonly icon: Face['icon']
  readonly sound: Sound
  readonly what: string
  readonly more: readonly string[]
}

/** @param more empty ones are left out */
export function toldAs(
  { tone, icon, sound }: Face,
  name: string,
  what: string,
  more: readonly string[] = [],
): ToldWords {
  return { tone, icon, sound, name, what, more: more.filter((one) => one !== '') }
}
