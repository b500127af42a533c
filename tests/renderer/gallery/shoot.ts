import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import vue from '@vitejs/plugin-vue'
import { chromium, type Page } from 'playwright'
import { createServer } from 'vite'
import { cutOff } from '../../helpers/cutOff.ts'
import { SHOTS, type Shot } from './shots.ts'

/**
 * Photographs the page in every state, on a fake desk:
 *   node tests/renderer/gallery/shoot.ts <folder> [part of a name]
 * CHROMIUM names the browser, else playwright's own.
 */
const [folder = 'out/gallery', wanted = ''] = process.argv.slice(2)
const root = join(import.meta.dirname, '../../..')
mkdirSync(folder, { recursive: true })

const server = await createServer({
  configFile: false,
  root,
  plugins: [vue()],
  cacheDir: join(root, 'out/gallery-cache'),
  logLevel: 'error',
  server: { host: '127.0.0.1', port: 5199, hmr: false, watch: null },
})
await server.listen()
const browser = await chromium.launch({
  ...(process.env['CHROMIUM'] ? { executablePath: process.env['CHROMIUM'] } : {}),
  args: ['--no-sandbox'],
})
const page = await browser.newPage()
page.on('pageerror', (error) => console.error('  page error:', error.message))
page.on('console', (message) => {
  if (message.type() === 'error' || message.type() === 'warning')
    console.error('  console:', message.text())
})
for (const shot of SHOTS.filter((one) => one.name.includes(wanted))) await shoot(page, shot)
await browser.close()
await server.close()

async function shoot(on: Page, shot: Shot): Promise<void> {
  const [width, height] = shot.size
  await on.setViewportSize({ width, height })
  await on.goto(`${server.resolvedUrls?.local[0]}tests/renderer/gallery/index.html?${shot.query}`)
  await on.waitForSelector('body[data-shown]')
  const cut = await on.evaluate(cutOff)
  if (cut.length > 0) console.error(`  ${shot.name}: cut off:`, cut.join(' | '))
  await on.screenshot({ path: join(folder, `${shot.name}.png`) })
  console.log(shot.name)
}
