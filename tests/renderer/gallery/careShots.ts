import type { BroughtAnswer, CareView, PrivacyView } from '../../../core/care.ts'
import type { BasisState } from '../../../core/legalBasis.ts'
import { MONDAY } from '../builders.ts'
import {
  BACKUPS,
  careView,
  DUE,
  FROM_NOTHING,
  NOTHING_LOST,
  privacyView,
  recovery,
} from '../careBuilders.ts'
import type { FakeKiosk } from '../fakeKiosk.ts'
import { HISTORIES, TIMELINE } from '../pupils.ts'
import type { Shot } from './shots.ts'

const DESK = [1366, 768] as const
/** 1366×768 at 125 % */
const NEAR = [1093, 614] as const
const BOTH = 'notices=key-exception,rehearsal-runtime'

const CARE: Readonly<Record<string, CareView>> = {
  lost: careView({ recovered: recovery() }),
  'nothing-lost': careView({ recovered: NOTHING_LOST, uncleanStops: 0 }),
  'from-nothing': careView({ recovered: FROM_NOTHING }),
  bad: careView({
    backups: BACKUPS.filter(({ fault }) => fault !== null),
    backupLate: true,
    diskLow: true,
    freeBytes: 640_000_000,
    keyStore: null,
    keyException: true,
    folder: 'C:\\ProgramData\\student-card-desk\\school',
  }),
  renewed: careView({
    backups: BACKUPS.map((one, n) => ({ ...one, sheet: n === 0 ? 'present' : 'former' })),
    sheet: '7c1e90ab',
  }),
  rehearsal: careView({ keyStore: null }),
  none: careView({ backups: [], backupLate: true, freeBytes: null }),
}

const RULES: Readonly<Record<string, PrivacyView>> = {
  due: { ...DUE, withoutBasis: 7 },
  unset: privacyView({ basis: null, withoutBasis: 100 }),
  clock: { ...DUE, clockRefused: true },
  outdated: privacyView({ rulesVersion: 2, withoutBasis: 100 }),
}

const BASES: Readonly<Record<string, BasisState>> = {
  consented: { kind: 'recorded', by: 'pupil' },
  missing: { kind: 'missing', need: 'guardian-consent' },
  'no-school': { kind: 'missing', need: 'school-basis' },
  renewal: { kind: 'needs-renewal', why: 'of-age', need: 'own-consent' },
  withdrawn: { kind: 'withdrawn', at: MONDAY, dutyRemains: true },
}

const BRING = 'sheet-characters=春眠不觉 晓处闻啼 鸟夜来風,bring-name=赵磊,bring-pin=730255'
const SENT = `${BRING},bring-pin-again=730255,bring-go`
const REASON = 'restore-reason=学生资料显示不全'
const SHEET = 'new-sheet-open,new-sheet-reason=原来的那张找不到了'
const TYPED = 'first-run-next,asked-3=不,asked-11=来,asked-20=白'

const STATES: Readonly<Record<string, string>> = {
  'history-asked': 'pupil=good&press=show-history',
  'history-shown': 'pupil=good&press=show-history,look-card',
  'history-none': 'pupil=no-card&press=show-history,look-card',
  'basis-missing': 'pupil=good&basis=missing&press=basis-consent',
  'basis-renewal': 'pupil=twin&basis=renewal',
  'basis-no-school': 'pupil=good&basis=no-school',
  'basis-withdraw': 'pupil=good&basis=consented&press=basis-withdraw',
  'basis-withdrawn': 'pupil=good&basis=withdrawn',
  care: 'screen=care',
  'care-lost': 'screen=care&care=lost',
  'care-nothing-lost': 'screen=care&care=nothing-lost',
  'care-from-nothing': 'screen=care&care=from-nothing',
  'care-bad': 'screen=care&care=bad',
  'care-none': 'screen=care&care=none',
  'care-restore': `screen=care&press=backup-restore,${REASON}`,
  'care-restore-missing': 'screen=care&press=backup-restore,restore-go',
  'care-second': `screen=care&refused=backup.restore:second-person-needed&press=backup-restore,${REASON},restore-go`,
  'care-restored': `screen=care&locks=on&press=backup-restore,${REASON},restore-go`,
  'care-sheet-asked': `screen=care&press=${SHEET},new-sheet-copied`,
  'care-sheet': `screen=care&press=${SHEET},new-sheet-go`,
  'care-sheet-check': `screen=care&press=${SHEET},new-sheet-go,first-run-next`,
  'care-sheet-done': `screen=care&care=renewed&press=${SHEET},new-sheet-go,${TYPED},first-run-confirm`,
  'care-copied': 'screen=care&press=backup-copy',
  'care-copy-full': 'screen=care&refused=backup.copy:db-full&press=backup-copy',
  'care-rehearsal': 'screen=care&care=rehearsal',
  'care-saved': 'screen=care&press=support-bundle',
  'care-supervisor': 'screen=care&care=lost&roles=supervisor',
  privacy: 'screen=privacy',
  'privacy-due': 'screen=privacy&rules=due',
  'privacy-run': 'screen=privacy&rules=due&press=retention-run',
  'privacy-done': 'screen=privacy&rules=due&press=retention-run,retention-run-sure',
  'privacy-unset': 'screen=privacy&rules=unset',
  'privacy-clock': 'screen=privacy&rules=clock',
  'privacy-outdated': 'screen=privacy&rules=outdated',
  'privacy-supervisor': 'screen=privacy&rules=due&roles=supervisor',
  'privacy-saved': 'screen=privacy&press=report-year',
  'log-report': 'screen=log&press=report-year',
  'bring-empty': 'first=yes&press=bring',
  'bring-trouble': 'trouble=db-ruined',
  'bring-occupied': `trouble=key-missing&brought=occupied&press=bring,${SENT}`,
  'bring-missing': 'first=no&press=bring,bring-go',
  'bring-ruined': `first=yes&brought=ruined&press=bring,${SENT}`,
}

function shots(mark: string, language: string): readonly Shot[] {
  return Object.entries(STATES).flatMap(([name, query]) => [
    { name: `${mark}keep-${name}`, query: `${query}&lang=${language}`, size: DESK },
    { name: `${mark}keep-${name}-near`, query: `${query}&lang=${language}&${BOTH}`, size: NEAR },
  ])
}

export const CARE_SHOTS = [...shots('', 'zh-CN'), ...shots('en-', 'en')]

/** Backups, rules, basis and history of the fake desk, before the page is made. */
export function prepareCare(kiosk: FakeKiosk, asked: URLSearchParams): void {
  const word = (name: string) => asked.get(name) ?? ''
  const { care } = kiosk
  care.view = CARE[word('care')] ?? careView()
  care.rules = RULES[word('rules')] ?? privacyView()
  care.saved = {
    kind: 'saved',
    names:
      word('screen') === 'care'
        ? ['支持日志-2026-10-12.zip']
        : ['pdf', 'xlsx'].map((end) => `未成年人个人信息保护合规审计材料-2026.${end}`),
  }
  if (word('brought') !== '') care.brought = { kind: word('brought') } as BroughtAnswer
  if (word('locks') !== '') care.onRestore = () => kiosk.signing.lock('start')
  const [name, code] = word('refused').split(':')
  if (name && code) kiosk.refuse.set(name as 'backup.restore', code as 'second-person-needed')
  kiosk.history = HISTORIES[word('pupil')] ?? TIMELINE
  const basis = BASES[word('basis')]
  if (basis && kiosk.page) kiosk.page = { ...kiosk.page, basis }
}
