import { useI18n } from 'vue-i18n'

const known = new Map<string, string>()

/**
 * `t` for words without a value in them, remembered by language: a list says the same few words in all its
 * lines at every key.
 */
export function useFixedWords(): (key: string) => string {
  const { t, locale } = useI18n()
  return (key) => {
    const place = `${locale.value} ${key}`
    const word = known.get(place) ?? t(key)
    known.set(place, word)
    return word
  }
}
