import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { EpochMs } from '../../core/calendarDate.ts'
import { errorCode, type DeskErrorCode } from '../../core/errors.ts'
import type { SampleCard, SampleId } from '../../core/sampleCard.ts'
import { ask } from '../kiosk.ts'

/** The acts of the rehearsal school; a real school refuses them all. */
export const useRehearsal = defineStore('rehearsal', () => {
  const samples = shallowRef<readonly SampleCard[]>([])
  const refused = ref<DeskErrorCode | null>(null)

  async function attempt(act: () => Promise<unknown>): Promise<void> {
    refused.value = await act().then(
      () => null,
      (thrown: unknown) => errorCode(thrown),
    )
  }

  async function load(): Promise<void> {
    if (samples.value.length > 0) return
    await attempt(async () => {
      samples.value = await ask('rehearsal.samples', null)
    })
  }

  const tap = (sampleId: SampleId) => attempt(() => ask('rehearsal.tap', { sampleId }))

  /** null: back to the real time */
  const setClock = (at: EpochMs | null) => attempt(() => ask('rehearsal.setClock', { at }))

  function forget(): void {
    samples.value = []
    refused.value = null
  }

  return { samples, refused, load, tap, setClock, forget }
})
