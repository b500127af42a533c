import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sameVersions } from '../../scripts/setup/dependencies.mjs'
import { cacheFolder, inModules } from '../../scripts/setup/folders.mjs'
import { failedLately } from '../../scripts/setup/officialRuntime.mjs'
import { hasProfile, refusesNamespaces } from '../../scripts/setup/sandbox.mjs'
import { definesFrom } from '../../scripts/setup/compileSqlite.mjs'
import { needsOwnBinding } from '../../scripts/setup/sqliteBinding.mjs'
import { applyChange, changes } from '../../scripts/setup/sqlitePatch.mjs'
import { missingFrom, packageName } from '../../scripts/setup/systemPackages.mjs'
import { placeOf } from '../../scripts/setup/triedRuntime.mjs'

describe('the dependencies', () => {
  const lock = {
    packages: {
      '': { version: '0.1.0' },
      'native/pcsclite': { version: '1.0.0' },
      'node_modules/pcsclite': { link: true },
      'node_modules/vue': { version: '3.5.0' },
      'node_modules/for-mac': { version: '1.0.0', optional: true },
    },
  }
  const installed = (vue: string) => ({ packages: { 'node_modules/vue': { version: vue } } })

  it('are right when all but other systems’ packages are there', () => {
    expect(sameVersions(lock, installed('3.5.0'))).toBe(true)
  })

  it('are wrong when a version differs or a package is missing', () => {
    expect(sameVersions(lock, installed('3.4.0'))).toBe(false)
    expect(sameVersions(lock, { packages: {} })).toBe(false)
  })
})

describe('system packages', () => {
  it('go by their newer name where there is one', () => {
    const newer = (name: string) => name === 'libasound2t64'
    expect(packageName('libasound2', newer)).toBe('libasound2t64')
    expect(packageName('libnss3', newer)).toBe('libnss3')
  })

  it('are not missing when installed under either name', () => {
    const installed = new Set(['libasound2t64', 'libnss3'])
    expect(missingFrom(['libasound2', 'libnss3', 'xvfb'], installed)).toEqual(['xvfb'])
  })
})

describe('the runtime', () => {
  const day = 24 * 60 * 60 * 1000
  const failure = { version: '45.4.1', failedAt: 1000 }

  it('is not downloaded again for a day after a failure', () => {
    expect(failedLately(failure, '45.4.1', 1000 + day - 1)).toBe(true)
    expect(failedLately(failure, '45.4.1', 1000 + day)).toBe(false)
  })

  it('is tried at once for another version, or when the clock was put back', () => {
    expect(failedLately(failure, '46.0.0', 2000)).toBe(false)
    expect(failedLately(failure, '45.4.1', 500)).toBe(false)
    expect(failedLately(null, '45.4.1', 500)).toBe(false)
  })

  it('leaves the other program’s resources and snapshot in the archive', () => {
    const archive = { folder: 'Cypress/', executable: 'Cypress/Cypress' }
    expect(placeOf('Cypress/Cypress', archive)).toBe('electron')
    expect(placeOf('Cypress/locales/zh-CN.pak', archive)).toBe('locales/zh-CN.pak')
    expect(placeOf('Cypress/resources/app/index.js', archive)).toBeNull()
    expect(placeOf('Cypress/browser_v8_context_snapshot.bin', archive)).toBeNull()
    expect(placeOf('Other/file', archive)).toBeNull()
  })

  it('needs a binding of its own before Electron 36', () => {
    expect(needsOwnBinding('33.2.1')).toBe(true)
    expect(needsOwnBinding('36.0.0')).toBe(false)
    expect(needsOwnBinding('45.4.1')).toBe(false)
  })

  it('takes an AppArmor profile for the runtime as the permission it is', () => {
    const profiles = mkdtempSync(join(tmpdir(), 'apparmor-'))
    mkdirSync(join(profiles, 'abstractions'))
    writeFileSync(join(profiles, 'other'), 'profile other /opt/other { userns, }')
    expect(hasProfile('/opt/desk', profiles)).toBe(false)
    writeFileSync(join(profiles, 'desk'), 'profile desk /opt/desk/electron {\n  userns,\n}')
    expect(hasProfile('/opt/desk', profiles)).toBe(true)
    rmSync(profiles, { recursive: true })
  })

  it('keeps its sandbox unless the kernel refuses one', () => {
    expect(refusesNamespaces(() => '')).toBe(false)
    expect(refusesNamespaces((path) => (path.includes('apparmor') ? '1' : ''))).toBe(true)
    expect(refusesNamespaces((path) => (path.endsWith('userns_clone') ? '0' : ''))).toBe(true)
  })

  it('lives in the user’s cache folder', () => {
    expect(cacheFolder({ XDG_CACHE_HOME: '/x' }, 'linux')).toBe(join('/x', 'student-card-desk'))
    expect(cacheFolder({ LOCALAPPDATA: '/l' }, 'win32')).toBe(
      join('/l', 'student-card-desk', 'cache'),
    )
  })
})

describe('the patch of the SQLite binding', () => {
  it.each(changes)('fits the installed source: $file, $find', (change) => {
    const text = readFileSync(inModules('better-sqlite3', change.file), 'utf8')
    expect(applyChange(text, change)).toContain('BoxedString')
  })

  it('refuses a source that looks different', () => {
    const change = { file: 'a.cpp', find: 'x', replace: 'y', times: 2 }
    expect(() => applyChange('x', change)).toThrow('expected 2')
  })

  it('takes over the package’s own compile-time options', () => {
    const gypi = readFileSync(inModules('better-sqlite3', 'deps', 'defines.gypi'), 'utf8')
    expect(definesFrom(gypi)).toContain('-DSQLITE_THREADSAFE=2')
    expect(() => definesFrom('nothing known')).toThrow()
  })
})
