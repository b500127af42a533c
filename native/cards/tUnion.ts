import type { CardRead, TransitType } from '../../core/cardRead.ts'
import { isAbsent, readFile, selectApplication, send, SW_OK, type Transmit } from '../apdu.ts'
import { CardTrouble } from '../cardTrouble.ts'
import { bcd } from '../hex.ts'
import { findTag } from './tlv.ts'
import { transitDates } from './transitDates.ts'
import { lasting, type Uid } from './uid.ts'

const SELECT = selectApplication('T-Union', 'A000000632010105')
/** EF 15, 30 bytes: 10–19 number, 20–23 from, 24–27 to (cards.md 1.3). */
const PUBLIC_INFO = readFile('T-Union public info', 0x15, 0x00, 0x1e)
/** EF 17, 11 bytes: 10 card type. */
const CARD_TYPE = readFile('T-Union card type', 0x17, 0x00, 0x0b)
/** In the application's description: EF 15 once more, so that it need not be read. */
const TAG_PUBLIC_INFO = 0x9f0c

/** 交通联合. @returns null when the card is of another family */
export async function readTUnion(transmit: Transmit, uid: Uid): Promise<CardRead | null> {
  const selected = await send(transmit, SELECT)
  if (selected.sw !== SW_OK) {
    if (isAbsent(selected.sw)) return null
    throw new CardTrouble('garbage', `${SELECT.name}: the card reports an error of its own`)
  }
  const info = findTag(selected.data, TAG_PUBLIC_INFO) ?? (await publicInfo(transmit))
  const number = info && numberOf(info)
  if (!number) return null

  return {
    family: 't-union',
    number,
    uid: lasting(uid),
    transitType: await transitType(transmit),
    transit: transitDates(info.slice(20, 28)),
  }
}

async function publicInfo(transmit: Transmit): Promise<Uint8Array | null> {
  const { data, sw } = await send(transmit, PUBLIC_INFO)
  if (sw === SW_OK) return data
  if (isAbsent(sw)) return null
  throw new CardTrouble('garbage', `${PUBLIC_INFO.name}: the card reports an error of its own`)
}

/**
 * 20 half-bytes, the first one 0 and dropped. All T-Union numbers begin with 31; a City Union card
 * has the same file with a serial in this place, and is another family (cards.md 1.5).
 */
function numberOf(info: Uint8Array): string | null {
  const digits = bcd(info.slice(10, 20))
  if (info.length < 28 || digits === null || /^0+$/.test(digits)) {
    throw new CardTrouble('garbage', `${PUBLIC_INFO.name}: too short, or no card number in it`)
  }
  return digits.startsWith('031') ? digits.slice(1) : null
}

async function transitType(transmit: Transmit): Promise<TransitType | null> {
  const { data, sw } = await send(transmit, CARD_TYPE)
  const code = data[10]
  return sw === SW_OK && code !== undefined ? (TYPES[code] ?? 'unknown') : null
}

const TYPES: Readonly<Record<number, TransitType>> = {
  0x01: 'ordinary',
  0x02: 'student',
  0x03: 'senior',
  0x04: 'test',
  0x05: 'military',
}
