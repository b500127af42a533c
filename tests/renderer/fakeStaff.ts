import type { AuditEntry } from '../../core/audit.ts'
import type { AuditCheckShown, AuditPage } from '../../core/contract.ts'
import type { StaffLine } from '../../core/staff.ts'
import type { Handlers } from './fakeKiosk.ts'
import { newPin } from './fakeSigning.ts'
import { STAFF_LINES } from './people.ts'

type Names =
  | `staff.${'list' | 'add' | 'change' | 'end' | 'setPin' | 'lift' | 'bindCard' | 'unbindCard' | 'classes'}`
  | `audit.${'page' | 'check' | 'lift'}`

/** The people of the desk and its log. */
export class FakeStaff {
  staff: readonly StaffLine[] = STAFF_LINES
  classes: readonly string[] = ['一年级1班', '三年级1班', '三年级2班', '六年级4班']
  /** newest first */
  entries: readonly AuditEntry[] = []
  /** of the entries; who is on the list is known anyway */
  names: Readonly<Record<string, string>> = {}
  pupils: AuditPage['pupils'] = {}
  check: AuditCheckShown = { kind: 'ok', rows: 1203 }
  /** whose staff card is waited for */
  binding: string | null = null

  readonly handlers: Pick<Handlers, Names> = {
    'staff.list': () => this.staff,
    'staff.add': ({ name, roles, classes, pin }) => {
      const answer = newPin(pin)
      const fresh = { state: 'active', locked: false, hasCard: false, needsCard: false } as const
      const id = `added-${this.staff.length}`
      if (answer.kind === 'set')
        this.staff = [...this.staff, { id, name, roles, classes, ...fresh }]
      return answer
    },
    'staff.change': ({ operatorId, ...part }) => this.#change(operatorId, part),
    'staff.end': ({ operatorId }) => this.#change(operatorId, { state: 'ended' }),
    'staff.setPin': ({ operatorId, pin }) => {
      const answer = newPin(pin)
      if (answer.kind === 'set') this.#change(operatorId, { state: 'active', locked: false })
      return answer
    },
    'staff.lift': ({ operatorId }) => this.#change(operatorId, { locked: false }),
    'staff.bindCard': ({ operatorId }) => {
      this.binding = operatorId
      return null
    },
    'staff.unbindCard': ({ operatorId }) =>
      this.#change(operatorId, { hasCard: false, needsCard: false }),
    'staff.classes': () => this.classes,
    'audit.page': ({ before, operatorId, kinds, limit }) => {
      const fitting = this.entries.filter(
        (one) =>
          (before === null || one.seq < before) &&
          (operatorId === null || one.operatorId === operatorId) &&
          (kinds === null || kinds.includes(one.kind)),
      )
      const known = Object.fromEntries(this.staff.map(({ id, name }) => [id, name]))
      return {
        entries: fitting.slice(0, limit),
        names: { ...known, ...this.names },
        pupils: this.pupils,
        more: fitting.length > limit,
      }
    },
    'audit.check': () => this.check,
    'audit.lift': () => null,
  }

  /** The card that was waited for is laid down. */
  layStaffCard(): void {
    if (this.binding !== null) this.#change(this.binding, { hasCard: true })
    this.binding = null
  }

  #change(operatorId: string, part: Partial<StaffLine>): null {
    this.staff = this.staff.map((one) => (one.id === operatorId ? { ...one, ...part } : one))
    return null
  }
}
