import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { KioskBridge } from '../../core/contract.ts'
import { beijingDate } from '../../core/calendarDate.ts'
import { systemClock, type Clock } from '../../electron/clock.ts'
import { keepPlan, newPlan } from '../../electron/rehearsalFolder.ts'
import { USUAL_STUDENTS } from '../../electron/school.ts'
import { putRehearsal } from '../helpers/rehearsalTemplate.ts'
import { deskReady, launchDesk, type RunningDesk } from './launch.ts'

declare const window: { readonly kiosk: KioskBridge }

/** A Monday on which the fee may be paid, and one after the cards have come. */
export const OCTOBER = Date.UTC(2026, 9, 12, 2, 2)
export const NOVEMBER = Date.UTC(2026, 10, 9, 2, 2)

/** The rehearsal as it was on a day of October: its cases are as old whenever the pictures are taken. */
export async function launchInOctober(): Promise<RunningDesk> {
  const folder = mkdtempSync(join(tmpdir(), 'desk-'))
  const clock: Clock = { ...systemClock, now: () => OCTOBER }
  await putRehearsal(folder, USUAL_STUDENTS, clock)
  // It passes for one of today: an old one is made anew.
  keepPlan(join(folder, 'rehearsal'), newPlan(USUAL_STUDENTS, beijingDate(Date.now())))
  const desk = await launchDesk({ folder })
  await deskReady(desk)
  await goTo(desk, OCTOBER)
  return desk
}

export const goTo = ({ page }: RunningDesk, at: number): Promise<unknown> =>
  page.evaluate((to) => window.kiosk.request('rehearsal.setClock', { at: to }), at)

/** How far a case is brought; each holds the ones before. */
const STEPS = ['lost', 'applied', 'confirmed', 'ordered', 'told'] as const
type Step = (typeof STEPS)[number]

/** What was done at the desk before the picture: nobody would look at each form of it. */
export async function bring({ page }: RunningDesk, name: string, to: Step): Promise<void> {
  const refused = await page.evaluate(
    async ([text, upTo]) => {
      const { request } = window.kiosk
      const found = await request('search.find', { text, limit: 1 })
      const studentId = (found.ok && found.value.lines[0]?.studentId) || ''
      const shown = async () => {
        const reply = await request('case.page', { studentId })
        return (reply.ok && reply.value) || null
      }
      const cardId = (await shown())?.cards[0]?.cardId ?? ''
      const clock = await request('desk.state', null)
      const offset = clock.ok && clock.value.kind === 'open' ? clock.value.clock.offsetMs : 0
      const lost = { studentId, cardId, where: null, reportedAt: Date.now() + offset - 60_000 }
      const of = { studentId, oldCardId: cardId, cause: 'lost', waiver: null } as const
      const applicationId = async () => (await shown())?.application?.applicationId ?? ''
      const acts = [
        () => request('case.act', { act: 'report-loss', ...lost }),
        () => request('case.act', { act: 'apply', ...of }),
        async () => {
          const mark = (await shown())?.application?.data?.mark ?? ''
          const wish = { applicationId: await applicationId(), mark, said: { by: 'student' } }
          return request(
            'newCards.confirm',
            wish as Parameters<typeof request<'newCards.confirm'>>[1],
          )
        },
        async () => {
          const wish = { studentId, applicationId: await applicationId(), channel: 'app' } as const
          return request('case.act', { act: 'open-order', ...wish })
        },
        async () => {
          const orderId = (await shown())?.orders[0]?.orderId ?? ''
          return request('case.act', { act: 'move-order', studentId, orderId, to: 'PENDING' })
        },
      ]
      for (const act of acts.slice(0, upTo + 1)) {
        const reply = await act()
        if (!reply.ok || reply.value.kind === 'refused') return JSON.stringify(reply)
      }
      return null
    },
    [name, STEPS.indexOf(to)] as const,
  )
  if (refused !== null) throw new Error(`${name}: ${refused}`)
}

/** Whoever is asked for a file chooses this one. */
export async function choosing(
  { app, folder }: RunningDesk,
  name: string,
  lines: readonly string[],
): Promise<void> {
  const path = join(folder, name)
  writeFileSync(path, `\uFEFF${lines.join('\r\n')}\r\n`)
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] })
  }, path)
}
