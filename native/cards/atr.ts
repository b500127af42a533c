/**
 * Contactless storage card, PC/SC 2.01 part 3 (cards.md 2.2):
 * 3B 8F 80 01 80 4F 0C A0 00 00 03 06 SS NN NN 00 00 00 00 TCK
 */
export function isStorageCard(atr: Uint8Array): boolean {
  return atr.length === 20 && STORAGE_START.every((byte, i) => atr[i] === byte)
}

const STORAGE_START = [0x3b, 0x8f, 0x80, 0x01, 0x80, 0x4f, 0x0c, 0xa0, 0x00, 0x00, 0x03, 0x06]

/**
 * May this ATR be of a Type B card, whose identifier can be another one at each tap?
 * A storage card says so (SS 05–07). A CPU card shows 8 historical bytes; a Type A card may have
 * as many, so its 4-byte UID is given up with it: the UID is only a fallback (cards.md 2.4).
 */
export function mayBeTypeB(atr: Uint8Array): boolean {
  if (isStorageCard(atr)) return (atr[12] ?? 0) >= 0x05 && (atr[12] ?? 0) <= 0x07
  return atr[0] === 0x3b && atr[1] === 0x88
}
