import { describe, expect, it } from 'vitest'
import { longNameForms, mixturesFrom, spelledOut, syllableOf } from '../../core/pinyinForms.ts'

describe('one character', () => {
  it('is typed whole, by its first letter, or by the two of zh, ch and sh', () => {
    expect(syllableOf(['zhang'])).toEqual({ whole: ['zhang'], initials: ['z', 'zh'] })
    expect(syllableOf(['wei'])).toEqual({ whole: ['wei'], initials: ['w'] })
  })

  it('of several readings is typed by each', () => {
    expect(syllableOf(['shan', 'dan'])).toEqual({
      whole: ['shan', 'dan'],
      initials: ['s', 'sh', 'd'],
    })
  })

  it('with ü is typed with v, u, or as in a passport', () => {
    expect(syllableOf(['lv']).whole).toEqual(['lv', 'lu', 'lyu'])
    expect(syllableOf(['nve']).whole).toEqual(['nve', 'nue', 'nyue'])
  })
})

describe('a name', () => {
  const [zhang, wei] = [syllableOf(['zhang']), syllableOf(['wei'])]

  it('is typed whole and shortened, each form ending whole', () => {
    expect(mixturesFrom(zhang, mixturesFrom(wei, null))).toEqual(['zhangwei', 'zwei', 'zhwei'])
  })

  it('whose initial is its whole reading has each form once', () => {
    expect(mixturesFrom(syllableOf(['a']), ['wei'])).toEqual(['awei'])
  })

  it('is spelled out in every reading', () => {
    expect(spelledOut([syllableOf(['shan', 'dan']), wei])).toEqual(['shanwei', 'danwei'])
  })

  it('that is long is typed from its beginning, then by initials', () => {
    const long = ['a', 'bu', 'du', 're', 'he'].map((one) => syllableOf([one]))
    expect(longNameForms(long)).toEqual(['abdrhe', 'abdrhe', 'abudrhe', 'abudurhe', 'abudurehe'])
    expect(spelledOut(long)).toEqual(['abudurehe'])
  })
})
