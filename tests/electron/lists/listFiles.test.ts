import { statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { errorCode } from '../../../core/errors.ts'
import { LIST_NAMES, LISTS, type ListName } from '../../../core/lists.ts'
import { classProgress } from '../../../db/classLists.ts'
import { pupilsOnRoll } from '../../../db/students.ts'
import { personShown, wholeEducationId } from '../../../electron/shown.ts'
import { everything, whoIs } from '../signIn.ts'
import { deskParts } from '../openDesk.ts'
import { leavingDesk } from './leaving.ts'

const refusal = (asking: Promise<unknown>): Promise<string> => asking.then(() => 'done', errorCode)

const WHOLE = { reason: '报教委核对' }
const TRICKS = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1']

describe('a list that leaves the desk', () => {
  it('is masked for a clerk, without a question, and in the log', async () => {
    const desk = await leavingDesk()
    const pupils = pupilsOnRoll(desk.db)
    await desk.as('clerk')
    expect(await desk.save()).toMatchObject({ kind: 'saved' })
    const { text, lines } = desk.csv()
    expect(text.slice(0, 1)).toBe('\u{feff}')
    expect(lines[0]).toBe('班级,姓名,教育ID,性别,学籍,学生卡,卡号尾号,照片')
    expect(lines.length).toBe(pupils.length + 2)
    for (const pupil of pupils) {
      const { name } = personShown(pupil)
      if ([...name].length > 1) expect(text).not.toContain(`,${name},`)
      expect(text).not.toContain(wholeEducationId(pupil) ?? '?')
    }
    expect(text).toMatch(/,[^,]\*,…\d{4},[女男],/)
    expect(lines.at(-1)).toMatch(/^王芳 20\d\d年.* 导出，仅供学校办理学生卡使用$/)
    const clerk = whoIs('clerk').id
    const about = `roll csv masked ${pupils.length}`
    expect(desk.left()).toEqual([{ about, reason: null, operatorId: clerk }])
  })

  it('is whole for a supervisor with PIN and reason; card numbers stay tails', async () => {
    const desk = await leavingDesk()
    const pupils = pupilsOnRoll(desk.db)
    await desk.as('clerk', 'supervisor')
    expect(await refusal(desk.save({ whole: WHOLE }))).toBe('re-auth-needed')
    expect(await refusal(desk.save({ whole: { reason: ' ' } }))).toBe('re-auth-needed')
    await desk.desk.signing.confirm(whoIs('clerk', 'supervisor').pin)
    await expect(desk.save({ whole: { reason: ' ' } })).rejects.toThrow()
    await desk.save({ whole: WHOLE })
    const { text } = desk.csv()
    for (const pupil of pupils)
      expect(text).toContain(`,${personShown(pupil).name},${wholeEducationId(pupil)},`)
    expect(text).not.toMatch(/\d{9}/)
    expect(desk.files()[0]).toMatch(/^学生名册（完整）-20\d\d-\d\d-\d\d\.csv$/)
    expect(desk.left()).toMatchObject([
      { about: `roll csv whole ${pupils.length}`, reason: '报教委核对' },
    ])
  })

  it('is masked for a supervisor who asks no more, without PIN or reason', async () => {
    const desk = await leavingDesk()
    await desk.as('clerk', 'supervisor')
    expect(await desk.save()).toMatchObject({ kind: 'saved' })
    expect(desk.csv().text).toMatch(/,[^,]\*,…/)
  })

  it('is refused whole to a clerk, and altogether to an administrator', async () => {
    const desk = await leavingDesk()
    await desk.as('clerk')
    await desk.desk.signing.confirm(whoIs('clerk').pin)
    expect(await refusal(desk.save({ whole: WHOLE }))).toBe('right-missing')
    await desk.as('administrator')
    expect(await refusal(desk.save())).toBe('right-missing')
    expect(desk.files()).toEqual([])
  })

  it('holds a class teacher’s own class and nobody else, whatever is asked', async () => {
    const desk = await leavingDesk()
    const [own, other] = classProgress(desk.db)
    if (own === undefined || other === undefined) throw new Error('There are two classes.')
    await desk.tapped('valid')
    await desk.asTeacherOf(own.name)
    const ofClass = await desk.save({ list: 'class', ofId: own.classId })
    expect(ofClass).toMatchObject({ names: [expect.stringContaining(`${own.name}班级名单`)] })
    expect(await desk.save({ list: 'class', ofId: other.classId })).toEqual({ kind: 'empty' })
    expect(await desk.save({ list: 'class', ofId: 'none' })).toEqual({ kind: 'empty' })
    expect(await desk.save({ list: 'roll-changes' })).toEqual({ kind: 'empty' })
    for (const list of [
      'roll',
      'without-card',
      'without-photo',
      'progress',
      'names',
      'taps',
    ] as const)
      await desk.save({ list })
    for (const name of desk.files()) {
      const { lines } = desk.csv(name)
      for (const line of lines.slice(1, -1)) expect(line).toContain(own.name)
    }
    const roll = desk.files().find((name) => name.startsWith('学生名册'))
    expect(desk.csv(roll).lines).toHaveLength(own.pupils + 2)
  })

  it('holds nobody for a helper without an event: nothing is saved or asked', async () => {
    const desk = await leavingDesk()
    await desk.as('check-in-helper')
    for (const list of LIST_NAMES)
      if (LISTS[list].of === 'school')
        expect([list, await desk.save({ list })]).toEqual([list, { kind: 'empty' }])
    expect([desk.files(), desk.left()]).toEqual([[], []])
  })

  it('has no cell a spreadsheet takes for a formula, in both forms', async () => {
    const desk = await leavingDesk()
    const { classId } = classProgress(desk.db)[0] ?? { classId: '' }
    const ofClass = desk.db.prepare('SELECT id FROM student WHERE class_id = ?')
    const ids = ofClass.all(classId) as { readonly id: string }[]
    const rename = desk.db.prepare('UPDATE student SET name = ? WHERE id = ?')
    for (const [at, trick] of TRICKS.entries()) rename.run(trick, ids[at]?.id)
    await desk.confirm()
    for (const form of ['csv', 'xlsx'] as const)
      await desk.save({ list: 'class', ofId: classId, form, whole: WHOLE })
    const [csv, xlsx] = desk.files()
    for (const trick of TRICKS.slice(0, 4)) expect(desk.csv(csv).text).toContain(`,'${trick},`)
    expect(desk.csv(csv).text).not.toMatch(/(?:[,"]|\r\n)\s*[=+@＝-]/)
    const book = Object.values(desk.xlsx(xlsx)).join('')
    expect(book).not.toContain('<f>')
    const texts = [...book.matchAll(/<t\b[^>]*>([^<]*)<\/t>/g)].map(([, text]) => text ?? '')
    expect(texts.filter((text) => /^\s*[=+\-@＝]/.test(text))).toEqual([])
    expect(texts.some((text) => text.includes('1+1'))).toBe(true)
  })

  it('is each list there is, with its headings in the language of the desk', async () => {
    const desk = await leavingDesk()
    const [{ classId } = { classId: '' }] = classProgress(desk.db)
    desk.db.prepare('DELETE FROM photo').run()
    await desk.tapped('valid')
    const saved: string[] = []
    const deliveryId = desk.expected()
    const ofIds = { school: null, class: classId, delivery: deliveryId }
    for (const list of LIST_NAMES) {
      const ofId = ofIds[LISTS[list].of]
      const answer = await desk.save({ list, ofId, form: 'xlsx', language: 'en' })
      if (answer.kind === 'saved') saved.push(list)
    }
    // The rehearsal school’s roll was never changed at the desk, and no list went to the city.
    const empty: readonly ListName[] = ['roll-changes', 'card-lists', 'arrival-missing']
    expect(saved).toEqual(LIST_NAMES.filter((list) => !empty.includes(list)))
    const words = Object.values(
      desk.xlsx(desk.files().find((name) => name.startsWith('Taps'))),
    ).join()
    for (const word of ['Taps of today', 'Exported by 孙丽', 'Education ID', 'Valid'])
      expect(words).toContain(word)
  })

  it('has who is on a list for the city, as they were confirmed, and whole only with a reason', async () => {
    const desk = await leavingDesk()
    const { newCards } = desk.desk.acts
    const classId = newCards.view().classes.find(({ stages }) => stages['to-apply'] > 0)?.classId
    const [pupil] = newCards.list(classId ?? null, 'to-apply')?.lines ?? []
    const studentId = pupil?.pupil.studentId ?? ''
    await newCards.apply([], [studentId])
    const [asked] = newCards.list(classId ?? null, 'awaiting-info')?.lines ?? []
    const { applicationId = '', mark = '' } = asked?.application ?? {}
    newCards.say(applicationId, mark, { kind: 'confirmed', said: { by: 'student' } })
    await newCards.makeList()
    const whose = pupilsOnRoll(desk.db).find(({ id }) => id === studentId)
    if (whose === undefined) throw new Error('Nobody.')
    const { name, educationIdTail, sex } = personShown(whose)
    await desk.save({ list: 'card-lists' })
    const [heading, line] = desk.csv().lines
    expect(heading).toBe('报送日期,班级,姓名,教育ID,性别,学校')
    expect(line).toContain(`*,…${educationIdTail},${sex === 'female' ? '女' : '男'},`)
    await desk.as('clerk', 'supervisor')
    await desk.desk.signing.confirm(whoIs('clerk', 'supervisor').pin)
    await desk.save({ list: 'card-lists', whole: WHOLE })
    const whole = desk.files().find((file) => file.includes('完整'))
    expect(desk.csv(whole).lines[1]).toContain(`,${name},${wholeEducationId(whose)},`)
  })

  it('names what is to be checked, and masks the character with the name', async () => {
    const desk = await leavingDesk()
    const id = pupilsOnRoll(desk.db)[0]?.id
    desk.db.prepare('UPDATE student SET name = ? WHERE id = ?').run('王𬭎', id)
    await desk.save({ list: 'names' })
    expect(desk.csv().text).toContain('王*')
    expect(desk.csv().text).not.toContain('𬭎')
    await desk.confirm()
    await desk.save({ list: 'names', whole: WHOLE })
    const whole = desk.files().find((name) => name.includes('完整'))
    expect(desk.csv(whole).text).toContain('第2个字“𬭎”：')
  })

  it('of figures has no names, takes no reason, and says so in the log', async () => {
    const desk = await leavingDesk()
    await desk.save({ list: 'progress' })
    const { lines } = desk.csv()
    const [first] = classProgress(desk.db)
    const { name, pupils, bound } = first ?? { name: '', pupils: 0, bound: 0 }
    expect(lines[1]).toMatch(new RegExp(`^${name},${pupils},${bound},${pupils - bound},\\d+%$`))
    expect(desk.files()[0]).toMatch(/^各班绑卡进度-20/)
    expect(desk.left()).toMatchObject([{ about: expect.stringMatching(/^progress csv none \d+$/) }])
  })
})

describe('the file of a list', () => {
  it('is for its owner alone, and never written over', async () => {
    const desk = await leavingDesk()
    const first = await desk.save()
    const second = await desk.save()
    expect(first).toMatchObject({ folder: expect.stringMatching(/^leaving-/) })
    expect(second).toMatchObject({ names: [expect.stringMatching(/（2）\.csv$/)] })
    const [name = ''] = desk.files()
    if (process.platform !== 'win32')
      expect(statSync(join(desk.folder, name)).mode & 0o777).toBe(0o600)
  })

  it('is in the log before it is on the disk, also where it then cannot be saved', async () => {
    const { hands } = deskParts('', [])
    const desk = await leavingDesk({
      hands: { ...hands, chooseFolder: () => Promise.resolve('/proc/no-such-folder') },
    })
    expect(await refusal(desk.save())).not.toBe('done')
    expect(desk.left()).toHaveLength(1)
  })

  it('is nothing where no folder is chosen, or the desk was locked meanwhile', async () => {
    const { hands } = deskParts('', [])
    const off = await leavingDesk({
      hands: { ...hands, chooseFolder: () => Promise.resolve(null) },
    })
    expect(await off.save()).toEqual({ kind: 'called-off' })
    expect(off.left()).toEqual([])
    let lock = (): void => undefined
    const locked = await leavingDesk({
      hands: {
        ...hands,
        chooseFolder: () => {
          lock()
          return Promise.resolve(locked.folder)
        },
      },
    })
    lock = () => locked.desk.lock('idle')
    expect(await refusal(locked.save())).toBe('signed-out')
    expect([locked.files(), locked.left()]).toEqual([[], []])
  })

  it('takes no class for a list of the school, and what it is of for any other', async () => {
    const desk = await leavingDesk()
    await expect(desk.save({ list: 'class', ofId: null })).rejects.toThrow()
    await expect(desk.save({ list: 'roll', ofId: 'c-1' })).rejects.toThrow()
    await expect(desk.save({ list: 'arrival-difference', ofId: null })).rejects.toThrow()
  })
})

describe('the pages for class teachers', () => {
  const WISH = { classId: null, whole: null, language: 'zh-CN' } as const

  /** @returns the desk, and the documents it had printed */
  async function printing() {
    const pages: string[] = []
    const desk = await leavingDesk()
    const { hands } = deskParts(desk.folder, [])
    const printed = await leavingDesk({
      hands: {
        ...hands,
        chooseFolder: () => Promise.resolve(desk.folder),
        progressPdf: ({ html }) => {
          pages.push(html)
          return Promise.resolve(Buffer.from('%PDF'))
        },
      },
    })
    return { ...printed, files: desk.files, pages }
  }

  it('are one for each class that is not done, behind the figures of all', async () => {
    const desk = await printing()
    const classes = classProgress(desk.db)
    expect(await desk.ask('list.progress', WISH)).toMatchObject({ kind: 'saved' })
    const [html = ''] = desk.pages
    const open = classes.filter(({ pupils, bound }) => bound < pupils)
    expect(html.match(/<section>/g)).toHaveLength(open.length + 1)
    const [first] = open
    if (first === undefined) throw new Error('Every class is done.')
    expect(html).toContain(`<h1>${first.name}</h1>`)
    expect(html).toContain(`<b>${first.bound} / ${first.pupils}</b>`)
    const lacking = classes.reduce((sum, { pupils, bound }) => sum + pupils - bound, 0)
    expect(html.match(/class="tick"><i>/g)).toHaveLength(lacking)
    expect(desk.files()[0]).toMatch(/^绑卡进度（脱敏）-20.*\.pdf$/)
    expect(desk.left()).toMatchObject([{ about: `progress pdf masked ${lacking}`, reason: null }])
  })

  it('have names by right and never a whole number', async () => {
    const desk = await printing()
    const whole = { ...WISH, whole: WHOLE }
    expect(await refusal(desk.ask('list.progress', whole))).toBe('re-auth-needed')
    await desk.desk.signing.confirm(everything.pin)
    await desk.ask('list.progress', WISH)
    await desk.ask('list.progress', whole)
    const [masked = '', named = ''] = desk.pages
    const pupil = pupilsOnRoll(desk.db).find((one) => named.includes(personShown(one).name))
    if (pupil === undefined) throw new Error('Nobody is named.')
    expect(masked).not.toContain(`>${personShown(pupil).name}<`)
    for (const one of pupilsOnRoll(desk.db)) expect(named).not.toContain(wholeEducationId(one))
    expect(desk.left()[1]).toMatchObject({ reason: WHOLE.reason })
  })

  it('of a class teacher are of their own classes', async () => {
    const desk = await printing()
    const [own, other] = classProgress(desk.db)
    if (own === undefined || other === undefined) throw new Error('There are two classes.')
    await desk.asTeacherOf(own.name)
    await desk.ask('list.progress', WISH)
    expect(desk.pages[0]).toContain(own.name)
    expect(desk.pages[0]).not.toContain(other.name)
    const asked = desk.ask('list.progress', { ...WISH, classId: other.classId })
    expect(await asked).toEqual({ kind: 'empty' })
  })

  it('say of a class that is done that it is', async () => {
    const desk = await printing()
    const [own] = classProgress(desk.db)
    const classId = own?.classId ?? ''
    desk.db
      .prepare(
        `UPDATE student SET enrolment = 'left', left_on = '2026-09-01', left_why = 'other'
                WHERE class_id = ? AND NOT EXISTS (
                  SELECT 1 FROM card WHERE student_id = student.id AND state = 'ACTIVE')`,
      )
      .run(classId)
    await desk.ask('list.progress', { ...WISH, classId })
    expect(desk.pages[0]).toContain('全班都已绑卡')
  })
})
