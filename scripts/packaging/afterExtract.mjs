/** electron-builder's hook, when the runtime was copied: takes out what it brings for running unpacked programs. */
import { existsSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** @param {import('electron-builder').AfterExtractContext} context */
export default async function afterExtract({ appOutDir }) {
  // The default programs: npm's, and the one of scripts/setup/defaultApp.
  await rm(join(appOutDir, 'resources', 'default_app.asar'), { force: true })
  await rm(join(appOutDir, 'resources', 'app'), { recursive: true, force: true })
  await rm(join(appOutDir, 'version'), { force: true })
  // As in the official packages: LICENSE is Electron's own, ours lies under resources/licences.
  const licence = join(appOutDir, 'LICENSE')
  if (existsSync(licence)) await rename(licence, join(appOutDir, 'LICENSE.electron.txt'))
}
