import type {
  BroughtAnswer,
  CareView,
  CopyAnswer,
  PrivacyView,
  RestoreAnswer,
  SavedFiles,
} from '../../core/care.ts'
import type { SheetAnswer } from '../../core/signIn.ts'
import { careView, privacyView } from './careBuilders.ts'
import type { Handlers } from './fakeKiosk.ts'

type Names =
  | 'care.view'
  | `backup.${'now' | 'copy' | 'restore'}`
  | 'recovery.bring'
  | 'report.year'
  | 'support.bundle'
  | `privacy.${'view' | 'basis'}`
  | `retention.${'change' | 'run'}`

/** Backups, the last recovery, the legal basis and what has had its time. */
export class FakeCare {
  view: CareView = careView()
  rules: PrivacyView = privacyView()
  restored: RestoreAnswer = { kind: 'restored' }
  copied: CopyAnswer = { kind: 'copied', name: '000031-hourly' }
  brought: BroughtAnswer | SheetAnswer = { kind: 'restored' }
  saved: SavedFiles = { kind: 'saved', names: ['年度审计材料-2026.pdf', '年度审计材料-2026.xlsx'] }
  /** a backup is ready when this is; at once, if nobody says otherwise */
  made: Promise<void> = Promise.resolve()
  /** as the desk does while it restores */
  onRestore: () => void = () => undefined

  readonly handlers: Pick<Handlers, Names> = {
    'care.view': () => this.view,
    'backup.now': async () => {
      await this.made
      const [newest] = careView().backups
      if (newest) this.view = { ...this.view, backups: [newest, ...this.view.backups] }
      return this.view
    },
    'backup.copy': async () => {
      await this.made
      return this.copied
    },
    'backup.restore': () => {
      this.onRestore()
      return this.restored
    },
    'recovery.bring': () => this.brought,
    'report.year': () => this.saved,
    'support.bundle': () => this.saved,
    'privacy.view': () => this.rules,
    'privacy.basis': ({ ground }) => {
      const recorded = { rulesVersion: this.rules.rulesVersion, recordedAt: 0, recordedBy: null }
      this.rules = { ...this.rules, basis: { ground, ...recorded } }
      return this.rules
    },
    'retention.change': (change) => {
      const retention = this.rules.retention.map((line) => ({
        ...line,
        months: change[line.of] ?? line.months,
      }))
      this.rules = { ...this.rules, retention }
      return this.rules
    },
    'retention.run': () => {
      const retention = this.rules.retention.map((line) => ({ ...line, due: 0 }))
      this.rules = { ...this.rules, retention }
      return this.rules
    },
  }
}
