import type { CardRead } from '../../core/cardRead.ts'
import { isAbsent, readFile, SELECT_MF, send, SW_OK, type Transmit } from '../apdu.ts'
import { CardTrouble } from '../cardTrouble.ts'
import { bcd } from '../hex.ts'
import { transitDates } from './transitDates.ts'
import { lasting, type Uid } from './uid.ts'

/** EF 04, first 32 bytes: 0–7 number, 9 enabled, 24–27 from, 28–31 to (cards.md 1.2). */
const CARD_INFO = readFile('BMAC card info', 0x04, 0x00, 0x20)
/** EF 05, first byte: A5 = on the blacklist. */
const BLACKLIST = readFile('BMAC blacklist flag', 0x05, 0x00, 0x01)

/** 市政交通一卡通, the old issue. @returns null when the card is of another family */
export async function readBmac(transmit: Transmit, uid: Uid): Promise<CardRead | null> {
  await send(transmit, SELECT_MF)
  const info = await send(transmit, CARD_INFO)
  if (info.sw !== SW_OK) {
    if (isAbsent(info.sw)) return null
    throw new CardTrouble('garbage', `${CARD_INFO.name}: the card reports an error of its own`)
  }
  if (info.data.length > 0 && !beginsAsBeijing(info.data)) return null

  const flag = await send(transmit, BLACKLIST)
  return {
    family: 'bmac',
    number: numberOf(info.data),
    uid: lasting(uid),
    enabled: info.data[9] === 0x02,
    blacklisted: flag.sw === SW_OK && flag.data.length > 0 ? flag.data[0] === 0xa5 : null,
    transit: transitDates(info.data.slice(24, 32)),
  }
}

/** 1000 is UnionPay's region code of Beijing. */
function beginsAsBeijing(data: Uint8Array): boolean {
  return data[0] === 0x10 && data[1] === 0x00
}

/** No Luhn: real numbers fail it (cards.md 1.2). */
function numberOf(data: Uint8Array): string {
  const number = bcd(data.slice(0, 8))
  if (data.length < 32 || number === null || /^10000+$/.test(number)) {
    throw new CardTrouble('garbage', `${CARD_INFO.name}: too short, or no card number in it`)
  }
  return number
}
