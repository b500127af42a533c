import { expect, it } from 'vitest'
import { exportedAbout, exportedOf } from '../../core/listExported.ts'

it('is read as it was written', () => {
  const left = { list: 'class', form: 'xlsx', names: 'masked', rows: 40, ofId: 'c-3-2' } as const
  expect(exportedAbout(left)).toBe('class xlsx masked 40 c-3-2')
  expect(exportedOf(exportedAbout(left))).toEqual(left)
  const school = { ...left, list: 'progress', form: 'pdf', names: 'whole', ofId: null } as const
  expect(exportedOf(exportedAbout(school))).toEqual(school)
})

it.each([
  '',
  'roll',
  'roll xlsx masked',
  'strange xlsx masked 3',
  'roll doc masked 3',
  'roll csv half 3',
])('is nothing where a newer desk wrote it: %s', (about) => expect(exportedOf(about)).toBeNull())
