import { v7 as uuidv7 } from 'uuid'
import type { Outcome } from '../../core/confirmation.ts'
import type { ActToStore } from '../../db/acts.ts'
import { openApplication, withdrawApplication } from '../../db/applicationActs.ts'
import { getApplication, openApplicationOf } from '../../db/applications.ts'
import { bindCard, unbindCard } from '../../db/bindings.ts'
import { cardDataNow, markOf } from '../../db/cardData.ts'
import { makeCardList } from '../../db/cardLists.ts'
import { recordConfirmation, takeConfirmationBack } from '../../db/confirmations.ts'
import type { Database } from '../../db/database.ts'
import { setPhoto, storePicture } from '../../db/photos.ts'
import { MOMENT, RECORDER } from './testDbTaps.ts'

export const CLERK = 'operator-1'
export const YES: Outcome = { kind: 'confirmed', said: { by: 'student' } }
export const WRONG_NAME: Outcome = {
  ...{ kind: 'disputed', evidence: '户口簿', items: [{ field: 'name', right: '王晓明' }] },
  said: { by: 'parent', name: '王刚', relation: 'father' },
}

export function byClerk(operatorId = CLERK, at = MOMENT.recordedAt): ActToStore {
  return {
    cmdId: uuidv7(),
    recorder: { ...RECORDER, operatorId },
    moment: { ...MOMENT, recordedAt: at },
    audit: { at, bootId: 'boot', operatorId, purpose: 'desk' },
  }
}

export function apply(db: Database, studentId: string, act = byClerk()) {
  const command = { applicationId: uuidv7(), studentId, kind: 'new' } as const
  return { ...command, decision: openApplication(db, { ...act, command }) }
}

export const withdraw = (
  db: Database,
  applicationId: string,
  reason: string | null = null,
  act = byClerk(),
) => withdrawApplication(db, { ...act, applicationId, reason })

/** Of the data as they are now. */
export function say(db: Database, applicationId: string, outcome = YES, act = byClerk()) {
  const studentId = getApplication(db, applicationId)?.studentId ?? ''
  const now = cardDataNow(db, studentId)
  const seen = now === null ? '' : markOf(now.data)
  return recordConfirmation(db, { ...act, applicationId, outcome, seen })
}

export const takeBack = (
  db: Database,
  applicationId: string,
  reason: string | null = null,
  act = byClerk(),
) => takeConfirmationBack(db, { ...act, applicationId, reason })

export const list = (db: Database): number => makeCardList(db, { ...byClerk(), listId: uuidv7() })

export function bind(db: Database, studentId: string, number: string) {
  const act = byClerk()
  const command = {
    ...({ cardId: uuidv7(), studentId, by: 'tap', takesOver: false } as const),
    ...({
      identifiers: [{ kind: 'bmac', value: number }],
      faceSchool: null,
      faceValidTo: null,
    } as const),
  }
  return { bindingId: act.cmdId, decision: bindCard(db, { ...act, command, reason: null }) }
}

export const unbind = (db: Database, undoes: string) => unbindCard(db, { ...byClerk(), undoes })

export function givePhoto(db: Database, studentId: string, n = 1): void {
  const pictureId = String(n).repeat(64).slice(0, 64)
  storePicture(db, {
    ...{ pictureId, mime: 'image/png', width: 3, height: 4, bytes: new Uint8Array([n]) },
  })
  setPhoto(db, studentId, pictureId)
}

export const rename = (db: Database, studentId: string, name: string): void =>
  void db.prepare('UPDATE student SET name = ? WHERE id = ?').run(name, studentId)

export const openOf = (db: Database, studentId: string) => openApplicationOf(db, studentId)
