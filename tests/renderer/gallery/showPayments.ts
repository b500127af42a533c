import { getActivePinia } from 'pinia'
import { createApp } from 'vue'
import PaymentFile from '../../../renderer/features/city/PaymentFile.vue'
import { i18n } from '../../../renderer/locales/i18n.ts'

/** 缴费对账 as it stands in a column of work, whatever screen it is on. */
export function showPayments(asked: URLSearchParams): void {
  const pinia = getActivePinia()
  if ((asked.get('payments') ?? '') === '' || pinia === undefined) return
  const place = document.querySelector('main') ?? document.body
  const column = document.createElement('div')
  column.style.cssText =
    'position:absolute;inset:0;overflow:auto;padding:20px 24px;background:var(--ground);z-index:5'
  place.style.position = 'relative'
  createApp(PaymentFile).use(pinia).use(i18n).mount(place.appendChild(column))
}
