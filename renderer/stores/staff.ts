import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import type { Args } from '../../core/contract.ts'
import { errorCode, type DeskErrorCode } from '../../core/errors.ts'
import type { NewPerson, StaffLine } from '../../core/staff.ts'
import { ask } from '../kiosk.ts'
import { useDesk } from './desk.ts'

/**
 * The people of the desk, alive only while their screen is open. An act that is refused throws; the list
 * is fetched again after each, whatever became of it.
 */
export const useStaff = defineStore('staff', () => {
  const desk = useDesk()
  const people = shallowRef<readonly StaffLine[] | null>(null)
  /** of the roll, to choose from */
  const classes = shallowRef<readonly string[]>([])
  const refused = ref<DeskErrorCode | null>(null)
  /** whose staff card is waited for */
  const binding = ref<string | null>(null)
  const manages = computed(() => desk.may('manage-staff'))
  let mine: object | null = null
  /** Only the answer to the latest question counts: an older one may come later. */
  let asked = 0

  async function load(): Promise<void> {
    const [turn, question] = [mine, ++asked]
    try {
      const answer = await ask('staff.list', null)
      if (turn !== mine || question !== asked) return
      people.value = answer
      refused.value = null
      if (answer.some((one) => one.id === binding.value && one.hasCard)) binding.value = null
    } catch (thrown) {
      if (turn === mine && question === asked) refused.value = errorCode(thrown)
    }
  }

  async function loadClasses(): Promise<void> {
    const turn = mine
    const answer = await ask('staff.classes', null).catch(() => [])
    if (turn === mine) classes.value = answer
  }

  async function act<T>(question: () => Promise<T>): Promise<T> {
    try {
      return await question()
    } finally {
      await load()
    }
  }

  const add = (person: NewPerson) => act(() => ask('staff.add', person))
  const change = (args: Args<'staff.change'>) => act(() => ask('staff.change', args))
  const end = (operatorId: string) => act(() => ask('staff.end', { operatorId }))
  const lift = (operatorId: string) => act(() => ask('staff.lift', { operatorId }))
  const unbindCard = (operatorId: string) => act(() => ask('staff.unbindCard', { operatorId }))
  const setPin = (operatorId: string, pin: string) =>
    act(() => ask('staff.setPin', { operatorId, pin }))

  async function bindCard(operatorId: string): Promise<void> {
    const turn = mine
    await ask('staff.bindCard', { operatorId })
    if (turn === mine) binding.value = operatorId
  }

  // The desk says its state anew once it has taken a card.
  watch(
    () => desk.open,
    () => {
      if (binding.value !== null) void load()
    },
  )

  /** No card is waited for any more: the next one that is laid down is a tap again. */
  async function stopBinding(): Promise<void> {
    if (binding.value === null) return
    binding.value = null
    await ask('staff.bindCard', { operatorId: null }).catch(() => null)
  }

  /** @returns what the screen does when it is left */
  function open(): () => void {
    mine = {}
    void load()
    if (manages.value) void loadClasses()
    return () => {
      mine = null
      void stopBinding()
      people.value = null
      classes.value = []
      refused.value = null
    }
  }

  return {
    people,
    classes,
    refused,
    binding,
    manages,
    add,
    change,
    end,
    lift,
    setPin,
    bindCard,
    unbindCard,
    stopBinding,
    open,
  }
})
