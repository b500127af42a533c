import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { DeskError } from '../core/errors.ts'
import { checkPin, isPassphrase, normalisedPin } from '../core/pin.ts'
import type { FirstPerson } from '../core/sheetRequests.ts'
import type { FirstRunAnswer, RecoverySheet } from '../core/signIn.ts'
import type { Role } from '../core/staff.ts'
import { appendAudit } from '../db/audit.ts'
import { dbError } from '../db/dbError.ts'
import { syncFolder } from '../db/durableFile.ts'
import { addOperator, setAlone } from '../db/operators.ts'
import { writing } from '../db/writing.ts'
import type { Clock } from './clock.ts'
import { fitsSheet, freshSheet } from './keys/freshSheet.ts'
import {
  FIRST_PIN,
  keepNewKeys,
  makeNewKeys,
  newDataKey,
  type KeptLater,
  type Keyed,
} from './keys/newKeys.ts'
import { closeLocalData, openLocalData, type DataPlace } from './localData.ts'
import { momentOf } from './session.ts'
import type { Vault } from './vault.ts'

export interface FirstRunWish {
  readonly administrator: FirstPerson
  readonly supervisor: FirstPerson
  readonly alone: boolean
  readonly exception: boolean
}

/** The first run of a real school: two people, the recovery sheet, and only then anything on the disk. */
export interface FirstRun {
  begin(wish: FirstRunWish): Promise<FirstRunAnswer>
  /** the sheet that is waiting for its characters; null: none */
  sheet(): RecoverySheet | null
  /** @returns false: these are not the characters asked for. true: the school is made. */
  confirm(characters: readonly string[]): boolean
}

export interface FirstRunParts {
  readonly place: DataPlace
  readonly vault: Vault
  readonly clock: Clock
  readonly bootId: string
}

interface Begun {
  readonly sheet: RecoverySheet
  readonly dataKey: Uint8Array
  readonly keys: KeptLater
  readonly people: readonly Keyed[]
  readonly wish: FirstRunWish
}

export function firstRun(parts: FirstRunParts): FirstRun {
  let begun: Begun | null = null

  return {
    async begin(wish) {
      if (parts.vault.backend === null && !wish.exception) return { kind: 'exception-needed' }
      const refused = refusedPin(wish, parts.vault.backend === null)
      if (refused !== null) return refused
      const dataKey = newDataKey()
      const { sheet, publicKey } = freshSheet()
      const people = [
        keyed(wish.administrator, 'administrator'),
        keyed(wish.supervisor, 'clerk', 'supervisor'),
      ]
      const exception = parts.vault.backend === null
      const keys = await makeNewKeys(
        { people, dataKey, recoveryPublicKey: publicKey, exception },
        parts.vault,
      )
      begun = { sheet, dataKey, keys, people, wish }
      return { kind: 'sheet', sheet }
    },
    sheet: () => begun?.sheet ?? null,
    confirm(typed) {
      if (begun === null) throw new DeskError('internal', 'The first run was not begun.')
      if (!fitsSheet(begun.sheet, typed)) return false
      makeSchool(parts, begun)
      begun = null
      return true
    },
  }
}

const keyed = ({ name, pin }: FirstPerson, ...roles: readonly Role[]): Keyed => ({
  id: uuidv7(),
  name,
  roles,
  pin,
})

function refusedPin(
  { administrator, supervisor }: FirstRunWish,
  passphrases: boolean,
): FirstRunAnswer | null {
  for (const [person, { pin }] of [administrator, supervisor].entries()) {
    const check = checkPin(pin)
    if (check.kind === 'refused') return { kind: 'pin-refused', person, reason: check.reason }
    if (passphrases && !isPassphrase(pin))
      return { kind: 'pin-refused', person, reason: 'passphrase-needed' }
  }
  return normalisedPin(administrator.pin) === normalisedPin(supervisor.pin)
    ? { kind: 'pin-refused', person: 1, reason: 'same-as-other' }
    : null
}

/**
 * In a folder beside, which then takes the name: a power cut leaves a first run that was never made, or
 * a whole school. @throws DeskError
 */
function makeSchool({ place, clock, bootId }: FirstRunParts, begun: Begun): void {
  const fresh = { ...place, folder: `${place.folder}.new` }
  try {
    rmSync(fresh.folder, { recursive: true, force: true })
    mkdirSync(fresh.folder, { recursive: true, mode: 0o700 })
    const data = openLocalData(fresh, begun.dataKey, { deviceId: uuidv7(), madeAt: clock.now() })
    try {
      writing(data.db, 'The people of the desk were not stored', () => {
        for (const { id, name, roles } of begun.people) {
          addOperator(data.db, { id, name, roles, classes: [] }, FIRST_PIN, clock.now())
          audit('operator-added', id)
        }
        setAlone(data.db, begun.wish.alone)
        audit('key-made', begun.sheet.fingerprint)
        if (begun.keys.ring.exception) audit('key-exception', begun.people[0]?.id ?? null)
      })
      data.anchor.keep()
    } finally {
      data.stops.closed()
      closeLocalData(data)
    }
    keepNewKeys(fresh.folder, begun.keys)
    if (existsSync(place.folder) && readdirSync(place.folder).length === 0) rmdirSync(place.folder)
    renameSync(fresh.folder, place.folder)
    syncFolder(dirname(place.folder))

    function audit(kind: 'operator-added' | 'key-made' | 'key-exception', about: string | null) {
      const moment = { ...momentOf(null, clock, bootId), operatorId: begun.people[0]?.id ?? null }
      const reason = begun.wish.alone ? 'alone' : null
      appendAudit(data.db, { kind, studentId: null, about, reason }, moment)
    }
  } catch (thrown) {
    throw dbError(thrown, 'The school was not made')
  }
}
