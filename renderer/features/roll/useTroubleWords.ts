import { useI18n } from 'vue-i18n'
import type { RowTrouble, Severity, TroubleKind } from '../../../core/rollFileTroubles.ts'
import type { CardRowTrouble } from '../../../core/rollRequests.ts'

/** What is wrong in a line of a file, and what to do about it. */
export interface TroubleShown {
  readonly line: number
  /** null: the whole line */
  readonly field: string | null
  readonly what: string
  readonly next: string
  /** what becomes of the line; null: it was no pupil, or is one already */
  readonly mark: Severity | null
}

/** The key of the words for it. */
export function troubleKey(trouble: TroubleKind): string {
  return 'same' in trouble && trouble.same ? `${trouble.kind}-same` : trouble.kind
}

function isHarmless(trouble: TroubleKind): boolean {
  return trouble.kind === 'no-pupil' || ('same' in trouble && trouble.same)
}

export function useTroubleWords() {
  const { t } = useI18n()

  function ofFile(trouble: RowTrouble<string>): TroubleShown {
    const { line, field, severity } = trouble
    const key = `rollTrouble.line.${troubleKey(trouble)}`
    const values = 'otherLine' in trouble ? { other: trouble.otherLine } : {}
    return {
      line,
      field: field === null ? null : t(`rollImport.file.field.${field}`),
      what: t(`${key}.what`, values),
      next: t(`${key}.next`),
      mark: isHarmless(trouble) ? null : severity,
    }
  }

  function ofCards(trouble: CardRowTrouble): TroubleShown {
    if (trouble.kind === 'file') return ofFile(trouble.trouble)
    const key = `rollTrouble.binding.${trouble.why}`
    const said = { what: t(`${key}.what`), next: t(`${key}.next`) }
    return { line: trouble.line, field: null, ...said, mark: 'unusable' }
  }

  return { ofFile, ofCards }
}
