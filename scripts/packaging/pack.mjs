/** Runs electron-builder: electron-builder.yml, and what only this machine knows. Started by makePackage.mjs. */
import { build } from 'electron-builder'
import { supportedElectron } from '../../electron/environment.ts'
import { repo } from '../setup/folders.mjs'
import { REHEARSAL, rehearsalNames } from './rehearsalNames.mjs'

/** @type {import('./makePackage.mjs').PackageOrder} */
const { folder, version, folderOnly, output } = JSON.parse(process.argv[2] ?? '')
const supported = supportedElectron(version)
if (!supported)
  console.log(`Electron ${version} is out of support: the package is named ${REHEARSAL}.`)

await build({
  projectDir: repo,
  ...(folderOnly ? { dir: true } : {}),
  publish: 'never',
  config: {
    extends: 'electron-builder.yml',
    electronDist: folder,
    electronVersion: version,
    directories: { output },
    ...(supported ? {} : rehearsalNames),
  },
})
