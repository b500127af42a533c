/** electron-builder's hook, when the folder is whole and before it is signed or packed up: the last look, and the fuses. */
import { Arch } from 'electron-builder'
import { join } from 'node:path'
import { supportedElectron } from '../../electron/environment.ts'
import { burnFuses } from './fuses.mjs'
import { assertNatives } from './natives.mjs'
import { REHEARSAL } from './rehearsalNames.mjs'

/** @param {import('electron-builder').AfterPackContext} context */
export default async function afterPack({ appOutDir, arch, electronPlatformName, packager }) {
  const supported = supportedElectron(packager.info.framework.version)
  if (!supported && !packager.appInfo.name.endsWith(REHEARSAL))
    throw new Error(
      'Around an Electron that is out of support only a rehearsal package can be made: npm run package',
    )
  assertNatives(join(appOutDir, 'resources'), `${electronPlatformName}-${Arch[arch]}`)
  const platform = /** @type {NodeJS.Platform} */ (electronPlatformName)
  const ending = platform === 'win32' ? '.exe' : ''
  await burnFuses(join(appOutDir, `student-card-desk${ending}`), { platform, supported })
}
