// @vitest-environment happy-dom
import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDesk } from './builders.ts'
import { STAFF } from './people.ts'
import { rollDesk } from './rollDesk.ts'
import { studentDesk } from './studentDesk.ts'

enableAutoUnmount(afterEach)
beforeEach(() => {
  HTMLDialogElement.prototype.showModal ??= () => undefined
})
afterEach(() => {
  document.body.innerHTML = ''
})

describe('转入', () => {
  it('is typed, checked beside each field, and entered', async () => {
    const { at, page, press, choose, kiosk, settle } = await rollDesk()
    await press('transfer-in-open')
    const submit = async () => {
      await page.find('[data-test="transfer-in"] form').trigger('submit')
      await settle()
    }
    await submit()
    expect(page.find('[data-test="transfer-in"]').text()).toContain('教育ID是8位数字')
    expect(page.find('[data-test="transfer-in"]').text()).toContain('请选性别')
    await choose('pupil-education-id', '20139999')
    await choose('pupil-name', ' 王 小 明 ')
    await at('pupil-male').setValue(true)
    await choose('pupil-class', 'c-5')
    await at('pupil-temporary').setValue(true)
    await settle()
    await choose('pupil-day', '2027-01-31')
    await submit()
    expect(kiosk.asked.filter(({ name }) => name === 'roll.pupil')).toMatchObject([
      {
        args: {
          kind: 'transfer-in',
          entry: {
            ...{ educationId: '20139999', name: '王小明', sex: 'male', classId: 'c-5' },
            enrolment: { kind: 'temporary', until: '2027-01-31' },
          },
        },
      },
    ])
    expect(at('transfer-in').exists()).toBe(false)
    expect(at('transfer-in-done').exists()).toBe(true)
  })

  it('keeps what was typed where the desk refuses, and says why', async () => {
    const { at, page, press, choose, settle } = await rollDesk((kiosk) => {
      kiosk.schoolYear.pupil = { kind: 'refused', why: 'on-roll-already' }
    })
    await press('transfer-in-open')
    await choose('pupil-education-id', '20131234')
    await choose('pupil-name', '陈可欣')
    await at('pupil-female').setValue(true)
    await page.find('[data-test="transfer-in"] form').trigger('submit')
    await settle()
    expect(page.find('[data-test="transfer-in"]').text()).toContain('这名学生已在名册上')
    expect((at('pupil-name').element as HTMLInputElement).value).toBe('陈可欣')
  })
})

describe('on the page of a pupil', () => {
  it('转出 takes a day, a school and what becomes of the card', async () => {
    const { at, page, press, settle, kiosk } = await studentDesk('good')
    await press('pupil-out')
    await at('out-to').setValue('北京市第二实验小学')
    await at('out-elsewhere').setValue(true)
    await page.find('[data-test="transfer-out"] form').trigger('submit')
    await settle()
    expect(kiosk.asked.find(({ name }) => name === 'roll.pupil')).toMatchObject({
      args: { kind: 'transfer-out', to: '北京市第二实验小学', destination: 'elsewhere' },
    })
    expect(at('pupil-done').exists()).toBe(true)
  })

  it('更正 begins with what stands there, and leaves the 教育ID alone', async () => {
    const { at, page, press, settle, kiosk } = await studentDesk('good')
    await press('pupil-correct')
    await at('pupil-name').setValue('陈可馨')
    await page.find('[data-test="correct-pupil"] form').trigger('submit')
    await settle()
    expect(kiosk.asked.find(({ name }) => name === 'roll.pupil')).toMatchObject({
      args: { kind: 'correct', to: { educationId: null, name: '陈可馨', sex: 'female' } },
    })
  })

  it('is offered to nobody who may not propose it', async () => {
    const operator = {
      ...STAFF.everything,
      roles: ['class-teacher'] as const,
      classes: ['三年级2班'],
    }
    const { at } = await studentDesk('good', { desk: openDesk({ operator }) })
    expect(at('pupil-acts').exists()).toBe(false)
  })
})
