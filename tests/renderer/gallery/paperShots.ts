import type { Shot } from './shots.ts'

const SIZES = { '': [1366, 768], '-large': [1920, 1080], '-near': [1093, 614] } as const

const STATES: Readonly<Record<string, string>> = {
  pages: 'paper=pages',
  larger: 'paper=pages&press=paper-large',
  copy: 'paper=copy',
  printed: 'paper=pages&press=paper-print',
  'no-printer': 'paper=no-printer&press=paper-print',
  saved: 'paper=pages&press=paper-after,paper-save',
  full: 'paper=full&press=paper-save',
  waiting: 'paper=waiting',
  failed: 'paper=failed',
  empty: 'paper=empty',
}

const shots = (mark: string, language: string): readonly Shot[] =>
  Object.entries(STATES).flatMap(([name, query]) =>
    Object.entries(SIZES).map(([end, size]) => ({
      name: `${mark}paper-${name}${end}`,
      query: `${query}&lang=${language}`,
      size,
    })),
  )

export const PAPER_SHOTS = [...shots('', 'zh-CN'), ...shots('en-', 'en')]
