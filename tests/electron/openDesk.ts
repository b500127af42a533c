import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, vi } from 'vitest'
import type { CardRead } from '../../core/cardRead.ts'
import type { DeskState } from '../../core/deskState.ts'
import type { TestTap } from '../../core/devices.ts'
import type { TapShown } from '../../core/tapShown.ts'
import { copyDatabase } from '../../db/backup.ts'
import type { Database } from '../../db/database.ts'
import { openDatabase } from '../../db/open.ts'
import { createDesk } from '../../electron/desk.ts'
import type { Desk, DeskParts } from '../../electron/deskFace.ts'
import { readKeyRing } from '../../electron/keys/keyRing.ts'
import { readOptions } from '../../electron/options.ts'
import { seedRehearsal } from '../../electron/rehearsalSeed.ts'
import { noVault, type Vault } from '../../electron/vault.ts'
import { createFakeReaders, type FakeReaders } from '../../native/fake.ts'
import { workHere } from './workHere.ts'
import { putRehearsal } from '../helpers/rehearsalTemplate.ts'
import { afterThisTest } from '../helpers/afterThisTest.ts'
import { stoppedClock } from './builders.ts'
import { aVault } from './keys/aVault.ts'
import { putRealSchool, templateVault } from './realTemplate.ts'
import { dataKeyOf, everything, signInAs, type Person } from './signIn.ts'

/** All that a desk needs but the world around it: no Electron, no worker, no key store. */
export function deskParts(home: string, argv: readonly string[]) {
  const vault = aVault('test store')
  return {
    options: readOptions(argv),
    home,
    vault: () => Promise.resolve(vault),
    work: workHere,
    hands: {
      print: () => Promise.resolve(true),
      chooseFolder: () => Promise.resolve(null),
      chooseFile: () => Promise.resolve(null),
      yearlyPdf: () => Promise.resolve(Buffer.from('%PDF')),
      progressPdf: () => Promise.resolve(Buffer.from('%PDF')),
      paperPictures: ({ pages }) => Promise.resolve(Array<Buffer>(pages).fill(Buffer.from('PNG'))),
      paperPrint: () => Promise.resolve({ kind: 'printed' }),
      paperPdf: () => Promise.resolve(Buffer.from('%PDF')),
    },
    supportFacts() {
      throw new Error('No test of a desk without Electron asks for it.')
    },
    logFiles: [],
    nativeBinding: undefined,
    runtimeSupported: true,
    seed: (job) => Promise.resolve(seedRehearsal(job)),
    bootId: 'boot-1',
    log: () => undefined,
  } satisfies Partial<DeskParts>
}

/** An open desk with hands to play it, and all it has told. */
export interface OpenDesk {
  readonly desk: Desk
  readonly clock: ReturnType<typeof stoppedClock>
  /** the devices of the computer; a reader named `door` is plugged in */
  readonly devices: FakeReaders
  readonly taps: readonly TapShown[]
  readonly tested: readonly TestTap[]
  readonly states: readonly DeskState[]
  /** lays a sample card on the rehearsal reader and waits for its verdict */
  tapped(sampleId: string): Promise<TapShown>
  /** lays a card at the door and takes it away once it was heard as a tap or as a test */
  laidAtDoor(card: CardRead, otherNumber?: string | null): Promise<void>
  /** its database, through a connection of its own */
  db(): Database
  /** a backup of it as it is now, open */
  backup(): Database
}

/** Makes the real school that the others are copies of: nobody looks at it. */
function templateDesk(home: string, argv: readonly string[]): Desk {
  const clock = stoppedClock()
  return createDesk({
    ...{ ...deskParts(home, argv), clock, vault: () => Promise.resolve(templateVault) },
    devices: createFakeReaders({ readMs: 0, now: clock.steady }),
    onState: () => undefined,
    onTap: () => undefined,
    onTested: () => undefined,
    onProgress: () => undefined,
  })
}

const keys = new Map<string, Promise<Uint8Array>>()

/** Copies of one template have one key: it is asked of the PIN once. */
function keyOf(folder: string, who: Person, vault: Vault): Promise<Uint8Array> {
  const envelope = JSON.stringify(readKeyRing(folder)?.people.find(({ id }) => id === who.id))
  const key = keys.get(envelope) ?? dataKeyOf(folder, who, vault)
  keys.set(envelope, key)
  return key
}

/** The desk of a small rehearsal school, or of an empty real one; closed after the test. */
export async function openDesk(
  argv: readonly string[] = ['--students', '500'],
  change: Partial<DeskParts> = {},
): Promise<OpenDesk> {
  const home = change.home ?? mkdtempSync(join(tmpdir(), 'desk-'))
  afterThisTest(() => rmSync(home, { recursive: true, force: true }))
  const clock = stoppedClock()
  const devices = createFakeReaders({ readMs: 0, now: clock.steady })
  const taps: TapShown[] = []
  const tested: TestTap[] = []
  const states: DeskState[] = []
  const given = deskParts(home, argv)
  const real = given.options.mode === 'real'
  const vault = real ? templateVault : noVault
  const parts = {
    ...{ ...given, clock, devices, vault: () => Promise.resolve(templateVault) },
    onState: (state: DeskState) => states.push(state),
    onTap: (tap: TapShown) => taps.push(tap),
    onTested: (tap: TestTap) => tested.push(tap),
    onProgress: () => undefined,
  }
  const people = real ? await putRealSchool(home, (place) => templateDesk(place, argv)) : null
  const desk = createDesk({ ...parts, ...change })
  afterThisTest(() => desk.close())
  devices.addReader('door')
  if (!real && given.options.students !== null)
    await putRehearsal(home, given.options.students, change.clock ?? clock)
  await desk.open()
  const who = people?.supervisor ?? everything
  expect((await signInAs(desk, who)).kind).toBe('open')
  const folder = join(home, real ? 'school' : 'rehearsal')
  const key = await keyOf(folder, who, vault)

  const heard = (): number => taps.length + tested.length
  async function oneMore(act: () => void): Promise<void> {
    const before = heard()
    act()
    await vi.waitFor(() => expect(heard()).toBe(before + 1), { timeout: 3_000, interval: 2 })
  }

  function opened(file: string): Database {
    const db = openDatabase({ file, key })
    afterThisTest(() => db.close())
    return db
  }

  return {
    desk,
    clock,
    devices,
    taps,
    tested,
    states,
    async tapped(sampleId) {
      await oneMore(() => desk.tapSample(sampleId))
      const tap = taps.at(-1)
      if (!tap) throw new Error('It was no tap.')
      return tap
    },
    async laidAtDoor(card, otherNumber = null) {
      await oneMore(() => devices.place('door', { kind: 'card', card }, otherNumber))
      devices.lift('door')
    },
    db: () => opened(join(folder, 'desk.db')),
    backup() {
      const target = join(mkdtempSync(join(home, 'backup-')), 'desk.db')
      copyDatabase({ source: join(folder, 'desk.db'), target, key })
      return opened(target)
    },
  }
}
