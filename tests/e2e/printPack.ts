/** A small Electron program: prints the yearly pack and the pages for class teachers, and a document that asks for the world. */
import { app, BrowserWindow, protocol } from 'electron'
import { writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { lockDownContents } from '../../electron/lockdown.ts'
import { LIST_WORDS } from '../../electron/lists/listWords.ts'
import { PROGRESS_POLICY, progressHtml } from '../../electron/lists/progressHtml.ts'
import { footer, printPdf, yearlyPdf } from '../../electron/reports/yearlyPdf.ts'
import { ORIGIN, SCHEME } from '../../electron/protocol.ts'
import { aPack } from '../electron/reports/aPack.ts'

const folder = process.argv.at(-1) ?? ''

protocol.registerSchemesAsPrivileged([
  { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
])

// As main does: every window of the program is locked down, this one too.
lockDownContents(ORIGIN)
void app
  .whenReady()
  .then(work)
  .then(end, (thrown: unknown) => {
    console.error(thrown)
    app.exit(1)
  })
// The printing window comes and goes: that is no end.
app.on('window-all-closed', () => undefined)

async function work(): Promise<object> {
  const asked: string[] = []
  const server = createServer((request, answer) => {
    asked.push(request.url ?? '')
    answer.end('scripted')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const titles: string[] = []
  app.on('web-contents-created', (_event, contents) =>
    contents.on('page-title-updated', (_changed, title) => titles.push(title)),
  )
  // Wishes at the same time wait for each other.
  const [chinese, english] = await Promise.all([
    yearlyPdf(aPack(), 'zh-CN'),
    yearlyPdf(aPack(), 'en'),
  ])
  const hostile = await printPdf({
    html: greedy((server.address() as AddressInfo).port),
    policy: "default-src * 'unsafe-inline' data: blob:",
    footer: '<span></span>',
  })
  server.close()
  for (const language of ['zh-CN', 'en'] as const)
    writeFileSync(join(folder, `progress.${language}.pdf`), await progressPdf(language))
  writeFileSync(join(folder, 'pack.zh-CN.pdf'), chinese)
  writeFileSync(join(folder, 'pack.en.pdf'), english)
  writeFileSync(join(folder, 'pack.hostile.pdf'), hostile)
  return { asked, titles, windows: BrowserWindow.getAllWindows().length }
}

/** Four classes, of which one is done and one is as full as they are. */
function progressPdf(language: 'zh-CN' | 'en'): Promise<Buffer> {
  const words = LIST_WORDS[language]
  const pages = [0, 18, 19, 60].map((lacking, at) => ({
    of: { classId: `c-${at}`, name: `三年级${at + 1}班`, pupils: 60, bound: 60 - lacking },
    lacking: Array.from({ length: lacking }, (_, n) => ({
      ...{ name: '张*', educationId: `…${1000 + n}` },
      card: n % 5 === 0 ? words.cardState.LOST : words.noCard,
    })),
  }))
  const asOf = words.progress.asOf('2026年11月27日 08:02')
  const school = '北京市东城区示例小学'
  return printPdf({
    html: progressHtml({ pages, school, asOf, overview: true, language, words }),
    policy: PROGRESS_POLICY,
    footer: footer(words.madeBy('张静', '2026年11月27日 08:02')),
  })
}

/** Asks for everything a document can ask for, under a policy that would allow it. */
function greedy(port: number): string {
  const address = `http://127.0.0.1:${port}`
  return `<!doctype html><title>quiet</title>
<link rel="stylesheet" href="${address}/style.css"><img src="${address}/picture.png">
<style>@font-face { font-family: far; src: url(${address}/font.woff2) } body { font-family: far; background: url(${address}/ground.png) }</style>
<script>document.title = 'ran'</script><script src="${address}/script.js"></script>
<iframe src="${address}/frame.html"></iframe><iframe src="app://desk/index.html"></iframe><iframe src="file:///etc/hostname"></iframe>
<object data="${address}/object"></object><video src="${address}/video.mp4"></video>
<meta http-equiv="refresh" content="0;url=${address}/refresh">
<body onload="document.title = 'ran'">text`
}

function end(found: object): void {
  process.stdout.write(`found: ${JSON.stringify(found)}\n`, () => app.exit(0))
}
