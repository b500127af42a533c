import { computed } from 'vue'
import { useI18n } from 'vue-i18n'

/** Counts as people write them: 3,000. */
export function useFigures(): (count: number) => string {
  const { locale } = useI18n()
  const format = computed(() => new Intl.NumberFormat(locale.value))
  return (count) => format.value.format(count)
}
