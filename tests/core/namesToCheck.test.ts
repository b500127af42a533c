import { expect, it } from 'vitest'
import { namesToCheck, type NamedPupil } from '../../core/namesToCheck.ts'

let made = 0
const pupil = (name: string, className: string | null = '三年级2班'): NamedPupil => ({
  studentId: `s-${(made += 1)}`,
  name,
  className,
  educationIdTail: '1234',
})

const found = (...pupils: readonly NamedPupil[]) =>
  namesToCheck(pupils).map(({ pupil: { name }, watched, twins }) => ({
    name,
    watched: watched.map(({ character }) => character),
    twins: twins.map(
      ({ pupil: other, place, own, theirs }) => `${other.name} ${place} ${own}${theirs}`,
    ),
  }))

it('names nobody whose name is an ordinary one', () => {
  expect(found(pupil('王小明'), pupil('李雷'), pupil('阿迪力·艾尼'))).toEqual([])
})

it('names classmates who differ by one character that looks alike', () => {
  expect(found(pupil('张晗'), pupil('李雷'), pupil('张哈'))).toEqual([
    { name: '张晗', watched: [], twins: ['张哈 2 晗哈'] },
    { name: '张哈', watched: [], twins: ['张晗 2 哈晗'] },
  ])
})

it('names those by another form of a character, or the same under another code', () => {
  expect(found(pupil('张峰'), pupil('张峯'))).toMatchObject([
    { watched: [], twins: ['张峯 2 峰峯'] },
    { watched: ['峯'], twins: ['张峰 2 峯峰'] },
  ])
  expect(found(pupil('阿·买'), pupil('阿・买'))[0]?.twins).toEqual(['阿・买 2 ·・'])
})

it.each([
  ['in another class', [pupil('张晗'), pupil('张哈', '三年级3班')]],
  ['in no class', [pupil('张晗', null), pupil('张哈', null)]],
  ['by two characters', [pupil('张晗晴'), pupil('张哈睛')]],
  ['by a character more', [pupil('张晗'), pupil('张晗哈')]],
  ['by a character that is not alike', [pupil('张晗'), pupil('张伟')]],
  ['not at all', [pupil('张伟'), pupil('张伟')]],
] as const)('does not name those who differ %s', (_how, pupils) => {
  expect(found(...pupils)).toEqual([])
})
