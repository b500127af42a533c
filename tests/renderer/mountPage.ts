import { flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import type { Component } from 'vue'
import type { DeskState } from '../../core/deskState.ts'
import type { Language } from '../../core/settings.ts'
import { i18n, speak } from '../../renderer/locales/i18n.ts'
import { openDesk } from './builders.ts'
import { FakeKiosk } from './fakeKiosk.ts'

/** A fresh desk behind the bridge, and a component on a fresh page. */
export async function mountPage(
  component: Component,
  options: {
    readonly desk?: DeskState
    readonly language?: Language
    readonly props?: Record<string, unknown>
    readonly prepare?: (kiosk: FakeKiosk) => void
  } = {},
) {
  const kiosk = new FakeKiosk(options.desk ?? openDesk())
  options.prepare?.(kiosk)
  Object.defineProperty(window, 'kiosk', { value: kiosk, configurable: true })
  const pinia = createPinia()
  setActivePinia(pinia)
  speak(options.language ?? 'zh-CN')
  const page = mount(component, {
    global: { plugins: [pinia, i18n] },
    props: options.props ?? {},
    attachTo: document.body,
  })
  await flushPromises()
  return { page, kiosk }
}
