import { computed, reactive, ref } from 'vue'
import { beijingDate, type CalendarDate } from '../../../core/calendarDate.ts'
import type { OnRoll } from '../../../core/pupilChange.ts'
import { readName } from '../../../core/rollFileName.ts'
import type { Sex } from '../../../core/student.ts'
import { readDate } from '../../../core/typedDate.ts'
import { useDraft } from '../../composables/useDraft.ts'
import { useNow } from '../../composables/useNow.ts'

export interface PupilDraft {
  educationId: string
  name: string
  /** '': not said yet */
  sex: Sex | ''
  /** '': in no class */
  classId: string
  enrolment: OnRoll['kind']
  /** 临时学籍 until, 休学 since */
  day: string
}

/**
 * One pupil of the roll as they are typed, and what it comes to. It comes back after a lock.
 *
 * @param form its name among the drafts
 * @param needsId the 教育ID must be typed; else an empty one stays what it is
 */
export function usePupilDraft(form: string, before: PupilDraft, needsId: boolean) {
  const draft = reactive({ ...before })
  const tried = ref(false)
  const now = useNow()
  const untouched = JSON.stringify(before)
  const kept = computed({
    get: () => (JSON.stringify(draft) === untouched ? '' : JSON.stringify(draft)),
    set: (text) => Object.assign(draft, JSON.parse(text)),
  })
  useDraft(form, kept)

  const today = computed(() => beijingDate(now.value))
  const name = computed(() => {
    const read = readName(draft.name)
    return read.kind === 'read' ? read.value.name : null
  })
  const isId = computed(() => /^\d{8}$/.test(draft.educationId.trim()))
  const idFits = computed(() => isId.value || (!needsId && draft.educationId.trim() === ''))
  const day = computed(() => readDate(draft.day, () => Number(today.value.slice(0, 4))))
  const enrolment = computed(() => enrolmentOf(draft, day.value, today.value))
  /** null: something is missing or wrong */
  const whole = computed(() => {
    const { sex, classId } = draft
    if (name.value === null || sex === '' || !idFits.value || enrolment.value === null) return null
    return {
      ...{ name: name.value, sex, classId: classId === '' ? null : classId },
      enrolment: enrolment.value,
      educationId: isId.value ? draft.educationId.trim() : null,
    }
  })
  return { draft, tried, name, idFits, day, enrolment, whole }
}

/** null: the day is missing, or is none that fits */
function enrolmentOf(
  { enrolment, day: typed }: PupilDraft,
  day: CalendarDate | null,
  today: CalendarDate,
): OnRoll | null {
  switch (enrolment) {
    case 'enrolled':
      return { kind: 'enrolled' }
    case 'temporary':
      return typed.trim() === '' || day !== null ? { kind: 'temporary', until: day } : null
    case 'suspended':
      return day === null || day > today ? null : { kind: 'suspended', since: day }
  }
}
