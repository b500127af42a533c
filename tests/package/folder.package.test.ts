import { listPackage, extractFile } from '@electron/asar'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { supportedElectron } from '../../electron/environment.ts'
import { nativesOf } from '../../scripts/packaging/natives.mjs'
import { executable, packageFolder } from './packagedDesk.ts'

const resources = (...parts: readonly string[]): string =>
  join(packageFolder(), 'resources', ...parts)
const archive = (): string => resources('app.asar')
const files = (): readonly string[] =>
  listPackage(archive(), { isPack: false }).map((path) => path.replaceAll('\\', '/').slice(1))

function electronVersion(): string {
  const version = process.env['DESK_ELECTRON_VERSION']
  if (version === undefined) throw new Error('DESK_ELECTRON_VERSION is not set.')
  return version
}

function below(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
}

describe('the fuses', () => {
  it('are burnt as hardening.md 2.2 wants them, and there is none besides (E1)', async () => {
    const { version, ...wire } = await getCurrentFuseWire(executable())
    expect(version).toBe('1')
    const burnt = Object.entries(wire).map(([fuse, state]) => [FuseV1Options[Number(fuse)], state])
    const [on, off] = [FuseState.ENABLE, FuseState.DISABLE]
    const table = [
      ['RunAsNode', off],
      ['EnableCookieEncryption', on],
      ['EnableNodeOptionsEnvironmentVariable', off],
      ['EnableNodeCliInspectArguments', off],
      // Electron looks at the hash on Windows and macOS only.
      ['EnableEmbeddedAsarIntegrityValidation', process.platform === 'linux' ? off : on],
      ['OnlyLoadAppFromAsar', on],
      ['LoadBrowserProcessSpecificV8Snapshot', off],
      ['GrantFileProtocolExtraPrivileges', off],
      ['WasmTrapHandlers', on],
    ]
    // Electron 33 has eight.
    const there = supportedElectron(electronVersion()) ? table : table.slice(0, burnt.length)
    expect(burnt).toEqual(there)
    expect(burnt.length).toBeGreaterThanOrEqual(8)
  })
})

describe('the archive', () => {
  it('holds what runs and nothing else (E7)', () => {
    const top = new Set(files().map((file) => file.split('/').slice(0, 2).join('/')))
    expect([...top].sort()).toEqual(
      [
        'build',
        'build/icons',
        'node_modules',
        'node_modules/@node-rs',
        'node_modules/@pcsc-mini',
        'node_modules/better-sqlite3',
        'node_modules/pcsc-mini',
        'node_modules/pinyin-pro',
        'out',
        'out/main',
        'out/preload',
        'out/renderer',
        'package.json',
      ].sort(),
    )
  })

  it('holds no map, no source, no test, no secret, nothing for browsers (E7)', () => {
    const unwanted =
      /\.(map|ts|vue|c|h|cpp|hpp|rs|gyp|gypi|wasm)$|(^|\/)\.|(^|\/)(tests?|__tests__|src|deps)\/|\/browser\.js$/
    expect(files().filter((file) => unwanted.test(file))).toEqual([])
  })

  it('leaves the natives alone outside it, those of this system', () => {
    const natives = nativesOf(`${process.platform}-${process.arch}`)
    expect(natives).toHaveLength(3)
    expect([...below(resources('app.asar.unpacked'))].sort()).toEqual(
      natives.map((file) => `node_modules/${file}`).sort(),
    )
  })

  it('says it is for rehearsal where the runtime is out of support, and only there', () => {
    const { name } = JSON.parse(extractFile(archive(), 'package.json').toString()) as {
      readonly name: string
    }
    expect(name).toBe(
      supportedElectron(electronVersion()) ? 'student-card-desk' : 'student-card-desk-rehearsal',
    )
  })
})

describe('the folder', () => {
  it('brings no program but ours', () => {
    expect(existsSync(resources('app'))).toBe(false)
    expect(existsSync(resources('default_app.asar'))).toBe(false)
  })

  it('brings the words of two languages', () => {
    expect(readdirSync(join(packageFolder(), 'locales')).sort()).toEqual(['en-US.pak', 'zh-CN.pak'])
  })

  it('brings the licences of all it holds', () => {
    const licence = (...parts: readonly string[]): string =>
      readFileSync(join(packageFolder(), ...parts), 'utf8')
    expect(licence('resources/licences/LICENSE.txt')).toContain('MIT License')
    expect(licence('resources/licences/bundled-main.md')).toMatch(/^## zod /m)
    expect(licence('resources/licences/bundled-renderer.md')).toMatch(/^## vue /m)
    expect(licence('LICENSE.electron.txt')).toContain('Electron')
    expect(existsSync(join(packageFolder(), 'LICENSES.chromium.html'))).toBe(true)
    for (const name of ['@node-rs/argon2', 'better-sqlite3', 'pcsc-mini', 'pinyin-pro'])
      expect(files()).toContain(`node_modules/${name}/LICENSE`)
  })

  it('is as small as its runtime lets it be', () => {
    const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`
    const sizes = below(packageFolder()).map((file) => statSync(join(packageFolder(), file)).size)
    const whole = sizes.reduce((sum, size) => sum + size, 0)
    const packed = statSync(archive()).size
    console.log(`package: ${megabytes(whole)}, of which our archive ${megabytes(packed)}`)
    expect(packed).toBeLessThan(10e6)
    expect(whole).toBeLessThan(400e6)
  })
})
