import { createI18n } from 'vue-i18n'
import type { Language } from '../../core/settings.ts'
import { en } from './en.ts'
import { zhCN } from './zh-CN.ts'

/** Chinese first; English beside it is typed to have every key, so nothing ever falls back. */
export const i18n = createI18n({
  legacy: false,
  locale: 'zh-CN',
  messages: { 'zh-CN': zhCN, en },
})

export function speak(language: Language): void {
  i18n.global.locale.value = language
  document.documentElement.lang = language
}
