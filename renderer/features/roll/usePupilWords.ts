import { useI18n } from 'vue-i18n'
import { assertNever } from '../../../core/assertNever.ts'
import type { RollField } from '../../../core/rollChange.ts'
import type { PreviewLine, PreviewPupil } from '../../../core/rollRequests.ts'
import { usePrivacy } from '../../composables/usePrivacy.ts'

type Changed = Extract<PreviewLine, { readonly kind: 'changed' }>

/** A pupil of a preview in words, covered in privacy mode. */
export function usePupilWords() {
  const { t } = useI18n()
  const { shownName, shownTail } = usePrivacy()

  const tail = ({ educationIdTail }: PreviewPupil): string =>
    t('rollImport.preview.tail', { tail: shownTail(educationIdTail) })
  const className = ({ className: name }: PreviewPupil): string =>
    name ?? t('rollImport.preview.noClass')
  const enrolment = ({ enrolment: kind }: PreviewPupil): string =>
    t(`rollImport.preview.enrolment.${kind}`)

  function field(pupil: PreviewPupil, of: RollField): string {
    switch (of) {
      case 'educationId':
        return tail(pupil)
      case 'name':
        return shownName(pupil.name)
      case 'sex':
        return t(`rollImport.preview.sex.${pupil.sex}`)
      case 'classId':
        return className(pupil)
      case 'enrolment':
        return enrolment(pupil)
      default:
        return assertNever(of)
    }
  }

  /** 三年级2班 → 三年级3班 */
  function change({ before, pupil }: Changed, of: RollField): string {
    // A temporary roll with another end is temporary before and after.
    if (of === 'enrolment' && before.enrolment === pupil.enrolment)
      return t('rollImport.preview.sameEnrolment', { kind: enrolment(pupil) })
    const values = { before: field(before, of), after: field(pupil, of) }
    return t('rollImport.preview.arrow', values)
  }

  return { name: ({ name }: PreviewPupil) => shownName(name), tail, className, change }
}
