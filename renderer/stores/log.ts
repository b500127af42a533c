import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { AuditEntry, AuditKind } from '../../core/audit.ts'
import type { AuditCheckShown, PupilInLog } from '../../core/contract.ts'
import type { EpochMs } from '../../core/calendarDate.ts'
import { errorCode, type DeskErrorCode } from '../../core/errors.ts'
import { ask } from '../kiosk.ts'
import { useDesk } from './desk.ts'

/** Rows of the log that are fetched at a time. */
export const PAGE_ROWS = 100

export interface LogFilter {
  /** null: everybody */
  readonly operatorId: string | null
  /** null: all */
  readonly kinds: readonly AuditKind[] | null
}

const EVERYTHING: LogFilter = { operatorId: null, kinds: null }

export type CheckState =
  | { readonly kind: 'none' }
  | { readonly kind: 'running' }
  | { readonly kind: 'refused'; readonly code: DeskErrorCode }
  | { readonly kind: 'done'; readonly found: AuditCheckShown; readonly at: EpochMs }

/** The log of acts and looks, a page at a time; forgotten when its screen is left. */
export const useLog = defineStore('log', () => {
  const desk = useDesk()
  /** null: not fetched yet */
  const entries = shallowRef<readonly AuditEntry[] | null>(null)
  const met = shallowRef<Readonly<Record<string, string>>>({})
  /** those of the rows whom the person at the desk may know */
  const pupils = shallowRef<Readonly<Record<string, PupilInLog>>>({})
  /** of everybody who may sign in, and of whoever was met so far under any filter */
  const names = computed<Readonly<Record<string, string>>>(() => ({
    ...Object.fromEntries(desk.open?.people.map(({ id, name }) => [id, name]) ?? []),
    ...met.value,
  }))
  const more = ref(false)
  const loading = ref(false)
  const refused = ref<DeskErrorCode | null>(null)
  const filter = shallowRef<LogFilter>(EVERYTHING)
  const filtered = computed(() => filter.value.operatorId !== null || filter.value.kinds !== null)
  const check = shallowRef<CheckState>({ kind: 'none' })
  /** Only the answer to the latest question counts. */
  let mine: object = {}
  let checking: object | null = null

  async function fetchPage(before: readonly AuditEntry[]): Promise<void> {
    const turn = (mine = {})
    loading.value = true
    try {
      const page = await ask('audit.page', {
        before: before.at(-1)?.seq ?? null,
        ...filter.value,
        limit: PAGE_ROWS,
      })
      if (turn !== mine) return
      entries.value = [...before, ...page.entries]
      met.value = { ...met.value, ...page.names }
      pupils.value = before.length === 0 ? page.pupils : { ...pupils.value, ...page.pupils }
      more.value = page.more
      refused.value = null
    } catch (thrown) {
      if (turn === mine) refused.value = errorCode(thrown)
    } finally {
      if (turn === mine) loading.value = false
    }
  }

  const load = () => fetchPage([])

  async function older(): Promise<void> {
    if (!loading.value && more.value) await fetchPage(entries.value ?? [])
  }

  function show(next: Partial<LogFilter>): Promise<void> {
    filter.value = { ...filter.value, ...next }
    return load()
  }

  const showAll = () => show(EVERYTHING)

  async function runCheck(now: () => EpochMs): Promise<void> {
    if (check.value.kind === 'running') return
    const turn = (checking = {})
    check.value = { kind: 'running' }
    const next = await ask('audit.check', null).then(
      (found): CheckState => ({ kind: 'done', found, at: now() }),
      (thrown: unknown): CheckState => ({ kind: 'refused', code: errorCode(thrown) }),
    )
    if (turn === checking) check.value = next
  }

  /** @throws DeskError: `re-auth-needed` among others */
  async function lift(reason: string): Promise<null> {
    const answer = await ask('audit.lift', { reason })
    await load()
    return answer
  }

  /** Nothing of it stays in the memory of the page. */
  function close(): void {
    mine = {}
    checking = null
    entries.value = null
    met.value = {}
    pupils.value = {}
    more.value = false
    loading.value = false
    refused.value = null
    filter.value = EVERYTHING
    check.value = { kind: 'none' }
  }

  return {
    entries,
    names,
    pupils,
    more,
    loading,
    refused,
    filter,
    filtered,
    check,
    load,
    older,
    show,
    showAll,
    runCheck,
    lift,
    close,
  }
})
