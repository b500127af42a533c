import { dialog } from 'electron'
import type { SchoolMode } from '../core/deskState.ts'

/** What a second start tells the first: there is one desk on a computer, and one school in it. */
export interface SecondStart {
  readonly mode: SchoolMode
}

const WORDS: Readonly<Record<SchoolMode, readonly [string, string]>> = {
  rehearsal: [
    '现在打开的是演练校。要打开正式学校，请先关闭这个窗口，再启动一次。',
    'This is the rehearsal school. To open the real one, close this window and start again.',
  ],
  real: [
    '现在打开的是正式学校。要打开演练校，请先关闭这个窗口，再启动一次。',
    'This is the real school. To open the rehearsal school, close this window and start again.',
  ],
}

/** Says that the school asked for is not the one on the screen. */
export async function otherSchoolIsOpen(open: SchoolMode): Promise<void> {
  const [message, detail] = WORDS[open]
  await dialog.showMessageBox({ type: 'info', message, detail, buttons: ['好 OK'] })
}
