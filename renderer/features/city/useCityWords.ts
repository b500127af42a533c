import { useI18n } from 'vue-i18n'
import type { CityRefusal } from '../../../core/cityLink.ts'
import type { OutcomeCounts } from '../../../core/cityRequests.ts'
import {
  PAYMENT_OUTCOMES,
  type KeptWhy,
  type PaymentOutcome,
} from '../../../core/paymentOutcome.ts'

/** What the city's files come to, in words. */
export function useCityWords() {
  const { t } = useI18n()
  const isOutcome = (why: KeptWhy): why is Exclude<PaymentOutcome, 'unreadable'> =>
    PAYMENT_OUTCOMES.some((one) => one === why)

  return {
    refusal(why: CityRefusal) {
      const of =
        why === 'no-columns' || why === 'not-told'
          ? (`city.refused.${why}` as const)
          : (`rollRefused.${why}` as const)
      return { what: t(`${of}.what`), why: t(`${of}.why`), next: t(`${of}.next`) }
    },
    why: (why: KeptWhy): string =>
      isOutcome(why) ? t(`city.outcome.${why}.what`) : t(`cityTrouble.${why}`),
    /** 到账，制卡开始 3，待退款 1; '' where nothing came of it */
    counts: (counts: OutcomeCounts): string =>
      PAYMENT_OUTCOMES.filter((one) => counts[one] > 0)
        .map((one) => t('city.count', { what: t(`city.outcome.${one}.what`), n: counts[one] }))
        .join(' · '),
  }
}
