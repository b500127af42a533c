import type { DevicesView } from '../core/devices.ts'
import type { ReadersView } from '../core/deskState.ts'

export interface DevicePageParts {
  readonly readers: () => ReadersView
}

/** The device page: what is known of each reader, and the test tap. */
export interface DevicePage {
  view(): DevicesView
  /** true: the next card at any reader is a test tap */
  test(on: boolean): DevicesView
}

export function devicePage(parts: DevicePageParts): DevicePage {
  const view = (): DevicesView => ({
    service: parts.readers().service,
    readers: [],
    testing: false,
  })
  return { view, test: view }
}
