import { ref, type Ref, type ShallowRef } from 'vue'

/** Up and down go through the rows of a list, which is one stop of the Tab key. */
export function useRowKeys(list: Readonly<ShallowRef<HTMLElement | null>>, first: number) {
  /** the row that Tab leads to */
  const at: Ref<number> = ref(first)

  const rows = (): readonly HTMLElement[] => [
    ...(list.value?.querySelectorAll<HTMLElement>('button') ?? []),
  ]

  function focusAt(index: number): void {
    const all = rows()
    const row = all[Math.min(Math.max(index, 0), all.length - 1)]
    row?.focus()
    row?.scrollIntoView({ block: 'nearest' })
  }

  function onKey(event: KeyboardEvent): void {
    const to = targetOf(event.code, at.value, rows().length)
    if (to === null || event.ctrlKey || event.altKey || event.metaKey) return
    event.preventDefault()
    focusAt(to)
  }

  return { at, onKey, focusAt }
}

function targetOf(code: string, at: number, rows: number): number | null {
  if (code === 'ArrowDown') return at + 1
  if (code === 'ArrowUp') return at - 1
  if (code === 'Home') return 0
  return code === 'End' ? rows - 1 : null
}
