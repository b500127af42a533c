import { useI18n } from 'vue-i18n'
import { assertNever } from '../../../core/assertNever.ts'
import type { AuditEntry } from '../../../core/audit.ts'
import { exportedOf } from '../../../core/listExported.ts'
import { useCalendarWords } from '../../composables/useCalendarWords.ts'
import { usePrivacy } from '../../composables/usePrivacy.ts'
import { listing } from '../../locales/listing.ts'
import { useLog } from '../../stores/log.ts'
import { aboutOf } from './auditKinds.ts'

/** `student-750`, or the end of a UUID */
const tailOf = (id: string): string => (id.split('-').at(-1) ?? '').slice(-4)

/**
 * A row of the log in words. It holds ids alone: who they are comes from the desk, of pupils those whom the person
 * at it may know. The tail of an id tells the others apart, and is no number of anybody.
 */
export function useRowWords() {
  const { t, te, locale } = useI18n()
  const log = useLog()
  const { shownName, shownTail } = usePrivacy()
  const { changeWords } = useCalendarWords()

  const nameOf = (operatorId: string): string =>
    log.names[operatorId] ?? t('log.somebody', { tail: tailOf(operatorId) })

  function pupilOf(id: string): { readonly name: string; readonly tail: string | null } {
    const pupil = log.pupils[id]
    if (pupil === undefined)
      return { name: t('log.pupil'), tail: t('log.record', { tail: shownTail(tailOf(id)) }) }
    const { name, educationIdTail: tail } = pupil
    return { name: shownName(name), tail: tail === null ? null : `…${shownTail(tail)}` }
  }

  /** A word of ours where we have one; null where a newer desk wrote what this page does not know. */
  const known = (key: string): string | null => (te(key) ? t(key) : null)

  function pupils(about: string): string {
    const ids = about.split(/[\s,]+/).filter((id) => id !== '')
    const [first = ''] = ids
    const many = ids.length === 1 && /^\d{1,6}$/.test(first)
    if (ids.length === 1 && !many) {
      const { name, tail } = pupilOf(first)
      return `${name} ${tail ?? ''}`
    }
    const n = many ? Number(first) : ids.length
    return t('log.pupils', { n }, n)
  }

  function rows(about: string): string | null {
    const n = /\d+$/.exec(about)?.[0]
    return n === undefined ? null : t('log.rows', { n }, Number(n))
  }

  function exported(about: string): string | null {
    const left = exportedOf(about)
    if (left === null) return null
    const { list, names, form, rows: n } = left
    const words = [t(`lists.list.${list}`), t(`lists.exported.${names}`), form.toUpperCase()]
    return [...words, t('log.rows', { n }, n)].join(' · ')
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
      case 'calendar':
        return changeWords(text)
      case 'export':
        return exported(text)
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
    /** one of the usual four, what the desk gives by itself, or what somebody typed */
    reason: ({ reason }: AuditEntry) => {
      if (reason === null) return null
      const words = known(`student.lookReason.${reason}`) ?? known(`log.ownReason.${reason}`)
      return t('log.reason', { reason: words ?? reason })
    },
  }
}
