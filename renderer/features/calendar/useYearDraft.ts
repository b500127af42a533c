import { computed, reactive } from 'vue'
import { SOURCE_LENGTH, type CalendarDay, type CalendarYear } from '../../../core/calendar.ts'
import { yearFault } from '../../../core/yearFault.ts'
import { readYearText, yearText } from '../../../core/yearText.ts'
import { useDraft } from '../../composables/useDraft.ts'

/**
 * A year's table as it is typed: one text, whether holidays are added one by one, lines are pasted or a
 * file is opened.
 *
 * @param was the table that is changed; null: there is none yet
 */
export function useYearDraft(year: number, was: CalendarYear | null) {
  const draft = reactive({
    year,
    source: was?.source ?? '',
    text: yearText(was?.days ?? []),
  })
  const kept = computed({
    get: () => (`${draft.source}${draft.text}` === '' ? '' : JSON.stringify(draft)),
    set: (text) => Object.assign(draft, JSON.parse(text)),
  })
  if (was === null) useDraft('calendar-year', kept)

  const read = computed(() => readYearText(draft.text))
  const fault = computed(() => yearFault(draft.year, read.value.days))
  const sourced = computed(() => draft.source.trim().length >= SOURCE_LENGTH.least)
  const table = computed<CalendarYear>(() => ({
    ...{ year: draft.year, source: draft.source.trim(), days: read.value.days },
    ...{ importedAt: 0, enteredBy: null },
  }))

  function add(days: readonly CalendarDay[]): void {
    setDays([...read.value.days, ...days])
  }

  function remove(days: readonly CalendarDay[]): void {
    setDays(read.value.days.filter(({ date }) => !days.some((one) => one.date === date)))
  }

  function setDays(days: readonly CalendarDay[]): void {
    draft.text = yearText(days.toSorted((a, b) => (a.date < b.date ? -1 : 1)))
  }

  return { draft, read, fault, sourced, table, add, remove }
}
