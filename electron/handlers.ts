import { z } from 'zod'
import { LOOK_REASONS } from '../core/lookReason.ts'
import { CLEAR_AFTER_SECONDS, type Settings } from '../core/settings.ts'
import type { Desk } from './desk.ts'
import type { Handlers } from './ipc.ts'

const nothing = z.null()

/** Loose in what may be left out, strict in everything else: unknown keys are refused. */
const settingsChange = z
  .strictObject({
    language: z.enum(['zh-CN', 'en']),
    clearAfterSeconds: z.int().min(CLEAR_AFTER_SECONDS.least).max(CLEAR_AFTER_SECONDS.most),
    volume: z.int().min(0).max(100),
    muted: z.boolean(),
    kiosk: z.boolean(),
  } satisfies Record<keyof Settings, z.ZodType>)
  .partial() as z.ZodType<Partial<Settings>>

/** 2000-01-01 to 2099-12-31, UTC: a rehearsal outside of it has no meaning. */
const instant = z.int().min(946_684_800_000).max(4_102_444_799_999)

const studentId = z.strictObject({ studentId: z.string().min(1).max(64) })

/** The desk's counter: each request of the contract, its arguments' check, its answer. */
export function handlersOf(desk: Desk): Handlers {
  return {
    'desk.state': { args: nothing, answer: () => desk.state() },
    'desk.retry': { args: nothing, answer: () => desk.open() },
    'settings.change': { args: settingsChange, answer: (change) => desk.changeSettings(change) },
    'taps.recent': {
      args: z.strictObject({ limit: z.int().min(1).max(100) }),
      answer: ({ limit }) => desk.recentTaps(limit),
    },
    'tap.current': { args: nothing, answer: () => desk.currentTap() },
    'photo.get': { args: studentId, answer: (of) => desk.photo(of.studentId) },
    'search.find': {
      args: z.strictObject({ text: z.string().max(100), limit: z.int().min(1).max(100) }),
      answer: ({ text, limit }) => desk.lookUp.find(text, limit),
    },
    'scan.look': {
      args: z.strictObject({ text: z.string().max(4_096) }),
      answer: ({ text }) => desk.lookUp.scan(text),
    },
    'student.page': { args: studentId, answer: (of) => desk.lookUp.page(of.studentId) },
    'student.educationId': {
      args: z.strictObject({ ...studentId.shape, reason: z.enum(LOOK_REASONS) }),
      answer: (of) => desk.lookUp.educationId(of.studentId, of.reason),
    },
    'devices.view': { args: nothing, answer: () => desk.devices.view() },
    'devices.test': {
      args: z.strictObject({ on: z.boolean() }),
      answer: ({ on }) => desk.devices.test(on),
    },
    'rehearsal.samples': { args: nothing, answer: () => desk.samples() },
    'rehearsal.tap': {
      args: z.strictObject({ sampleId: z.string().min(1).max(64) }),
      answer({ sampleId }) {
        desk.tapSample(sampleId)
        return null
      },
    },
    'rehearsal.setClock': {
      args: z.strictObject({ at: instant.nullable() }),
      answer({ at }) {
        desk.setClock(at)
        return null
      },
    },
  }
}
