import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AuditEntry } from '../../../core/audit.ts'
import type { Args, RequestName } from '../../../core/contract.ts'
import type { ListSaved } from '../../../core/listRequests.ts'
import type { Role } from '../../../core/staff.ts'
import { pupilsOnRoll } from '../../../db/students.ts'
import { checkRight } from '../../../electron/allowed.ts'
import type { DeskParts } from '../../../electron/deskFace.ts'
import { handlersOf } from '../../../electron/handlers.ts'
import { afterThisTest } from '../../helpers/afterThisTest.ts'
import { unzip } from '../../helpers/unzip.ts'
import { deskParts, openDesk } from '../openDesk.ts'
import { everything, signInAs, whoIs } from '../signIn.ts'

/** A small school's desk, and the folder somebody chooses for what leaves it. */
export async function leavingDesk(change: Partial<DeskParts> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'leaving-'))
  afterThisTest(() => rmSync(folder, { recursive: true, force: true }))
  const { hands } = deskParts(folder, [])
  const made = await openDesk(['--students', '300'], {
    hands: { ...hands, chooseFolder: () => Promise.resolve(folder) },
    ...change,
  })
  const { desk } = made
  const db = made.db()

  /** As the page asks: checked by right and by its arguments, then done. */
  async function ask<N extends 'list.export' | 'list.progress'>(
    name: N,
    args: Args<N>,
  ): Promise<ListSaved> {
    checkRight(desk.asking(), name, args)
    const { args: checked, answer } = handlersOf(desk)[name as RequestName]
    return answer(checked.parse(args) as never) as Promise<ListSaved>
  }

  return {
    ...made,
    folder,
    db,
    ask,
    save: (part: Partial<Args<'list.export'>> = {}) =>
      ask('list.export', {
        ...{ list: 'roll', ofId: null, form: 'csv', whole: null, language: 'zh-CN' },
        ...part,
      }),
    /** a card of the first pupil is expected. @returns the delivery list */
    expected(): string {
      const whose = { educationId: null, studentId: pupilsOnRoll(db)[0]?.id ?? '' }
      const row = { deliveryId: null, rowId: null, ...whose, printedNumber: '' }
      const answer = desk.acts.arrivals.add(row)
      if (answer.kind === 'refused') throw new Error(answer.why)
      return answer.view.deliveryId ?? ''
    },
    async as(...roles: readonly Role[]) {
      desk.lock('asked')
      await signInAs(desk, whoIs(...roles))
    },
    /** the class teacher of these classes */
    async asTeacherOf(...classes: readonly string[]) {
      const { id, name, roles } = teacherLine(desk.people.list())
      desk.people.change({ id, name, roles, classes, needsCard: false })
      desk.lock('asked')
      await signInAs(desk, whoIs('class-teacher'))
    },
    confirm: () => desk.signing.confirm(everything.pin),
    files: () => readdirSync(folder),
    /** the newest file, as lines of fields */
    csv(name = readdirSync(folder)[0] ?? '') {
      const text = readFileSync(join(folder, name), 'utf8')
      return { text, lines: text.slice(1).split('\r\n').slice(0, -1) }
    },
    xlsx: (name = readdirSync(folder)[0] ?? '') => unzip(readFileSync(join(folder, name))),
    /** rows of the log about lists that left */
    left: () =>
      (db.prepare('SELECT sealed FROM audit ORDER BY seq').all() as { readonly sealed: string }[])
        .map(({ sealed }) => JSON.parse(sealed) as AuditEntry)
        .filter(({ kind }) => kind === 'list-exported')
        .map(({ about, reason, operatorId }) => ({ about, reason, operatorId })),
  }
}

function teacherLine(people: readonly { id: string; name: string; roles: readonly Role[] }[]) {
  const found = people.find(({ id }) => id === whoIs('class-teacher').id)
  if (found === undefined) throw new Error('Nobody is class teacher.')
  return found
}
