import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { SchoolMode } from '../core/deskState.ts'
import type { Language, Settings } from '../core/settings.ts'

/** What the command line may ask of one start: `npm start -- --kiosk --students 100000`. */
export interface Options {
  readonly mode: SchoolMode
  /** size of the rehearsal school; null: as it is, or the usual 3,000 */
  readonly students: number | null
  /** make the rehearsal school anew; a real school is never touched by it */
  readonly fresh: boolean
  readonly kiosk: boolean
  readonly language: Language | null
  /** where data live instead of the user's folder */
  readonly dataFolder: string | null
  /** `npm run dev`: the page comes from a server that reloads as you type */
  readonly develop: boolean
}

export const STUDENTS = { least: 100, most: 100_000 } as const

/** Anything unknown is left alone: Chromium and Playwright add switches of their own. */
export function readOptions(argv: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...argv],
    strict: false,
    allowPositionals: true,
    options: {
      school: { type: 'boolean' },
      students: { type: 'string' },
      fresh: { type: 'boolean' },
      kiosk: { type: 'boolean' },
      lang: { type: 'string' },
      data: { type: 'string' },
      develop: { type: 'boolean' },
    },
  })
  return {
    mode: values.school === true ? 'real' : 'rehearsal',
    students: studentCount(values.students),
    fresh: values.fresh === true,
    kiosk: values.kiosk === true,
    language: values.lang === 'en' || values.lang === 'zh-CN' ? values.lang : null,
    dataFolder: typeof values.data === 'string' && values.data !== '' ? resolve(values.data) : null,
    develop: values.develop === true,
  }
}

function studentCount(asked: unknown): number | null {
  const count = typeof asked === 'string' ? Number(asked) : Number.NaN
  if (!Number.isInteger(count)) return null
  return Math.min(STUDENTS.most, Math.max(STUDENTS.least, count))
}

/** `--kiosk` and `--lang` set what the settings screen would; they last until changed there. */
export function startSettings(options: Options): Partial<Settings> {
  return {
    ...(options.kiosk ? { kiosk: true } : {}),
    ...(options.language === null ? {} : { language: options.language }),
  }
}
