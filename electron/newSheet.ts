import type { AuditAct } from '../core/audit.ts'
import { DeskError } from '../core/errors.ts'
import type { NewSheetAnswer, RecoverySheet } from '../core/signIn.ts'
import { writing } from '../db/writing.ts'
import { fitsSheet, freshSheet } from './keys/freshSheet.ts'
import { recoveryFor } from './keys/keyRing.ts'
import { logged, type Log } from './log.ts'
import { reasonHere } from './reasonHere.ts'
import type { OpenSchool } from './school.ts'

export interface NewSheetParts {
  /** @throws DeskError while no school is open */
  readonly school: () => OpenSchool
  readonly audit: (act: AuditAct) => void
  readonly print: () => Promise<boolean>
  /** with the keys as they are by then. @param alone the older backups go for it */
  readonly backUp: (alone: boolean) => Promise<unknown>
  readonly log: Log
}

export interface NewSheetWish {
  readonly reason: string
  /** somebody may have copied the present one: the backups it opens go with it */
  readonly copied: boolean
}

/**
 * A recovery sheet in the place of the present one, which stands until three characters of the new one
 * were typed: its private half is in this memory alone, for the sign-in it was made in.
 */
export interface NewSheet {
  /** another one each time */
  make(wish: NewSheetWish): RecoverySheet
  /** false: called off, or there is none */
  print(): Promise<boolean>
  /** @throws DeskError; then the former one stands, and this one can be tried again */
  confirm(characters: readonly string[]): Promise<NewSheetAnswer>
  forget(): void
}

interface Made extends NewSheetWish {
  readonly sheet: RecoverySheet
  readonly publicKey: Uint8Array
}

export function newSheet(parts: NewSheetParts): NewSheet {
  let made: Made | null = null

  /**
   * The row is taken back where the key file cannot be written, and the key file where the row cannot.
   * A power cut between the two leaves the new sheet without its row: it is in somebody's hand by then,
   * whereas a row of a sheet that opens nothing could have the one thrown away that does.
   */
  function replace({ sheet, publicKey, reason }: Made): void {
    const { data, keeper, dataKey } = parts.school()
    const former = keeper.ring().recovery
    try {
      writing(data.db, 'The recovery sheet was not renewed', () => {
        parts.audit({
          kind: 'recovery-sheet-renewed',
          studentId: null,
          about: sheet.fingerprint,
          reason: reasonHere(data.db, reason),
        })
        keeper.keepRecovery(recoveryFor(publicKey, dataKey))
      })
    } catch (thrown) {
      if (keeper.ring().recovery !== former) keeper.keepRecovery(former)
      throw thrown
    }
  }

  return {
    make(wish) {
      made = { ...wish, ...freshSheet() }
      return made.sheet
    },
    print: () => (made === null ? Promise.resolve(false) : parts.print()),
    async confirm(typed) {
      if (made === null) throw new DeskError('internal', 'No recovery sheet was made.')
      if (!fitsSheet(made.sheet, typed)) return { kind: 'wrong' }
      replace(made)
      const { copied } = made
      made = null
      try {
        await parts.backUp(copied)
        return { kind: 'renewed', backedUp: true }
      } catch (thrown) {
        parts.log('backup-failed', logged(thrown))
        return { kind: 'renewed', backedUp: false }
      }
    },
    forget() {
      made = null
    },
  }
}
