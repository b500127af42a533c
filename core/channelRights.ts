import { rightOf } from './case/caseWish.ts'
import type { Args, RequestName } from './contract.ts'
import type { PaperWish } from './paperRequests.ts'
import type { Act } from './rights.ts'
import type { Settings } from './settings.ts'

/**
 * - `anyone`     also while nobody is signed in: says nothing of a pupil
 * - `signed-in`  whoever is at the desk: says nothing of a pupil
 * - an act       by the table of rights
 * - a proposal   of an act: whoever may do it, also where it takes somebody's agreement to be done
 * - a masked one whoever may do the act at all: what it takes to do it with names is not asked
 */
export type ChannelRule =
  'anyone' | 'signed-in' | Act | { readonly proposes: Act } | { readonly masked: Act }

/** What each request of the page takes. A request without a line here does not compile. */
export const CHANNEL_RIGHTS: {
  readonly [N in RequestName]: ChannelRule | ((args: Args<N>) => ChannelRule)
} = {
  'desk.state': 'anyone',
  'desk.retry': 'anyone',
  'firstRun.begin': 'anyone',
  'firstRun.print': 'anyone',
  'firstRun.confirm': 'anyone',
  'session.signIn': 'anyone',
  'session.lock': 'signed-in',
  'session.active': 'signed-in',
  'session.purpose': 'signed-in',
  'session.confirm': 'signed-in',
  'session.second': 'signed-in',
  'session.changePin': 'signed-in',
  'draft.keep': 'signed-in',
  'draft.take': 'signed-in',
  'recovery.open': 'anyone',
  'staff.list': 'lift-tries',
  'staff.add': 'manage-staff',
  'staff.change': 'manage-staff',
  'staff.end': 'manage-staff',
  'staff.setPin': 'manage-staff',
  'staff.lift': 'lift-tries',
  'staff.bindCard': 'manage-staff',
  'staff.unbindCard': 'manage-staff',
  'staff.classes': 'manage-staff',
  'audit.page': 'read-log',
  'audit.check': 'read-log',
  'audit.lift': 'lift-log-notice',
  'settings.change': (change) => (isComfort(change) ? 'signed-in' : 'change-settings'),
  'taps.recent': 'tap',
  'tap.current': 'tap',
  'photo.get': 'tap',
  'binding.classes': 'bind-first-card',
  'binding.class': 'bind-first-card',
  'binding.bind': ({ takeOver }) => (takeOver === null ? 'bind-first-card' : 'rebind-card'),
  'binding.undo': 'bind-first-card',
  'roll.view': { proposes: 'import-roll' },
  'roll.open': { proposes: 'import-roll' },
  'roll.sheet': { proposes: 'import-roll' },
  'roll.preview': { proposes: 'import-roll' },
  'roll.callOff': { proposes: 'import-roll' },
  'roll.take': 'import-roll',
  'roll.undo': 'import-roll',
  'roll.classes': { proposes: 'import-roll' },
  'roll.pupil': 'import-roll',
  'schoolYear.view': { proposes: 'import-roll' },
  'schoolYear.take': 'import-roll',
  'yearTaps.view': 'tap-of-the-year',
  'yearTaps.missing': 'tap-of-the-year',
  'yearTaps.tap': 'tap-of-the-year',
  'yearTaps.undo': 'tap-of-the-year',
  'cards.preview': { proposes: 'import-roll' },
  'cards.take': 'import-roll',
  'photos.open': { proposes: 'import-roll' },
  'photos.take': 'import-roll',
  'list.export': ({ whole }) => (whole === null ? { masked: 'export-list' } : 'export-list'),
  'list.progress': ({ whole }) => (whole === null ? { masked: 'export-list' } : 'export-list'),
  'newCards.view': 'confirm-card-data',
  'newCards.class': 'confirm-card-data',
  'newCards.apply': 'apply-for-new-card',
  'newCards.withdraw': 'apply-for-new-card',
  'newCards.confirm': 'confirm-card-data',
  'newCards.dispute': 'confirm-card-data',
  'newCards.takeBack': 'confirm-card-data',
  'newCards.makeList': 'apply-for-new-card',
  'pack.classes': 'sign-class-pack',
  'pack.class': 'sign-class-pack',
  'pack.take': 'sign-class-pack',
  'paper.preview': ({ of }) => PAPER_RIGHTS[of],
  'paper.print': ({ of }) => PAPER_RIGHTS[of],
  'paper.save': ({ of }) => PAPER_RIGHTS[of],
  'case.page': 'report-loss',
  'case.lists': 'report-loss',
  'case.today': 'report-loss',
  'case.act': rightOf,
  'city.open': { proposes: 'take-city-file' },
  'city.take': 'take-city-file',
  'city.unmatched': { proposes: 'take-city-file' },
  'city.retry': 'take-city-file',
  'city.settle': 'take-city-file',
  'arrival.view': 'receive-and-hand-over',
  'arrival.openFile': 'receive-and-hand-over',
  'arrival.takeFile': 'receive-and-hand-over',
  'arrival.add': 'receive-and-hand-over',
  'arrival.drop': 'receive-and-hand-over',
  'arrival.receive': 'receive-and-hand-over',
  'arrival.damaged': 'receive-and-hand-over',
  'arrival.return': 'receive-and-hand-over',
  'arrival.undo': 'receive-and-hand-over',
  'search.find': 'search',
  'scan.look': 'search',
  'student.page': 'search',
  'student.educationId': 'tell-education-id',
  'student.history': 'reveal-field',
  'student.basis': 'record-basis',
  'names.compare': 'search',
  'names.toCheck': 'search',
  'care.view': 'see-care',
  'backup.now': 'manage-backups',
  'backup.copy': 'copy-backup',
  'backup.restore': 'restore',
  'recovery.bring': 'anyone',
  'sheet.make': 'renew-sheet',
  // Of this sign-in: both PINs were entered for the sheet, and a lock forgets it.
  'sheet.print': 'manage-backups',
  'sheet.confirm': 'manage-backups',
  'sheet.drop': 'manage-backups',
  'report.year': 'yearly-pack',
  'support.bundle': 'manage-backups',
  'privacy.view': 'see-care',
  'privacy.basis': 'manage-retention',
  'retention.change': 'manage-retention',
  'retention.run': 'manage-retention',
  'calendar.view': 'signed-in',
  'calendar.enterYear': 'enter-calendar',
  'calendar.dropYear': 'enter-calendar',
  'calendar.enterTerm': 'enter-calendar',
  'calendar.dropTerm': 'enter-calendar',
  'calendar.enterAnnouncement': 'enter-calendar',
  'calendar.dropAnnouncement': 'enter-calendar',
  'devices.view': 'signed-in',
  'devices.test': 'signed-in',
  'rehearsal.samples': 'signed-in',
  'rehearsal.tap': 'signed-in',
  'rehearsal.setClock': 'signed-in',
}

/** A slip, a class's list, an inquiry about what is overdue. */
const PAPER_RIGHTS: Readonly<Record<PaperWish['of'], Act>> = {
  slip: 'print-slip',
  'hand-over': 'sign-class-pack',
  inquiry: 'receive-and-hand-over',
}

/** What the person at the desk may set for their own eyes and ears; the rest is the administrator's. */
const COMFORT: Readonly<Record<keyof Settings, boolean>> = {
  language: true,
  volume: true,
  muted: true,
  clearAfterSeconds: false,
  kiosk: false,
  privacyMode: true,
  lockAfterMinutes: false,
}

function isComfort(change: Partial<Settings>): boolean {
  return (Object.keys(change) as (keyof Settings)[]).every((name) => COMFORT[name])
}

export function ruleOf<N extends RequestName>(name: N, args: Args<N>): ChannelRule {
  const rule: ChannelRule | ((args: Args<N>) => ChannelRule) = CHANNEL_RIGHTS[name]
  return typeof rule === 'function' ? rule(args) : rule
}
