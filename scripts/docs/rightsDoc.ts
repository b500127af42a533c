import { CHANNEL_RIGHTS, type ChannelRule } from '../../core/channelRights.ts'
import { REQUEST_NAMES } from '../../core/requestNames.ts'
import { ACTS, grantOf, type Act, type Grant, type Need, type Scope } from '../../core/rights.ts'
import { ROLES, type Role } from '../../core/staff.ts'
import { markdownTable } from './markdownTable.ts'

/** docs/rights.md, written from core/rights.ts and core/channelRights.ts. */
export function rightsDoc(): string {
  return [
    '# Who may do what',
    '',
    'Written from `core/rights.ts` and `core/channelRights.ts` by `npm run docs`; a test holds them together. The',
    "law is domain.md 5.8. Each request of the page is decided in main, by the channel's act and the roles of",
    'whoever is signed in (`electron/allowed.ts`); a role without an entry may not.',
    '',
    markdownTable(
      ['act', ...ROLES.map((role) => ROLE_NAMES[role])],
      ACTS.map((act) => [
        `${ACT_NAMES[act]} · \`${act}\``,
        ...ROLES.map((role) => cell(grantOf([role], act))),
      ]),
    ),
    '',
    '- **own class**, **own event**: only of the pupils of that class or event. Until an answer can be narrowed to them, it is refused.',
    '- **reason**: a reason is chosen or written, and kept. **PIN**: the PIN once more. **masked**: names as 张\\*, numbers as tails.',
    '- **agreement**: proposed, and done when a supervisor agrees. **two people**: an administrator and a supervisor, or 单人办理.',
    '',
    '## What each request takes',
    '',
    markdownTable(
      ['request', 'takes'],
      REQUEST_NAMES.map((name) => [`\`${name}\``, channelCell(CHANNEL_RIGHTS[name])]),
    ),
    '',
  ].join('\n')
}

const ROLE_NAMES: Readonly<Record<Role, string>> = {
  clerk: 'clerk 经办人',
  'class-teacher': 'class teacher 班主任',
  'check-in-helper': 'check-in helper 签到员',
  supervisor: 'supervisor 卡管员',
  administrator: 'administrator 管理员',
}

const ACT_NAMES: Readonly<Record<Act, string>> = {
  tap: 'tap, and see whose card it is',
  search: 'search a pupil, open their page',
  'tell-education-id': 'look up a 教育ID for a parent',
  'reveal-field': 'reveal a masked field',
  'report-loss': '挂失',
  'lift-loss': '解挂, not yet replaced',
  'lift-loss-of-replaced': '解挂 of a replaced card',
  'override-verdict': 'override a verdict',
  'apply-for-reissue': '补卡 application',
  'apply-for-new-card': '新生制卡 application, list for the city',
  'claim-payment': 'mark 已完成支付',
  'take-city-file': 'take what the city tells of payments',
  'waive-fee': 'waive the fee, damaged card',
  'receive-and-hand-over': '到卡, 领卡, class pack',
  'sign-class-pack': 'sign for and return a class pack',
  'confirm-card-data': '制卡信息确认 on behalf',
  'bind-first-card': '首次绑卡',
  'rebind-card': '把别人的卡改绑',
  'take-found-card': 'found box',
  'tap-of-the-year': '学年刷卡, 离校刷卡',
  'edit-event': 'edit the roster of an event',
  'check-in': 'check in',
  'undo-check-in-late': 'undo a check-in after 5 minutes',
  'exam-mode': 'start and end the exam mode',
  'undo-own-act': 'undo an own act within 5 minutes',
  'print-slip': 'print a slip',
  'export-list': 'print or export a list',
  'import-roll': 'import roll or photos, and undo it',
  'enter-calendar': 'enter calendars and announcements',
  'close-day': 'close the day',
  'decide-parked': 'decide what the city refused',
  'export-queue': 'carry the queue on a USB stick',
  'manage-staff': 'people and devices',
  'lift-tries': 'ten wrong PINs forgiven',
  'read-log': 'the log of acts and looks',
  'lift-log-notice': 'answer for a log that was changed',
  'see-care': 'state of backups, disk and keys',
  'yearly-pack': 'the yearly pack (Minors Regulations art. 37)',
  'record-basis': 'consent given or withdrawn',
  'manage-backups': 'backups',
  'copy-backup': 'copy a backup to a stick',
  'renew-sheet': 'recovery key: a new sheet',
  'manage-retention': 'retention',
  'change-settings': 'settings, readers, printers',
  restore: 'restore',
}

const SCOPES: Readonly<Record<Scope, string>> = {
  school: 'yes',
  'own-class': 'own class',
  'own-event': 'own event',
}

const NEEDS: Readonly<Record<Need, string>> = {
  reason: 'reason',
  're-auth': 'PIN',
  'chip-matches': 'the chip must match',
  'parent-named': 'the parent named',
  masked: 'masked',
  agreement: 'agreement',
  'two-people': 'two people',
}

function cell(grant: Grant | null): string {
  if (grant === null) return '–'
  return [SCOPES[grant.scope], ...grant.needs.map((need) => NEEDS[need])].join(', ')
}

function channelCell(rule: ChannelRule | ((...args: never[]) => ChannelRule)): string {
  if (typeof rule === 'function') return 'by what is asked: see `core/channelRights.ts`'
  if (rule === 'anyone') return 'anyone, also signed out'
  if (rule === 'signed-in') return 'whoever is signed in'
  if (typeof rule === 'string') return `\`${rule}\``
  return 'masked' in rule
    ? `\`${rule.masked}\`, names masked`
    : `\`${rule.proposes}\`, also where it is only proposed`
}
