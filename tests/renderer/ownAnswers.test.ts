import { expect, it, vi } from 'vitest'
import { DeskError } from '../../core/errors.ts'
import { ownAnswers } from '../../renderer/stores/ownAnswers.ts'

const full = () => Promise.reject(new DeskError('db-full', 'The disk is full.'))

it('an answer is given to who asked', async () => {
  const own = ownAnswers(vi.fn())
  expect(await own.asked(() => Promise.resolve(null))).toBeNull()
})

it('a refusal is said, and answers nothing', async () => {
  const say = vi.fn()
  expect(await ownAnswers(say).asked(full)).toBeUndefined()
  expect(say.mock.calls).toEqual([['db-full']])
})

it('nothing of another’s time is given or said', async () => {
  const say = vi.fn()
  const own = ownAnswers(say)
  const [answer, refusal] = [own.asked(() => Promise.resolve('theirs')), own.asked(full)]
  const isMine = own.begin()
  own.end()
  expect([await answer, await refusal, isMine(), say.mock.calls]).toEqual([
    ...[undefined, undefined, false],
    [],
  ])
  expect(await own.asked(() => Promise.resolve('mine'))).toBe('mine')
})
