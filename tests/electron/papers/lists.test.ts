import { describe, expect, it } from 'vitest'
import { handOverHtml } from '../../../electron/papers/handOverHtml.ts'
import { inquiryHtml } from '../../../electron/papers/inquiryHtml.ts'
import { aHandOver, anInquiry } from './somePapers.ts'

const text = (html: string): string =>
  html
    .replace(/<style>.*?<\/style>/s, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
const places = (html: string): readonly number[] =>
  [...html.matchAll(/<td class="place">(\d+)/g)].map(([, place]) => Number(place))
const upTo = (n: number): readonly number[] => Array.from({ length: n }, (_, at) => at + 1)

describe('the hand-over list of a class', () => {
  it('has a line a card, with room to sign or who has signed', () => {
    const { html } = handOverHtml(aHandOver(2), 'zh-CN')
    expect(text(html)).toContain('三年级2班 领卡单')
    expect(text(html)).toContain('共 2 张，已领 1 张')
    expect(html).toContain(
      '<td class="number">…1000</td><td class="number">…9000</td><td class="pen"></td><td class="on"></td>',
    )
    expect(html).toContain('<td class="pen">李老师</td><td class="on">2026年11月9日</td>')
  })

  it('counts on over its pages; the teacher signs once, at the end', () => {
    const { html, pages } = handOverHtml(aHandOver(40), 'zh-CN')
    expect(pages).toBe(3)
    expect(places(html)).toEqual(upTo(40))
    expect(html.match(/班主任签名/g)).toHaveLength(1)
    expect(html.lastIndexOf('<table>')).toBeLessThan(html.indexOf('班主任签名'))
    expect(text(html)).toContain('第 3 页，共 3 页')
  })

  it('is complete in English', () => {
    const read = text(handOverHtml(aHandOver(2), 'en').html)
    expect(read).toContain('三年级2班 Hand-over list')
    expect(read).toContain('2 cards, 1 handed over')
    expect(read).toContain('Class teacher')
  })
})

describe('the inquiry', () => {
  it('asks in the words of an office where the cards are', () => {
    const read = text(inquiryHtml(anInquiry(3), 'zh-CN').html)
    expect(read).toContain('北京市东城区学生卡管理中心：')
    expect(read).toContain('我校下列 3 名学生')
    expect(read).toContain('截至 2026年11月16日，我校尚未收到新卡')
    expect(read).toContain('陈可欣 …1000 …7000 2026年10月12日 2026年11月9日 5 个工作日')
    expect(read).toContain('联系方式：学生卡服务台（一层东侧） 010-6402 1234')
    expect(read).toContain('北京市东城区示例小学（盖章） 2026年11月16日')
  })

  it('goes to the centre of the district where no other is named', () => {
    expect(text(inquiryHtml(anInquiry(1, { to: null }), 'zh-CN').html)).toContain(
      '区学生卡管理中心：',
    )
  })

  it('counts on over its pages, and is signed once, at the end', () => {
    const { html, pages } = inquiryHtml(anInquiry(30), 'zh-CN')
    expect(pages).toBe(3)
    expect(places(html)).toEqual(upTo(30))
    expect(html.match(/（盖章）/g)).toHaveLength(1)
    expect(html.match(/烦请贵中心/g)).toHaveLength(1)
  })

  it('is complete in English', () => {
    const read = text(inquiryHtml(anInquiry(1), 'en').html)
    expect(read).toContain('the 1 pupil below')
    expect(read).toContain('12 Oct 2026 9 Nov 2026 5 working days')
    expect(read).toContain('Thank you for your help.')
  })
})
