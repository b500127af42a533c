import { describe, expect, it } from 'vitest'
import type { SlipFacts } from '../../../core/paper.ts'
import { slipHtml } from '../../../electron/papers/slipHtml.ts'
import { day } from '../../core/builders.ts'
import { aSlip, inWinter } from './somePapers.ts'

const read = (change: Partial<SlipFacts> = {}, language: 'zh-CN' | 'en' = 'zh-CN'): string =>
  slipHtml(aSlip(change), language)
    .html.replace(/<style>.*?<\/style>/s, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')

const AMOUNT = { fen: 1500, basis: '京发改[2007]623号' }
const RULE = { kind: 'rule' } as const

describe('the slip for parents', () => {
  it('says whose it is, what was registered, when and by whom', () => {
    const slip = read()
    expect(slip).toContain('北京市东城区示例小学')
    expect(slip).toContain('学生卡补卡告知单')
    expect(slip).toContain('张伟 三年级2班 教育ID 尾号 4567')
    expect(slip).toContain('2026年10月12日 08:02，李老师已登记补卡（原卡遗失）。')
  })

  it('names the fee and what asks for it, the app and each button, hotline and school', () => {
    const slip = read()
    for (const words of [
      '¥15.00 京发改[2007]623号',
      '“学生云卡”APP',
      '【缴费】→【我的缴费】',
      '【已完成支付】',
      'cardcenter.bjedu.cn',
      '96066',
      '学生卡服务台（一层东侧） 010-6402 1234',
    ])
      expect(slip).toContain(words)
  })

  it.each([
    [
      { kind: 'next', first: day('2026-10-19'), last: day('2026-10-20'), by: RULE },
      '2026年10月19日 周一 至 2026年10月20日 周二 每周一、周二开放（按规则推算）',
    ],
    [
      {
        kind: 'open',
        last: day('2026-10-13'),
        by: { kind: 'announcement', source: '市卡管公告 2026-09-21' },
      },
      '现在可以缴费，到 2026年10月13日 周二 为止 依据：市卡管公告 2026-09-21',
    ],
    [{ kind: 'announced' }, '以公告为准'],
  ] as const)('says when to pay: %o', (window, words) => {
    expect(read({ fee: { kind: 'due', ...AMOUNT, window } })).toContain(words)
  })

  it('tells no one to pay who has paid, or need not', () => {
    expect(read({ fee: { kind: 'claimed', ...AMOUNT } })).toContain(
      '已付款，等待市里确认 不用再付一次',
    )
    const waived = read({
      fee: { kind: 'waived' },
      matter: { kind: 'reissue', because: 'damaged' },
    })
    expect(waived).toContain('免缴')
    expect(waived).toContain('市里受理后 20 个工作日')
    for (const slip of [waived, read({ fee: { kind: 'claimed', ...AMOUNT } }), read(inWinter)])
      expect(slip).not.toContain('怎么缴费')
  })

  it('promises twenty working days, then a day; beside it the school’s own time and the vacation', () => {
    expect(read()).toContain('缴费确认后 20 个工作日')
    const slip = read(inWinter)
    expect(slip).toContain('2026年2月14日 周六')
    expect(slip).toContain('本校一般 18 个工作日（近 12 张），约 2026年2月12日')
    expect(slip).toContain('放假期间不发卡，2026年3月2日 周一 起可以领')
  })

  it('never says an estimate as a plain date', () => {
    const promised = { date: day('2027-01-05'), certain: false }
    const expected = {
      kind: 'promised',
      promised,
      likely: null,
      handOut: { kind: 'open' },
    } as const
    expect(read({ expected })).toContain('约 2027年1月5日（估计）')
    expect(read({ expected }, 'en')).toContain('about 5 Jan 2027 (an estimate)')
  })

  it('of a loss says how to come to a new card; of a damaged card nothing of finding it', () => {
    const loss = read({ matter: { kind: 'loss' } })
    expect(loss).toContain('学生卡挂失告知单')
    expect(loss).toContain('怎么补卡')
    expect(loss).toContain('旧卡找到了')
    expect(read({ matter: { kind: 'reissue', because: 'damaged' } })).not.toContain('旧卡找到了')
  })

  it('of a found card tells those who have paid only what is left to do', () => {
    expect(read()).toContain('还没缴费：先不要缴费')
    expect(read(inWinter)).not.toContain('还没缴费')
    expect(read(inWinter)).toContain('已经缴费：新卡照常制作')
  })

  it('is complete in English, with the Chinese words that stand on the buttons', () => {
    const slip = read({ copy: 2 }, 'en')
    for (const words of [
      'New student card applied for',
      'Education ID ending in 4567',
      'Mon 19 Oct 2026 to Tue 20 Oct 2026',
      '【已完成支付】 (payment done)',
      'Copy · print no. 3',
    ])
      expect(slip).toContain(words)
  })
})
