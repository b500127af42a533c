import { setTimeout as sleep } from 'node:timers/promises'
import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { isTakenByAnother } from '../../native/readFailure.ts'
import { PcscFailure, type ScriptedCard } from './pcsclite/scriptedBinding.ts'
import {
  bmacThat,
  CARD_INFO,
  kinds,
  READER,
  ready,
  recorded,
  scriptedSystem,
  system,
  until,
} from './scriptedReader.ts'

scriptedSystem()

describe('a card', () => {
  it('changed for another between two looks is gone and placed', async () => {
    await ready()
    system.insert(READER, recorded('bmac'))
    await until('card-read')
    system.remove(READER, true)
    system.insert(READER, recorded('t-union'))
    const read = await until('card-read')
    expect(kinds()).toEqual(['card-placed', 'card-read', 'card-gone', 'card-placed', 'card-read'])
    expect(read).toMatchObject({ card: { family: 't-union' } })
  })

  it('counted a moment after it was shown is the same card', async () => {
    await ready()
    system.insert(READER, recorded('bmac'))
    await until('card-read')
    system.count(READER)
    await sleep(20)
    expect(kinds()).toEqual(['card-placed', 'card-read'])
    system.count(READER)
    system.count(READER)
    await until('card-read')
    expect(kinds().slice(2)).toEqual(['card-gone', 'card-placed', 'card-read'])
  })

  it('is not taken for another when only its use changes', async () => {
    await ready()
    system.insert(READER, recorded('bmac'))
    await until('card-read')
    system.tell(READER, 0x100)
    system.tell(READER)
    expect(kinds()).toEqual(['card-placed', 'card-read'])
  })

  it('that cannot be connected to is "mute": the error nfc-pcsc swallows is told', async () => {
    await ready()
    system.connectFails = ['UnresponsiveCard']
    system.insert(READER, recorded('bmac'))
    expect(await until('card-failed')).toMatchObject({ failure: 'mute' })
  })

  it('held by another program for a moment is read after it', async () => {
    await ready()
    system.connectFails = ['SharingViolation', 'SharingViolation']
    system.insert(READER, recorded('bmac'))
    expect(await until('card-read')).toMatchObject({ card: { number: '1000751136141285' } })
  })

  it('held by another program for good is a trouble of the reader', async () => {
    await ready()
    system.connectFails = Array<string>(9).fill('SharingViolation')
    system.insert(READER, recorded('bmac'))
    const failed = await until('card-failed')
    expect(failed).toMatchObject({ failure: 'reader' })
    expect('cause' in failed && isTakenByAnother(failed.cause)).toBe(true)
  })

  it('reset between two commands is read anew from its first command', async () => {
    await ready()
    let resets = 1
    const heard: string[] = []
    const card = bmacThat(CARD_INFO, (command) => {
      if (resets-- > 0) throw new PcscFailure('ResetCard')
      return recorded('bmac').answer(command)
    })
    const answer: ScriptedCard['answer'] = (command) => {
      heard.push(command)
      return card.answer(command)
    }
    system.insert(READER, { ...card, answer })
    await until('card-read')
    expect(heard.filter((command) => command === 'FFCA000000')).toHaveLength(2)
  })

  it('reset at every reading fails as "removed"', async () => {
    await ready()
    system.insert(
      READER,
      bmacThat(CARD_INFO, () => {
        throw new PcscFailure('ResetCard')
      }),
    )
    expect(await until('card-failed')).toMatchObject({ failure: 'removed' })
  })

  it('that answers with no byte has left the field', async () => {
    await ready()
    system.insert(
      READER,
      bmacThat(CARD_INFO, () => ''),
    )
    expect(await until('card-failed')).toMatchObject({ failure: 'removed' })
  })

  it('that fails leaves no byte of itself in the cause', async () => {
    await ready()
    for (const name of ['bmac-not-bcd', 'bmac-short', 'garbage']) {
      system.insert(READER, recorded(name))
      expect(inspect(await until('card-failed'), { depth: 9 })).not.toMatch(/10007511|12345678/)
      system.remove(READER)
    }
  })

  it('taken away before its answer came fails, and the answer is dropped', async () => {
    await ready()
    let answer: (text: string) => void = () => undefined
    system.insert(
      READER,
      bmacThat(CARD_INFO, () => new Promise((resolve) => (answer = resolve))),
    )
    await sleep(30)
    system.remove(READER)
    answer('9000')
    await sleep(30)
    expect(kinds()).toEqual(['card-placed', 'card-failed', 'card-gone'])
  })
})
