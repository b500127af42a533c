import type { Shot } from './shots.ts'

const SIZES = { '': [1366, 768], '-large': [1920, 1080], '-near': [1093, 614] } as const

const LIST = 'screen=cases&cases=school&pack=on&press='

const STATES: Readonly<Record<string, string>> = {
  'pack-part': `${LIST}work-to-collect`,
  'pack-classes': `${LIST}work-to-collect,pack-go`,
  'pack-lines': `${LIST}work-to-collect,pack-go,pack-class-k-2&signed=yes`,
  'pack-missing': `${LIST}work-to-collect,pack-go,pack-class-k-2,pack-teacher=,pack-take`,
  'pack-refused': `${LIST}work-to-collect,pack-go,pack-class-k-2,pack-given`,
  'pack-private': `${LIST}work-to-collect,pack-go,pack-class-k-2&privacy=on`,
  'pack-none': 'screen=cases&cases=none&press=work-to-collect,pack-go',
  'pack-paper': `${LIST}work-to-collect,pack-go,pack-class-k-2,paper-hand-over`,
  'whole-payments': `${LIST}work-to-pay,payments-go`,
  'whole-payments-preview': `${LIST}work-to-pay,payments-go,payments-open`,
  'whole-inquiry': `${LIST}work-overdue`,
}

export const PACK_SHOTS: readonly Shot[] = (['zh-CN', 'en'] as const).flatMap((language) =>
  Object.entries(STATES).flatMap(([name, query]) =>
    Object.entries(SIZES)
      .filter(([end]) => end === '' || language === 'zh-CN')
      .map(([end, size]) => ({
        name: `${language === 'en' ? 'en-' : ''}${name}${end}`,
        query: `${query}&lang=${language}`,
        size,
      })),
  ),
)
