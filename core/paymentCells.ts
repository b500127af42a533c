import type { PaymentResult } from './case/events.ts'
import type { CityTrouble } from './cityTrouble.ts'

export type Understood<Value> =
  | { readonly kind: 'read'; readonly value: Value }
  | { readonly kind: 'trouble'; readonly why: CityTrouble }

const read = <Value>(value: Value): Understood<Value> => ({ kind: 'read', value })
const trouble = (why: CityTrouble): Understood<never> => ({ kind: 'trouble', why })

const AMOUNT =
  /^([+-]?)(?:[¥￥]|rmb|cny|人民币)?([+-]?)(\d{1,3}(?:,\d{3})+|\d{1,9})(?:\.(\d{1,2})0*)?(元整?|分)?$/

/**
 * 15, 15.00, ¥15.00, 15元, 1500分, -15.00 → whole fen.
 *
 * @param inFen what a number without a unit is: the heading says 分
 */
export function readAmount(text: string, inFen = false): Understood<number> {
  const plain = text.normalize('NFKC').toLowerCase().replace(/\s/g, '')
  if (plain === '') return trouble('amount-missing')
  const [, sign = '', inner = '', whole, cents, unit] = AMOUNT.exec(plain) ?? []
  if (whole === undefined || (sign !== '' && inner !== '')) return trouble('amount-malformed')
  const fraction = Number((cents ?? '').padEnd(2, '0'))
  const fen = unit === '分' || (unit === undefined && inFen)
  // No half of a fen.
  if (fen && fraction !== 0) return trouble('amount-malformed')
  const digits = Number(whole.replaceAll(',', ''))
  const value = fen ? digits : digits * 100 + fraction
  return read(sign + inner === '-' ? -value : value)
}

/** By the whole word, the first that fits: 支付失败 is not 支付. `null`: nothing has happened yet. */
const WORDS: readonly (readonly [RegExp, PaymentResult | null])[] = [
  [/退[款费](中|申请|待|失败)|待退/, null],
  [/未退/, null],
  [/^(已|全额)*(退款|退费)(成功|完成|了)?$|refunded/, 'refunded'],
  [/失败|关闭|取消|撤销|超时|作废|fail|closed|cancel/, 'failed'],
  [/未(支付|缴|付|到账|完成)|待(支付|缴|付)|^否$|unpaid|pending/, null],
  [/未知|不明|处理中|支付中|待确认|待核|异常|unknown|processing/, 'unknown'],
  [/^(已|支付|缴费?|付款|交易|到账|对账|订单|完成)*(成功|完成|支付|缴费?|付款|到账|入账)$/, 'paid'],
  [/^(是|y|yes|paid|success|succeeded|completed?)$/, 'paid'],
]

/** 已支付, 支付失败, 处理中, 已退款 … null: such a line tells of no money: 待支付. */
export function readResult(text: string): Understood<PaymentResult | null> {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s()。.]/g, '')
  if (plain === '') return trouble('result-missing')
  const found = WORDS.find(([form]) => form.test(plain))
  return found === undefined ? trouble('result-unknown') : read(found[1])
}
