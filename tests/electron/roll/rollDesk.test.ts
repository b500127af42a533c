import { describe, expect, it } from 'vitest'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Mapping, RollField } from '../../../core/rollFileColumns.ts'
import { bmac } from '../../core/builders.ts'
import { jpegOf } from '../../helpers/pictures.ts'
import { deskWith, HEAD, imported, opened, previewed, STAY } from './deskWithFiles.ts'
describe('the roll of a school', () => {
  it('comes from a file: shown first, then taken, and found at once', async () => {
    const desk = await deskWith({
      'roll.csv': `${HEAD}20000001,王小明,男,三年级2班\n00000002,𬭎㛃,女,三(2)班\n`,
    })
    const file = await opened(desk)
    expect(file.mapping.map(({ field }) => field)).toEqual(['educationId', 'name', 'sex', 'class'])
    expect([file.rows, file.sample[0]]).toEqual([2, ['••••0001', '王小明', '男', '三年级2班']])
    const preview = await previewed(desk)
    expect(preview.counts).toMatchObject({ new: 2, changed: 0, gone: 0, broken: 0 })
    expect(preview.classesOpened).toEqual(['三年级2班'])
    expect(desk.desk.state()).toMatchObject({ students: 0, data: null })
    const { desk: it } = desk
    expect(await it.acts.roll.take(false, null)).toMatchObject({ why: 'school-name-missing' })
    await imported(desk)
    expect(it.state()).toMatchObject({ students: 2, schoolName: '北京市第一实验小学' })
    expect(it.lookUp.find('wangxm', 5).lines).toMatchObject([{ className: '三年级2班' }])
    expect(it.lookUp.find('𬭎', 5).total).toBe(1)
    expect(it.acts.roll.view()).toMatchObject({ pupils: 2, classes: 1, bound: 0 })
  })

  it('is changed by the next file, and the change taken back as a new act', async () => {
    const desk = await deskWith({
      'roll.csv': `${HEAD}20000001,王小明,男,三年级2班\n20000002,李雷,男,三年级2班\n`,
      'next.csv': `${HEAD}20000001,王晓明,男,三年级1班\n20000003,韩梅梅,女,三年级2班\n`,
    })
    await imported(desk)
    desk.choose('next.csv')
    const preview = await previewed(desk)
    expect(preview.counts).toMatchObject({ new: 1, changed: 1, gone: 1 })
    expect(preview.lines.find(({ kind }) => kind === 'changed')).toMatchObject({
      fields: ['name', 'classId'],
      before: { name: '王小明', className: '三年级2班' },
      pupil: { name: '王晓明', className: '三年级1班' },
    })
    const looks = desk.desk.logBook.page({
      before: null,
      operatorId: null,
      kinds: ['list-shown'],
      limit: 5,
    })
    expect(looks.entries).toMatchObject([{ about: '2', reason: 'roll' }])
    const { roll } = desk.desk.acts
    const changeId = await imported(desk)
    expect(desk.desk.lookUp.find('王晓明', 5).total).toBe(1)
    expect(roll.view()).toMatchObject({ pupils: 3, undoable: changeId })
    expect(await roll.undo('another')).toEqual({ kind: 'refused', why: 'not-the-newest' })
    expect(await roll.undo(changeId)).toEqual({ kind: 'undone', kept: 0 })
    expect(desk.desk.lookUp.find('王小明', 5).lines).toMatchObject([{ className: '三年级2班' }])
    expect(desk.desk.lookUp.find('韩梅梅', 5).total).toBe(0)
    expect(roll.view().changes.map(({ why }) => why)).toEqual(['undo', 'import', 'import'])
  })

  it('is not touched by a file with a line that cannot be used, unless somebody leaves it out', async () => {
    const desk = await deskWith({
      'roll.csv': `${HEAD}20000001,王小明,男,三年级2班\n2000002,李雷,男,三年级2班\n`,
    })
    const preview = await previewed(desk)
    expect(preview.counts).toMatchObject({ new: 1, broken: 1 })
    const { roll } = desk.desk.acts
    expect(await roll.take(false, '小学')).toEqual({ kind: 'refused', why: 'broken-lines' })
    expect(roll.view().pupils).toBe(0)
    await previewed(desk)
    expect((await roll.take(true, '小学')).kind).toBe('taken')
    expect(roll.view().pupils).toBe(1)
  })

  it('is not changed by what was compared before another change, nor twice', async () => {
    const desk = await deskWith({ 'roll.csv': `${HEAD}20000001,王小明,男,三年级2班\n` })
    await imported(desk)
    const { roll } = desk.desk.acts
    expect(await roll.take(false, null)).toEqual({ kind: 'refused', why: 'nothing-chosen' })
    await previewed(desk)
    expect(await roll.take(false, null)).toEqual({ kind: 'refused', why: 'nothing-to-do' })
  })

  it('remembers which column is what', async () => {
    const desk = await deskWith({
      'roll.csv': '教育ID,姓名,性别,班级,备注\n20000001,王小明,男,三年级2班,女\n',
    })
    const { roll } = desk.desk.acts
    const file = await opened(desk)
    const mapping = (file.mapping as Mapping<RollField>).map((one) =>
      one.field === 'sex' ? { ...one, heading: '备注' } : one,
    )
    await roll.preview(mapping, STAY)
    await roll.take(false, '小学')
    expect(await opened(desk)).toMatchObject({ mapping, remembered: true })
  })

  it('says why a file is none, and forgets what was chosen when the desk locks', async () => {
    const desk = await deskWith({
      'picture.xlsx': Buffer.from('89504E470D0A1A0A', 'hex'),
      'roll.csv': `${HEAD}20000001,王小明,男,三年级2班\n`,
    })
    const { roll } = desk.desk.acts
    expect(await roll.open('roll')).toEqual({ kind: 'refused', why: 'not-a-table' })
    desk.choose('gone.csv')
    expect(await roll.open('roll')).toEqual({ kind: 'refused', why: 'not-readable' })
    desk.choose('')
    expect(await roll.open('roll')).toBeNull()
    desk.choose('roll.csv')
    await previewed(desk)
    desk.desk.lock('asked')
    expect(await roll.preview([], STAY)).toEqual({ kind: 'refused', why: 'nothing-chosen' })
  })
})

describe('the cards of a file', () => {
  it('are bound by the number on their face, each an act of its own', async () => {
    const desk = await deskWith({
      'roll.csv': `${HEAD}20000001,王小明,男,三年级2班\n20000002,李雷,男,三年级2班\n`,
      'cards.csv':
        '教育ID,卡号\n20000001,10007510000000011\n20000002,1000 7510 0000 0002 2\n20000009,10007510000000033\n',
    })
    await imported(desk)
    desk.choose('cards.csv')
    const { roll } = desk.desk.acts
    const { mapping } = await opened(desk, 'cards')
    const preview = await roll.previewCards(mapping as never)
    expect(preview).toMatchObject({
      ...{ kind: 'preview', fits: 2, same: 0, troubleCount: 1 },
      troubles: [{ line: 4, kind: 'refused', why: 'pupil-unknown' }],
    })
    expect(await roll.takeCards()).toEqual({ kind: 'taken', bound: 2 })
    expect(roll.view().bound).toBe(2)
    await desk.laidAtDoor(bmac({ number: '1000751000000001' }))
    expect(desk.taps.at(-1)).toMatchObject({
      verdict: { kind: 'valid' },
      person: { name: '王小明' },
    })
    await opened(desk, 'cards')
    expect(await roll.previewCards(mapping as never)).toMatchObject({ fits: 0, same: 2 })
    expect(await roll.takeCards()).toEqual({ kind: 'refused', why: 'nothing-to-do' })
    desk.desk.lock('asked')
    expect(await roll.takeCards()).toEqual({ kind: 'refused', why: 'nothing-chosen' })
  })
})

describe('the photos of a folder', () => {
  it('become those of the pupils, and go again when the import is taken back', async () => {
    const desk = await deskWith({
      'roll.csv': `${HEAD}20000001,王小明,男,三年级2班\n20000002,李雷,男,三年级2班\n`,
    })
    await imported(desk)
    for (const [name, width, height] of [
      ['20000001.jpg', 295, 413],
      ['20000002_李雷.jpg', 100, 300],
      ['99999999.jpg', 295, 413],
    ] as const)
      writeFileSync(join(desk.folder, name), jpegOf(width, height, { bytes: width }))
    const { roll } = desk.desk.acts
    const preview = await roll.openPhotos('folder')
    expect(preview).toMatchObject({ kind: 'preview', fits: 2, replaces: 0, without: 0 })
    expect(preview?.kind === 'preview' && preview.lines.map(({ fault }) => fault)).toEqual([
      'too-small',
      'wrong-shape',
    ])
    const studentId = desk.desk.lookUp.find('王小明', 1).lines[0]?.studentId ?? ''
    expect(desk.desk.taps.photo(studentId)).toBeNull()
    const taken = await roll.takePhotos()
    expect(desk.desk.taps.photo(studentId)?.mime).toBe('image/jpeg')
    expect(roll.view().withPhoto).toBe(2)
    if (taken.kind === 'taken') await roll.undo(taken.changeId)
    expect(desk.desk.taps.photo(studentId)).toBeNull()
    expect(roll.view().withPhoto).toBe(0)
  })
})
