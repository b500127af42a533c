import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readCard } from '../../../native/cards/readCard.ts'
import { CardTrouble } from '../../../native/cardTrouble.ts'
import type { CardRead } from '../../../core/cardRead.ts'
import { recordedTalk, replay } from '../../helpers/virtualCardTalk.ts'

const UID = '04A1B2C3D4E5F6'

/** Reads a recorded card; a wrong or a left-over line fails. */
async function read(name: string): Promise<CardRead> {
  const talk = replay(recordedTalk(name))
  const card = await readCard(talk.transmit, talk.atr)
  expect(talk.leftOver()).toEqual([])
  return card
}

async function failureOf(name: string): Promise<unknown> {
  const talk = replay(recordedTalk(name))
  const trouble: unknown = await readCard(talk.transmit, talk.atr).then(
    () => null,
    (error: unknown) => error,
  )
  return trouble instanceof CardTrouble ? trouble.failure : trouble
}

describe('BMAC', () => {
  const card = {
    family: 'bmac',
    number: '1000751136141285',
    uid: UID,
    enabled: true,
    blacklisted: false,
    transit: { from: '2018-03-09', to: '2024-03-09' },
  }

  it('gives number, flags and transit dates', async () => {
    expect(await read('bmac')).toEqual(card)
  })

  it('tells when it is not enabled and on the blacklist', async () => {
    const flags = { enabled: false, blacklisted: true }
    expect(await read('bmac-blacklisted')).toEqual({ ...card, ...flags })
  })

  it('says nothing of the blacklist when the card has no such file', async () => {
    expect(await read('bmac-mock')).toMatchObject({
      number: '1000751012345678',
      uid: null,
      blacklisted: null,
      transit: { from: '2003-01-01', to: '2099-12-01' },
    })
  })

  it('is read without dates when the chip holds none', async () => {
    expect(await read('bmac-trace')).toMatchObject({
      number: '1000751132009883',
      enabled: true,
      transit: null,
    })
  })

  it('keeps its number when a date cannot be', async () => {
    expect(await read('bmac-bad-dates')).toEqual({ ...card, transit: null })
  })

  it.each(['bmac-6c', 'bmac-61', 'bmac-6700'])('is read from a picky card: %s', async (name) => {
    expect(await read(name)).toEqual(card)
  })

  it.each(['bmac-not-bcd', 'bmac-short', 'bmac-empty', 'bmac-memory-error'])(
    'is garbage, and never another family: %s',
    async (name) => {
      expect(await failureOf(name)).toBe('garbage')
    },
  )
})

describe('T-Union', () => {
  it('gives the number out of the application description', async () => {
    expect(await read('t-union')).toEqual({
      family: 't-union',
      number: '3105170010170907984',
      uid: UID,
      transitType: 'student',
      transit: { from: '2019-08-06', to: '2040-12-31' },
    })
  })

  it('gives the number out of EF 15 when the description is bare', async () => {
    expect(await read('t-union-ef15')).toMatchObject({
      number: '3105170010170907984',
      transitType: null,
    })
  })

  it('gives numbers of other cities as they are', async () => {
    expect(await read('t-union-shanghai')).toMatchObject({
      number: '3104770040067442802',
      transitType: 'ordinary',
    })
  })

  it('finds the number in a longer description', async () => {
    expect(await read('t-union-mot-t-ep')).toMatchObject({
      number: '3104991585000011383',
      transitType: 'unknown',
    })
  })

  it('does not take a City Union card for its own', async () => {
    expect(await read('city-union')).toEqual({ family: 'other-cpu', uid: UID })
  })
})

describe('other cards', () => {
  it.each([
    ['m1-classic-4k', 'DE4F2610'],
    ['m1-classic-1k', '1A2B3C4D'],
  ])('of a storage card only the UID is asked for: %s', async (name, uid) => {
    expect(await read(name)).toEqual({ family: 'm1', uid })
  })

  it('a storage card with a random UID is a temporary number', async () => {
    expect(await read('m1-random-uid')).toEqual({ family: 'phone' })
  })

  it('a storage card without a UID is garbage', async () => {
    expect(await failureOf('m1-no-uid')).toBe('garbage')
  })

  it('another CPU card gives its UID', async () => {
    expect(await read('other-cpu')).toEqual({ family: 'other-cpu', uid: '0499AABBCCDDEE' })
  })

  it('the identifier of a Type B card is not kept', async () => {
    expect(await read('other-cpu-type-b')).toEqual({ family: 'other-cpu', uid: null })
  })

  it('a phone gives nothing', async () => {
    expect(await read('phone')).toEqual({ family: 'phone' })
  })

  it.each([
    ['phone-bmac', '1000751136141285'],
    ['phone-t-union', '3105170010170907984'],
  ])('a phone that carries a card gives its number and no UID: %s', async (name, number) => {
    expect(await read(name)).toMatchObject({ number, uid: null })
  })

  it('an answer without a status word is garbage', async () => {
    expect(await failureOf('garbage')).toBe('garbage')
  })

  it('a card that never takes a length is asked twice and no third time', async () => {
    expect(await read('bmac-stubborn')).toEqual({ family: 'other-cpu', uid: UID })
  })
})

describe('what is sent', () => {
  const talks = readdirSync(new URL('../../fixtures/cards', import.meta.url)).map((file) =>
    file.replace('.apdu', ''),
  )

  /** Everything this project may ever send to a card, as beginnings of commands. */
  const ALLOWED = [
    'FFCA0000', // UID
    '00A40000023F00', // select the master file
    '00A4040008A000000632010105', // select T-Union
    '00B08400', // BMAC card info
    '00B08500', // BMAC blacklist flag
    '00B09500', // T-Union public info
    '00B09700', // T-Union card type
    '00C00000', // the rest of an answer
  ]

  it.each(talks)('only reads: %s', async (name) => {
    const { atr, exchanges } = recordedTalk(name)
    const answers = new Map(exchanges.map(({ sent, answered }) => [sent, answered]))
    const sent: string[] = []
    await readCard(
      (command) => {
        const asked = Buffer.from(command).toString('hex').toUpperCase()
        sent.push(asked)
        return Promise.resolve(Buffer.from(answers.get(asked) ?? '6A82', 'hex'))
      },
      Buffer.from(atr, 'hex'),
    ).catch(() => undefined)

    expect(sent.filter((asked) => !ALLOWED.some((begin) => asked.startsWith(begin)))).toEqual([])
  })

  it.each(['bmac', 't-union', 't-union-ef15', 'other-cpu', 'phone', 'm1-classic-4k'])(
    'is at most six commands for a card that is not picky: %s',
    (name) => {
      expect(recordedTalk(name).exchanges.length).toBeLessThanOrEqual(6)
    },
  )

  it('no message of trouble carries a byte of the card', async () => {
    for (const name of ['bmac-not-bcd', 'bmac-short', 'garbage', 'm1-no-uid']) {
      const talk = replay(recordedTalk(name))
      const trouble: unknown = await readCard(talk.transmit, talk.atr).catch((e: unknown) => e)
      expect(String(trouble)).not.toMatch(/\d{6}|[0-9A-F]{8}/)
    }
  })
})
