import { describe, expect, it } from 'vitest'
import { commandOptions } from '../../scripts/setup/options.mjs'
import { noWindowInWords, openSchoolInWords } from '../../scripts/setup/launch.mjs'

describe('the arguments of npm start', () => {
  it('keeps ours and hands all others on, in order', () => {
    const options = commandOptions(['--kiosk', '--tour', '--students', '100000', '--lang', 'en'])
    expect(options).toEqual({
      tour: true,
      triedRuntime: false,
      retryDownload: false,
      rest: ['--kiosk', '--students', '100000', '--lang', 'en'],
    })
  })

  it('knows the two ways to choose a runtime', () => {
    expect(commandOptions(['--tried-runtime']).triedRuntime).toBe(true)
    expect(commandOptions(['--retry-download']).retryDownload).toBe(true)
  })
})

describe('what the person is told', () => {
  it('names the rehearsal school and how to start a real one', () => {
    expect(openSchoolInWords([])).toContain('演练校')
    expect(openSchoolInWords([])).toContain('npm start -- --school')
  })

  it('does not call a real school a rehearsal', () => {
    expect(openSchoolInWords(['--school'])).toContain('real school’s desk is open')
  })

  it('offers the tried runtime only where there is one and it is not already in use', () => {
    const offer = 'npm start -- --tried-runtime'
    expect(noWindowInWords('official', true)).toContain(offer)
    expect(noWindowInWords('official', false)).not.toContain(offer)
    expect(noWindowInWords('registry', true)).not.toContain(offer)
  })
})
