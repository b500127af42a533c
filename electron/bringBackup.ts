import { existsSync } from 'node:fs'
import { v7 as uuidv7 } from 'uuid'
import type { AuditAct, AuditMoment } from '../core/audit.ts'
import type { BroughtAnswer } from '../core/care.ts'
import { errorCode } from '../core/errors.ts'
import type { SheetAnswer } from '../core/signIn.ts'
import { appendAudit } from '../db/audit.ts'
import { addOperator } from '../db/operators.ts'
import { writing } from '../db/writing.ts'
import { openBackupBox } from './backups/restore.ts'
import type { Clock } from './clock.ts'
import type { DeskWork } from './deskWork.ts'
import { FIRST_PIN, keepNewKeys, makeNewKeys } from './keys/newKeys.ts'
import { keyOfWords } from './keys/recoveryWords.ts'
import { publicKeyOf } from './keys/sealedBox.ts'
import { databaseFile, openKeyed, type DataPlace } from './localData.ts'
import { refusal } from './people.ts'
import { proveKey } from './recovery/keyProof.ts'
import type { Vault } from './vault.ts'

export interface BringParts {
  readonly place: DataPlace
  readonly vault: Vault
  readonly clock: Clock
  readonly work: Pick<DeskWork, 'restoreElsewhere' | 'recover'>
  readonly chooseFolder: () => Promise<string | null>
  readonly moment: () => AuditMoment
}

export interface BroughtWish {
  readonly characters: string
  /** of the new administrator and supervisor of this computer */
  readonly name: string
  readonly pin: string
}

/**
 * A backup brought to a computer that has no data: the recovery sheet opens it, and this computer's key
 * store keeps the data key from now on. Whoever holds the sheet becomes administrator and supervisor; the
 * others get new PINs from them.
 *
 * @throws DeskError
 */
export async function bringBackup(
  parts: BringParts,
  { characters, name, pin }: BroughtWish,
): Promise<BroughtAnswer | SheetAnswer> {
  const { place, vault, clock } = parts
  const typed = keyOfWords(characters)
  if (typed.kind !== 'key') return typed
  const { privateKey } = typed
  const exception = vault.backend === null
  const reason = refusal(pin, exception)
  if (reason !== null) return { kind: 'pin-refused', reason }
  const backupFolder = await parts.chooseFolder()
  if (backupFolder === null) return { kind: 'called-off' }
  const opened = await openedData(parts, backupFolder, privateKey)
  if (opened.kind !== 'opened') return opened
  const { dataKey } = opened
  const person = { id: uuidv7(), name, roles: ['supervisor', 'administrator'] as const, pin }
  const recoveryPublicKey = publicKeyOf(privateKey)
  const keys = await makeNewKeys({ people: [person], dataKey, recoveryPublicKey, exception }, vault)
  keepNewKeys(place.folder, keys)
  const db = openKeyed(place, dataKey)
  try {
    writing(db, 'The person was not added', () => {
      addOperator(db, { ...person, classes: [] }, FIRST_PIN, clock.now())
      const act: AuditAct = {
        kind: 'key-recovered',
        studentId: null,
        about: person.id,
        reason: null,
      }
      const itself = { ...parts.moment(), operatorId: person.id }
      appendAudit(db, act, itself)
      if (exception) appendAudit(db, { ...act, kind: 'key-exception' }, itself)
    })
  } finally {
    db.close()
  }
  return { kind: 'restored' }
}

type OpenedData =
  | { readonly kind: 'opened'; readonly dataKey: Uint8Array }
  | Extract<BroughtAnswer, { readonly kind: 'wrong-sheet' | 'ruined' | 'occupied' }>

/**
 * Where there are data already, and only their keys are lost, the backup gives no more than its key; data of
 * another school are not touched.
 */
async function openedData(
  parts: BringParts,
  backupFolder: string,
  privateKey: Uint8Array,
): Promise<OpenedData> {
  const { place } = parts
  const [moment, newDeviceId] = [parts.moment(), uuidv7()]
  if (!existsSync(databaseFile(place.folder))) {
    const job = { place, backupFolder, privateKey, moment, newDeviceId }
    const restored = await parts.work.restoreElsewhere(job)
    if (restored.kind === 'wrong-key') return { kind: 'wrong-sheet' }
    return restored.kind === 'restored' ? { kind: 'opened', dataKey: restored.dataKey } : restored
  }
  const box = openBackupBox(backupFolder, privateKey)
  if (box.kind === 'wrong-key') return { kind: 'wrong-sheet' }
  if (box.kind === 'ruined') return box
  const { dataKey: key } = box
  if (proveKey(place.folder, key) !== 'fits') return { kind: 'occupied' }
  try {
    openKeyed(place, key).close()
  } catch (thrown) {
    if (errorCode(thrown) !== 'db-ruined') throw thrown
    await parts.work.recover({ place, key, moment, newDeviceId })
  }
  return { kind: 'opened', dataKey: key }
}
