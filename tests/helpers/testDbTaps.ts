import { v7 } from 'uuid'
import type { RecordedMoment, Recorder } from '../../core/outbox.ts'
import type { TapToRecord } from '../../db/taps.ts'

export const RECORDER: Recorder = {
  deviceId: '6f9619ff-8b86-4d01-b42d-00cf4fc964ff',
  deviceEpoch: 1,
  schoolId: 'school-1',
  operatorId: null,
  leaseId: null,
}

export const MOMENT: RecordedMoment = {
  recordedAt: 1_790_000_000_000,
  bootId: 'boot-1',
  uptimeMs: 12_345.5,
  estServerOffsetMs: null,
  uncertaintyMs: null,
}

export function aTap(given: Partial<TapToRecord['command']['payload']> = {}): TapToRecord {
  return {
    at: MOMENT.recordedAt,
    fare: null,
    purpose: 'desk',
    recorder: RECORDER,
    moment: MOMENT,
    command: {
      cmdId: v7(),
      type: 'tap.recorded',
      schemaVersion: 1,
      basedOn: {},
      payload: {
        tapId: v7(),
        reader: 'Test reader 00',
        family: 'bmac',
        identifiers: [{ kind: 'bmac', value: '1000751012345678' }],
        cardId: 'card-1',
        studentId: 'student-1',
        verdict: 'valid',
        dataVersion: 1,
        dataAgeMs: 60_000,
        ...given,
      },
    },
  }
}
