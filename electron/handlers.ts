import { z } from 'zod'
import { RETENTION_CLASSES } from '../core/retention.ts'
import { LOOK_REASONS } from '../core/lookReason.ts'
import { AUDIT_KINDS, PURPOSES } from '../core/audit.ts'
import { CLEAR_AFTER_SECONDS, LOCK_AFTER_MINUTES, type Settings } from '../core/settings.ts'
import { ROLES } from '../core/staff.ts'
import { arrivalHandlers } from './arrivalHandlers.ts'
import { calendarHandlers } from './calendarHandlers.ts'
import { caseHandlers } from './caseHandlers.ts'
import { cityHandlers } from './cityHandlers.ts'
import type { Desk } from './deskFace.ts'
import { done, id, name, nothing, pin, reason } from './fields.ts'
import type { Handlers } from './ipc.ts'
import { listHandlers } from './listHandlers.ts'
import { nameHandlers } from './nameHandlers.ts'
import { newCardHandlers } from './newCardHandlers.ts'
import { paperHandlers } from './paperHandlers.ts'
import { schoolHandlers } from './schoolHandlers.ts'
import { schoolYearHandlers } from './schoolYearHandlers.ts'
import { sheetHandlers } from './sheetHandlers.ts'
import { signedOut } from './signedOut.ts'

/** Loose in what may be left out, strict in everything else: unknown keys are refused. */
const settingsChange = z
  .strictObject({
    language: z.enum(['zh-CN', 'en']),
    clearAfterSeconds: z.int().min(CLEAR_AFTER_SECONDS.least).max(CLEAR_AFTER_SECONDS.most),
    volume: z.int().min(0).max(100),
    muted: z.boolean(),
    kiosk: z.boolean(),
    privacyMode: z.boolean(),
    lockAfterMinutes: z.int().min(LOCK_AFTER_MINUTES.least).max(LOCK_AFTER_MINUTES.most),
  } satisfies Record<keyof Settings, z.ZodType>)
  .partial() as z.ZodType<Partial<Settings>>

/** 2000-01-01 to 2099-12-31, UTC: a rehearsal outside of it has no meaning. */
const instant = z.int().min(946_684_800_000).max(4_102_444_799_999)

const operatorId = z.strictObject({ operatorId: id })
const roles = z.array(z.enum(ROLES)).min(1).readonly()
const classes = z.array(z.string().max(40)).max(100).readonly()
const draft = z.strictObject({
  screen: z.string().max(40),
  studentId: id.nullable(),
  searchText: z.string().max(100),
  forms: z.record(z.string().max(40), z.string().max(8_192)),
})

const studentId = z.strictObject({ studentId: z.string().min(1).max(64) })

/** The desk's counter: each request of the contract, its arguments' check, its answer. */
export function handlersOf(desk: Desk): Handlers {
  const whoIsHere = (): string => (desk.session() ?? signedOut()).operator.id

  return {
    ...sheetHandlers(desk),
    ...schoolHandlers(desk),
    ...schoolYearHandlers(desk),
    ...nameHandlers(desk),
    ...listHandlers(desk),
    ...newCardHandlers(desk),
    ...cityHandlers(desk),
    ...arrivalHandlers(desk),
    ...calendarHandlers(desk),
    ...caseHandlers(desk),
    ...paperHandlers(desk),
    'desk.state': { args: nothing, answer: () => desk.state() },
    'desk.retry': { args: nothing, answer: () => desk.open() },
    'session.signIn': {
      args: z.strictObject({ ...operatorId.shape, pin, purpose: z.enum(PURPOSES) }),
      answer: (wish) => desk.signing.signIn(wish.operatorId, wish.pin, wish.purpose),
    },
    'session.lock': {
      args: z.strictObject({ handOver: z.boolean() }),
      answer: ({ handOver }) => done(desk.lock(handOver ? 'handed-over' : 'asked')),
    },
    'session.active': { args: nothing, answer: () => done(desk.active()) },
    'session.purpose': {
      args: z.strictObject({ purpose: z.enum(PURPOSES) }),
      answer: ({ purpose }) => done(desk.signing.setPurpose(purpose)),
    },
    'session.confirm': {
      args: z.strictObject({ pin }),
      answer: (given) => desk.signing.confirm(given.pin),
    },
    'session.second': {
      args: z.strictObject({ ...operatorId.shape, pin }),
      answer: (given) => desk.signing.second(given.operatorId, given.pin),
    },
    'session.changePin': {
      args: z.strictObject({ pin, next: pin }),
      answer: (given) => desk.signing.changePin(given.pin, given.next),
    },
    'draft.keep': {
      args: z.strictObject({ draft }),
      answer: (kept) => done(desk.drafts.keep(whoIsHere(), kept.draft)),
    },
    'draft.take': { args: nothing, answer: () => desk.drafts.take(whoIsHere()) },
    'staff.list': { args: nothing, answer: () => desk.people.list() },
    'staff.add': {
      args: z.strictObject({ name, roles, classes, pin }),
      answer: (person) => desk.people.add(person),
    },
    'staff.change': {
      args: z.strictObject({ ...operatorId.shape, name, roles, classes, needsCard: z.boolean() }),
      answer: ({ operatorId: of, ...rest }) => done(desk.people.change({ id: of, ...rest })),
    },
    'staff.end': { args: operatorId, answer: (of) => done(desk.people.end(of.operatorId)) },
    'staff.setPin': {
      args: z.strictObject({ ...operatorId.shape, pin }),
      answer: (of) => desk.people.setPin(of.operatorId, of.pin),
    },
    'staff.lift': { args: operatorId, answer: (of) => done(desk.people.lift(of.operatorId)) },
    'staff.bindCard': {
      args: z.strictObject({ operatorId: id.nullable() }),
      answer: ({ operatorId: of }) => done(desk.bindCard(of)),
    },
    'staff.unbindCard': {
      args: operatorId,
      answer: (of) => done(desk.people.unbindCard(of.operatorId)),
    },
    'staff.classes': { args: nothing, answer: () => desk.people.classes() },
    'audit.page': {
      args: z.strictObject({
        before: z.int().min(1).nullable(),
        operatorId: id.nullable(),
        kinds: z.array(z.enum(AUDIT_KINDS)).max(AUDIT_KINDS.length).readonly().nullable(),
        limit: z.int().min(1).max(100),
      }),
      answer: (wish) => desk.logBook.page(wish),
    },
    'audit.check': { args: nothing, answer: () => desk.logBook.check() },
    'audit.lift': {
      args: z.strictObject({ reason }),
      answer: (given) => done(desk.logBook.lift(given.reason)),
    },
    'settings.change': { args: settingsChange, answer: (change) => desk.changeSettings(change) },
    'taps.recent': {
      args: z.strictObject({ limit: z.int().min(1).max(100) }),
      answer: ({ limit }) => desk.taps.recent(limit),
    },
    'tap.current': { args: nothing, answer: () => desk.taps.current() },
    'photo.get': { args: studentId, answer: (of) => desk.taps.photo(of.studentId) },
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
    'student.history': {
      args: z.strictObject({ ...studentId.shape, reason: z.enum(LOOK_REASONS) }),
      answer: (of) => desk.lookUp.history(of.studentId, of.reason),
    },
    'student.basis': {
      args: z.strictObject({
        ...studentId.shape,
        kind: z.enum(['guardian-consent', 'own-consent', 'withdrawn']),
        separate: z.boolean(),
      }),
      answer: ({ studentId: of, ...basis }) => desk.lookUp.recordBasis(of, basis),
    },
    'care.view': { args: nothing, answer: () => desk.care.view() },
    'backup.now': { args: nothing, answer: () => desk.care.backUp() },
    'backup.copy': {
      args: z.strictObject({ name: z.string().max(64) }),
      answer: (of) => desk.reports.backup(of.name),
    },
    'backup.restore': {
      args: z.strictObject({ name: z.string().max(64), reason }),
      answer: (wish) => desk.restore(wish.name, wish.reason),
    },
    'report.year': {
      args: z.strictObject({
        year: z.int().min(2000).max(2099),
        language: z.enum(['zh-CN', 'en']),
      }),
      answer: ({ year, language }) => desk.reports.year(year, language),
    },
    'support.bundle': { args: nothing, answer: () => desk.reports.support() },
    'privacy.view': { args: nothing, answer: () => desk.privacy.view() },
    'privacy.basis': {
      args: z.strictObject({ ground: z.enum(['statutory-duty', 'consent']) }),
      answer: ({ ground }) => desk.privacy.setGround(ground),
    },
    'retention.change': {
      args: z.partialRecord(z.enum(RETENTION_CLASSES), z.int().min(1).max(120)),
      answer: (change) => desk.privacy.setMonths(change),
    },
    'retention.run': { args: nothing, answer: () => desk.privacy.run() },
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
