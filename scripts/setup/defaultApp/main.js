/**
 * What the official Electron does with its own default app, for the repacked runtime, which has none:
 * open the app whose folder is the first argument. A module with a top-level await, because Electron holds
 * back `ready` until it is done: the app's main can still register schemes and switches, as it can officially.
 */
import { app } from 'electron'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const folder = resolve(process.argv.slice(1).find((argument) => !argument.startsWith('-')) ?? '.')
const {
  main = 'index.js',
  name,
  productName,
  version,
} = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
app.setAppPath(folder)
if (productName ?? name) app.setName(productName ?? name)
if (version) app.setVersion(version)
await import(pathToFileURL(join(folder, main)).href)
