/**
 * Makers and models as drivers name them. A name also holds serial numbers and whatever its driver likes: only
 * what is found here is told.
 */
const MODELS = [
  /ACR\d{3,4}[A-Z]{0,2}\b/,
  /OMNIKEY(?: CardMan)? \d{4}\b/i,
  /SCR3\d{2,3}\b/,
  /uTrust \d{4}\b/i,
  /HID Global\b/,
  /Identiv\b/,
  /ACS\b/,
  /Virtual PCD\b/,
] as const

export function readerModel(name: string): string {
  const found = MODELS.map((model) => model.exec(name)?.[0]).find((one) => one !== undefined)
  return found ?? 'other'
}
