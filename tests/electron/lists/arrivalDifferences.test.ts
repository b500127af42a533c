import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { errorCode } from '../../../core/errors.ts'
import type { Student } from '../../../core/student.ts'
import { pupilsOnRoll } from '../../../db/students.ts'
import { personShown, wholeEducationId } from '../../../electron/shown.ts'
import { deskParts } from '../openDesk.ts'
import { whoIs } from '../signIn.ts'
import { leavingDesk } from './leaving.ts'

const numberOf = (n: number): string => `100075999999000${n}`
const WHOLE = { reason: '报区卡管中心' }
const STRANGER = '钱多多'
/** somebody's 身份证号 where a 教育ID belongs */
const IDENTITY = '110101201401010029'

/**
 * A desk whose list came: one card missing, one good, one broken, one with another number, one of nobody, two rows
 * that cannot be read, and one card that was on no list.
 */
async function deskWithDifferences() {
  const { hands } = deskParts('', [])
  let file: string | null = null
  const desk = await leavingDesk({
    hands: {
      ...hands,
      chooseFile: () => Promise.resolve(file),
      chooseFolder: () => Promise.resolve(desk.folder),
    },
  })
  const inUse = desk.db.prepare(
    `SELECT student_id FROM card WHERE student_id = ? AND state = 'ACTIVE'
       AND student_id NOT IN (SELECT student_id FROM application)`,
  )
  const pupils = pupilsOnRoll(desk.db).filter(
    (one) => one.className !== null && inUse.all(one.id).length === 1,
  )
  const [missing, good, broken, differs, extra] = pupils
  if (!missing || !good || !broken || !differs || !extra) throw new Error('Too few pupils.')
  const row = (one: Student, n: number): string => `某某,${wholeEducationId(one)},${numberOf(n)}\n`
  file = join(desk.folder, 'list.csv')
  writeFileSync(
    file,
    `姓名,教育ID,卡号\n${row(missing, 1)}${row(good, 2)}${row(broken, 3)}${row(differs, 4)}` +
      `${STRANGER},00000000,${numberOf(5)}\n某某,1234567,${numberOf(6)}\n某某,${IDENTITY},${numberOf(7)}\n`,
  )
  const { arrivals } = desk.desk.acts
  await arrivals.openFile()
  rmSync(file)
  const taken = arrivals.takeFile()
  if (taken.kind === 'refused') throw new Error(taken.why)
  const { deliveryId, lines } = taken.view
  const wish = { deliveryId, studentId: null, anyway: false }
  const scanned = (n: number, part = {}) =>
    arrivals.receive({ ...wish, how: { by: 'scan', text: numberOf(n) }, ...part })
  const answers = [
    await scanned(2),
    await arrivals.damaged({
      ...{ deliveryId, studentId: null, how: 'broken' },
      rowId: lines.find(({ pupil }) => pupil?.studentId === broken.id)?.rowId ?? '',
    }),
    await scanned(8, { studentId: differs.id, anyway: true }),
    await scanned(9, { studentId: extra.id }),
  ]
  for (const one of answers) if (one.kind === 'refused') throw new Error(one.why)
  return {
    ...desk,
    deliveryId: deliveryId ?? '',
    pupils: { missing, good, broken, differs, extra },
    save: (part: Parameters<typeof desk.save>[0] = {}) =>
      desk.save({ list: 'arrival-difference', ofId: deliveryId, ...part }),
    /** the lines of the newest file, each without its name */
    lines: (name?: string) =>
      desk
        .csv(name)
        .lines.slice(1, -1)
        .map((line) => line.split(',')),
  }
}

describe('the difference of a delivery list', () => {
  it('says what did not come as it was listed, with tails alone, and is in the log', async () => {
    const desk = await deskWithDifferences()
    const { missing, good, broken, differs, extra } = desk.pupils
    await desk.as('clerk')
    expect(await desk.save()).toMatchObject({ kind: 'saved' })
    const { text, lines } = desk.csv()
    expect(lines[0]).toBe('班级,姓名,教育ID尾号,清单卡号尾号,卡号尾号,差异,到卡日期')
    const today = new Date(desk.clock.now() + 8 * 3_600_000).toISOString().slice(0, 10)
    const said = desk.lines().map(([, , ...rest]) => rest.join())
    const tailOf = (one: Student): string => `…${personShown(one).educationIdTail}`
    expect(said.toSorted()).toEqual(
      [
        '…0000,…0005,,未到；本校没有这个教育ID,',
        '…4567,,,未到；教育ID少了开头的 0,',
        ',,,未到；像是身份证号,',
        `${tailOf(missing)},…0001,,未到,`,
        `${tailOf(broken)},…0003,…0003,坏卡,${today}`,
        `${tailOf(differs)},…0004,…0008,卡号和清单不一样,${today}`,
        `${tailOf(extra)},,…0009,不在名单,${today}`,
      ].toSorted(),
    )
    expect(text).not.toContain(tailOf(good))
    expect(text).not.toMatch(/\d{8}/)
    for (const one of [missing, broken, differs, extra])
      if ([...personShown(one).name].length > 1)
        expect(text).not.toContain(`,${personShown(one).name},`)
    expect([text.includes('钱*'), text.includes(STRANGER)]).toEqual([true, false])
    expect(desk.files()[0]).toMatch(
      /^20\d\d年\d+月\d+日到卡核对差异（脱敏）-20\d\d-\d\d-\d\d\.csv$/,
    )
    expect(desk.left()).toEqual([
      {
        about: `arrival-difference csv masked 7 ${desk.deliveryId}`,
        ...{ reason: null, operatorId: whoIs('clerk').id },
      },
    ])
  })

  it('has whole names for a supervisor with PIN and reason, and no whole number even then', async () => {
    const desk = await deskWithDifferences()
    await desk.as('clerk')
    await expect(desk.save({ whole: WHOLE })).rejects.toMatchObject({ code: 'right-missing' })
    await desk.as('clerk', 'supervisor')
    expect(await desk.save({ whole: WHOLE }).then(() => 'done', errorCode)).toBe('re-auth-needed')
    await desk.desk.signing.confirm(whoIs('clerk', 'supervisor').pin)
    await desk.save({ whole: WHOLE })
    const { text } = desk.csv()
    expect(text).toContain(`,${personShown(desk.pupils.missing).name},…`)
    expect(text).toContain(`,${STRANGER},…0000`)
    expect(text).not.toMatch(/\d{8}/)
    expect(desk.left()).toMatchObject([{ reason: WHOLE.reason }])
  })

  it('is for a class teacher of the own class, without what is nobody’s; for others not at all', async () => {
    const desk = await deskWithDifferences()
    const { className } = desk.pupils.missing
    await desk.asTeacherOf(className ?? '')
    await desk.save()
    const lines = desk.lines()
    expect(lines.length).toBeGreaterThan(0)
    for (const [of] of lines) expect(of).toBe(className)
    expect(desk.csv().text).not.toContain('钱*')
    await desk.as('administrator')
    await expect(desk.save()).rejects.toMatchObject({ code: 'right-missing' })
    await desk.as('check-in-helper')
    expect(await desk.save()).toEqual({ kind: 'empty' })
  })

  it('is nothing of a list that is gone, or whose cards all came', async () => {
    const desk = await leavingDesk()
    const save = (ofId: string) => desk.save({ list: 'arrival-difference', ofId })
    expect(await save('none')).toEqual({ kind: 'empty' })
    const ofId = desk.expected()
    const { arrivals } = desk.desk.acts
    const rowId = arrivals.view(ofId).lines[0]?.rowId ?? ''
    const wish = { deliveryId: ofId, studentId: null, anyway: false }
    const answer = await arrivals.receive({ ...wish, how: { by: 'tick', rowId } })
    expect(answer.kind).toBe('received')
    expect(await save(ofId)).toEqual({ kind: 'empty' })
  })

  it('is a workbook in English too', async () => {
    const desk = await deskWithDifferences()
    await desk.save({ form: 'xlsx', language: 'en' })
    const words = Object.values(desk.xlsx()).join()
    for (const word of ['Delivery differences, list of', 'Not listed', 'not the listed number'])
      expect(words).toContain(word)
    expect(desk.files()[0]).toMatch(/^Delivery differences, list of .* \(masked\) 20.*\.xlsx$/)
  })
})
