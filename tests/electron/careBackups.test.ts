import { describe, expect, it, vi } from 'vitest'
import type { PhotosRead } from '../../electron/roll/readPhotos.ts'
import { aDesk, desk, foldersOfTheirOwn, home, tapped } from './aDesk.ts'
import { stoppedClock } from './builders.ts'
import { deskParts } from './openDesk.ts'
import { everything, openAs, signInAs } from './signIn.ts'
import { workHere } from './workHere.ts'

foldersOfTheirOwn()

const SMALL = ['--students', '300']

describe('backups', () => {
  it('are made by hand, verified, and told with what is in them; the log has each', async () => {
    await openAs(aDesk(SMALL), everything)
    expect(desk.care.view()).toMatchObject({ backups: [], backupLate: true, recovered: null })
    await tapped('valid')
    const { backups, backupLate } = await desk.care.backUp()
    expect(backupLate).toBe(false)
    expect(backups).toMatchObject([{ kind: 'hourly', fault: null }])
    expect(backups[0]?.students).toBeGreaterThanOrEqual(300)
    const wish = { before: null, operatorId: null, kinds: ['backup-made'] as const, limit: 5 }
    expect(desk.logBook.page(wish).entries).toMatchObject([{ about: backups[0]?.name }])
  })

  it('are made by themselves: the day’s first, and one each hour after', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    try {
      const clock = stoppedClock()
      await openAs(aDesk(SMALL, { clock }), everything)
      const pass = async (minutes: number): Promise<void> => {
        for (let n = 0; n < minutes; n += 10) {
          clock.pass(10 * 60_000)
          await vi.advanceTimersByTimeAsync(10 * 60_000)
        }
      }
      await pass(20)
      await signInAs(desk)
      expect(desk.care.view().backups.map(({ kind }) => kind)).toEqual(['daily'])
      await pass(90)
      await signInAs(desk)
      expect(desk.care.view().backups.map(({ kind }) => kind)).toEqual(['hourly', 'daily'])
    } finally {
      vi.useRealTimers()
    }
  })

  it('wait for files that are taken over: one disk does one of the two', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    try {
      const clock = stoppedClock()
      let read: (photos: PhotosRead) => void = () => undefined
      const photos = new Promise<PhotosRead>((resolve) => (read = resolve))
      const { hands } = deskParts(home, [])
      await openAs(
        aDesk(SMALL, {
          clock,
          hands: { ...hands, chooseFolder: () => Promise.resolve(home) },
          work: { ...workHere, readPhotos: () => photos },
        }),
        everything,
      )
      const pass = async (minutes: number): Promise<void> => {
        clock.pass(minutes * 60_000)
        await vi.advanceTimersByTimeAsync(minutes * 60_000)
      }
      const opened = desk.acts.roll.openPhotos('folder')
      await pass(1)
      await pass(1)
      expect(desk.care.view().backups).toEqual([])
      read({ kind: 'refused', why: 'no-files' })
      await vi.advanceTimersByTimeAsync(1_000)
      expect(await opened).toEqual({ kind: 'refused', why: 'no-files' })
      await pass(1)
      expect(desk.care.view().backups.map(({ kind }) => kind)).toEqual(['daily'])
    } finally {
      vi.useRealTimers()
    }
  })
})
