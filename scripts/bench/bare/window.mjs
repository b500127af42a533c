/** The least that shows a Vue page: the desk's window, without a desk. */
import { app, BrowserWindow } from 'electron'
import { join } from 'node:path'

const repo = join(import.meta.dirname, '../../..')
const data = process.argv.find((argument) => argument.startsWith('--data='))
if (data) app.setPath('userData', data.slice('--data='.length))

void app.whenReady().then(() => {
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    show: false,
    autoHideMenuBar: true,
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false },
  })
  window.once('ready-to-show', () => {
    window.show()
    console.log('bare: window shown')
  })
  void window.loadFile(join(repo, 'out/bench/bare/index.html'))
})
app.on('window-all-closed', () => app.quit())
