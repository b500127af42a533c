import { FuseV1Options } from '@electron/fuses'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { icoFile } from '../../scripts/icon/icoFile.mjs'
import { fuseConfig } from '../../scripts/packaging/fuses.mjs'
import { assertNatives, nativesOf } from '../../scripts/packaging/natives.mjs'
import { repo } from '../../scripts/setup/folders.mjs'

describe('the fuses', () => {
  it('let Electron check the archive where it can', () => {
    const integrity = FuseV1Options.EnableEmbeddedAsarIntegrityValidation
    expect(fuseConfig(9, { platform: 'win32', supported: true })).toHaveProperty([integrity], true)
    expect(fuseConfig(9, { platform: 'linux', supported: true })).toHaveProperty([integrity], false)
  })

  it('may be fewer only on a runtime that is out of support', () => {
    const old = fuseConfig(8, { platform: 'linux', supported: false })
    expect(old).not.toHaveProperty([FuseV1Options.WasmTrapHandlers])
    expect(old).toHaveProperty([FuseV1Options.RunAsNode], false)
    expect(() => fuseConfig(8, { platform: 'linux', supported: true })).toThrow('which is gone')
  })

  it('are all asked for, so that a new one stops the packaging', () => {
    expect(fuseConfig(10, { platform: 'linux', supported: true })).toMatchObject({
      strictlyRequireAllFuses: true,
    })
  })
})

describe('the natives', () => {
  it.each(['linux-x64', 'linux-arm64', 'win32-x64'])(
    'of %s are named as npm has them',
    (system) => {
      const [reader = '', sqlite = '', hash = ''] = nativesOf(system)
      const text = (file: string): string => readFileSync(join(repo, file), 'utf8')
      const pcsc = text('node_modules/pcsc-mini/build/addon.node.js')
      expect(pcsc).toContain(`"${reader.replace('/addon.node', '')}"`)
      expect(readFileSync(join(repo, 'node_modules', sqlite)).length).toBeGreaterThan(1e6)
      const [, argon2, file] = /^(.+)\/(.+)$/.exec(hash) ?? []
      expect(text('node_modules/@node-rs/argon2/index.js')).toContain(`require('${argon2}')`)
      expect(text('node_modules/@node-rs/argon2/index.js')).toContain(`require('./${file}')`)
      expect(text('package-lock.json')).toContain(`"node_modules/${argon2}"`)
    },
  )

  it('stop a package that would lack them', () => {
    expect(() => assertNatives('/nowhere', 'win32-x64')).toThrow('windows-x86_64-electron')
    expect(() => nativesOf('darwin-x64')).toThrow('No package is made')
  })
})

describe('the icon file for Windows', () => {
  const picture = (size: number) => ({
    size,
    png: Buffer.from('a png'),
    rgba: Buffer.alloc(size * size * 4, Buffer.from([1, 2, 3, 4])),
  })

  it('holds small pictures as bitmaps and the large one as a PNG, each where the list says', () => {
    const file = icoFile([picture(16), picture(256)])
    expect([file.readUInt16LE(2), file.readUInt16LE(4)]).toEqual([1, 2])
    const at = (entry: number) => file.readUInt32LE(6 + entry * 16 + 12)
    expect([file.readUInt8(6), file.readUInt8(22)]).toEqual([16, 0])
    expect([...file.subarray(at(0) + 40, at(0) + 44)]).toEqual([3, 2, 1, 4])
    expect(at(1) - at(0)).toBe(40 + 16 * 16 * 4 + 16 * 4)
    expect(file.subarray(at(1)).toString()).toBe('a png')
  })

  it('is the committed one in shape', () => {
    const file = readFileSync(join(repo, 'build/icon.ico'))
    const sizes = Array.from({ length: file.readUInt16LE(4) }, (_, i) => file.readUInt8(6 + i * 16))
    expect(sizes).toEqual([16, 24, 32, 48, 64, 128, 0])
  })
})
