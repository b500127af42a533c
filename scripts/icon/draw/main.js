/** A small Electron program: draws SVGs at the sizes asked for and says the pictures on one line. */
import { app, BrowserWindow } from 'electron'

const order = JSON.parse(process.argv.at(-1))

// No top-level await for `ready`: it comes only after this module.
void app.whenReady().then(async () => {
  const window = new BrowserWindow({ show: false })
  await window.loadURL('data:text/html,<title>icon</title>')
  const drawn = []
  for (const { svg, size } of order)
    drawn.push(await window.webContents.executeJavaScript(`(${draw})('${svg}', ${size})`))
  // Through a pipe the line takes its time.
  process.stdout.write(`drawn: ${JSON.stringify(drawn)}\n`, () => app.exit(0))
})

/** Runs in the page. @param {string} svg base64 @param {number} size in pixels */
async function draw(svg, size) {
  const image = new Image(size, size)
  image.src = `data:image/svg+xml;base64,${svg}`
  await image.decode()
  const canvas = new OffscreenCanvas(size, size)
  const context = canvas.getContext('2d')
  context.drawImage(image, 0, 0, size, size)
  const base64 = (bytes) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
  const png = await canvas.convertToBlob({ type: 'image/png' })
  return {
    size,
    png: base64(new Uint8Array(await png.arrayBuffer())),
    rgba: base64(context.getImageData(0, 0, size, size).data),
  }
}
