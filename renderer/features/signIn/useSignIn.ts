import { computed, ref, watch } from 'vue'
import type { Purpose } from '../../../core/audit.ts'
import type { StaffTile } from '../../../core/staff.ts'
import { useDesk } from '../../stores/desk.ts'
import { useSession } from '../../stores/session.ts'
import { usePinTries } from './usePinTries.ts'

/** Who signs in, with what PIN, for what kind of shift. */
export function useSignIn() {
  const desk = useDesk()
  const session = useSession()
  const people = computed(() => lastFirst(desk.locked?.people ?? [], desk.locked?.last ?? null))
  const chosen = ref<string | null>(first(people.value, desk.locked?.last ?? null))
  const person = computed(() => people.value.find(({ id }) => id === chosen.value) ?? null)
  const tries = usePinTries(() => person.value?.id ?? null)
  /** null: as the role has it */
  const asked = ref<Purpose | null>(session.lastPurpose)
  const purpose = computed<Purpose>(() => asked.value ?? usual(person.value))

  // A staff card on the reader says who it is.
  watch(
    () => desk.locked?.card ?? null,
    (card) => {
      if (card === null || card === 'other') return
      if (people.value.some(({ id }) => id === card.operatorId)) chosen.value = card.operatorId
    },
    { immediate: true },
  )

  function choosePurpose(next: Purpose): void {
    asked.value = session.lastPurpose = next
  }

  function move(by: 1 | -1): void {
    const at = people.value.findIndex(({ id }) => id === chosen.value)
    const next = people.value[Math.min(Math.max(at + by, 0), people.value.length - 1)]
    if (next !== undefined) chosen.value = next.id
  }

  /** @returns whether the desk opens */
  function submit(): Promise<boolean> {
    const operatorId = chosen.value ?? ''
    return tries.attempt((pin) => session.signIn({ operatorId, pin, purpose: purpose.value }))
  }

  return { people, chosen, person, purpose, tries, choosePurpose, move, submit }
}

function lastFirst(people: readonly StaffTile[], last: string | null): readonly StaffTile[] {
  return people.toSorted((a, b) => Number(b.id === last) - Number(a.id === last))
}

function first(people: readonly StaffTile[], last: string | null): string | null {
  if (people.length === 1) return people[0]?.id ?? null
  return people.some(({ id }) => id === last) ? last : null
}

/** Who only checks in pupils does it at exams. */
function usual(person: StaffTile | null): Purpose {
  return person?.roles.every((role) => role === 'check-in-helper') ? 'exam' : 'desk'
}
