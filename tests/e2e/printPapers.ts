/** A small Electron program: draws papers as pictures and as PDF, as main does. */
import { app, BrowserWindow, protocol } from 'electron'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PaperFacts } from '../../core/paper.ts'
import { lockDownContents } from '../../electron/lockdown.ts'
import { paperHtml } from '../../electron/papers/paperHtml.ts'
import { paperPdf, previewPaper } from '../../electron/papers/paperWindow.ts'
import { ORIGIN, SCHEME } from '../../electron/protocol.ts'
import { PAPERS } from '../electron/papers/somePapers.ts'

const folder = process.argv.at(-1) ?? ''

protocol.registerSchemesAsPrivileged([
  { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
])
lockDownContents(ORIGIN)
void app
  .whenReady()
  .then(work)
  .then(end, (thrown: unknown) => {
    console.error(thrown)
    app.exit(1)
  })
// The windows come and go: that is no end.
app.on('window-all-closed', () => undefined)

async function work(): Promise<object> {
  const drawn = await Promise.all(
    Object.entries(PAPERS).flatMap(([name, facts]) =>
      (['zh-CN', 'en'] as const).map((language) => draw(`${name}.${language}`, facts, language)),
    ),
  )
  return { drawn, windows: BrowserWindow.getAllWindows().length }
}

async function draw(name: string, facts: PaperFacts, language: 'zh-CN' | 'en'): Promise<object> {
  const made = paperHtml(facts, language)
  const [pictures, pdf] = await Promise.all([previewPaper(made), paperPdf(made)])
  writeFileSync(join(folder, `paper.${name}.pdf`), pdf)
  pictures.forEach((picture, at) =>
    writeFileSync(join(folder, `paper.${name}.${at + 1}.png`), picture),
  )
  return { name, pages: made.pages, pictures: pictures.length }
}

function end(found: object): void {
  process.stdout.write(`found: ${JSON.stringify(found)}\n`, () => app.exit(0))
}
