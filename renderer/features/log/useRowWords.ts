import { useI18n } from 'vue-i18n'
import { assertNever } from '../../../core/assertNever.ts'
import type { AuditEntry } from '../../../core/audit.ts'
import { LOOK_REASONS } from '../../../core/lookReason.ts'
import { usePrivacy } from '../../composables/usePrivacy.ts'
import { listing } from '../../locales/listing.ts'
import { useLog } from '../../stores/log.ts'
import { aboutOf } from './auditKinds.ts'

const tailOf = (id: string): string => id.slice(-4)

/** A row of the log in words. Ids are shown as tails: the log holds no names, and needs none. */
export function useRowWords() {
  const { t, te, locale } = useI18n()
  const log = useLog()
  const { shownTail } = usePrivacy()

  const nameOf = (operatorId: string): string =>
    log.names[operatorId] ?? t('log.somebody', { tail: tailOf(operatorId) })

  const pupilOf = (id: string): string => t('log.pupil', { tail: shownTail(tailOf(id)) })

  /** A word of ours where we have one; null where a newer desk wrote what this page does not know. */
  const known = (key: string): string | null => (te(key) ? t(key) : null)

  function pupils(about: string): string {
    const ids = about.split(/[\s,]+/).filter((id) => id !== '')
    const [first = ''] = ids
    const many = ids.length === 1 && /^\d{1,6}$/.test(first)
    if (ids.length === 1 && !many) return pupilOf(first)
    const n = many ? Number(first) : ids.length
    return t('log.pupils', { n }, n)
  }

  function rows(about: string): string | null {
    const n = /\d+$/.exec(about)?.[0]
    return n === undefined ? null : t('log.rows', { n }, Number(n))
  }

  function about({ kind, about: text }: AuditEntry): string | null {
    if (text === null) return null
    const what = aboutOf(kind)
    switch (what) {
      case 'pupils':
        return pupils(text)
      case 'person':
        return nameOf(text)
      case 'lock':
        return known(`log.lockWhy.${text}`)
      case 'purpose':
        return known(`purpose.${text}`)
      case 'act':
        return known(`log.act.${text}`)
      case 'settings': {
        const names = text.split(/[\s,]+/).flatMap((name) => known(`log.setting.${name}`) ?? [])
        return listing(names, locale.value)
      }
      case 'name':
        return text
      case 'count':
        return rows(text)
      case 'nothing':
        return null
      default:
        return assertNever(what)
    }
  }

  return {
    who: ({ operatorId }: AuditEntry) =>
      operatorId === null ? t('log.nobody') : nameOf(operatorId),
    what: ({ kind }: AuditEntry) => t(`log.kind.${kind}`),
    about,
    pupil: ({ studentId }: AuditEntry) => (studentId === null ? null : pupilOf(studentId)),
    purpose: ({ purpose }: AuditEntry) => (purpose === null ? null : t(`purpose.${purpose}`)),
    /** one of the usual four, or what somebody typed */
    reason: ({ reason }: AuditEntry) => {
      if (reason === null) return null
      const usual = LOOK_REASONS.find((one) => one === reason)
      return t('log.reason', { reason: usual ? t(`student.lookReason.${usual}`) : reason })
    },
  }
}
