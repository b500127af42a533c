import { app, dialog, type BrowserWindow } from 'electron'
import type { DeskHands } from './deskWork.ts'
import { PROGRESS_POLICY } from './lists/progressHtml.ts'
import { paperPdf, previewPaper, printPaper } from './papers/paperWindow.ts'
import { footer, printPdf, yearlyPdf } from './reports/yearlyPdf.ts'

/** A person at a dialog or a printer: main opens both, never the page (hardening.md E28, E29). */
export function desksHands(window: () => BrowserWindow | null): DeskHands {
  return {
    async print() {
      const shown = window()
      if (shown === null) return false
      return new Promise((resolve) => shown.webContents.print({ printBackground: true }, resolve))
    },
    async chooseFolder() {
      const shown = window()
      if (shown === null) return null
      const { canceled, filePaths } = await dialog.showOpenDialog(shown, {
        // Never where the data lie.
        defaultPath: app.getPath('documents'),
        properties: ['openDirectory', 'createDirectory'],
      })
      return canceled ? null : (filePaths[0] ?? null)
    },
    async chooseFile(of) {
      const shown = window()
      if (shown === null) return null
      const { canceled, filePaths } = await dialog.showOpenDialog(shown, {
        defaultPath: app.getPath('documents'),
        properties: ['openFile'],
        filters: [{ name: of === 'zip' ? 'ZIP' : 'Excel / CSV', extensions: [...ENDINGS[of]] }],
      })
      return canceled ? null : (filePaths[0] ?? null)
    },
    yearlyPdf: ({ pack }, language) => yearlyPdf(pack, language),
    progressPdf: ({ html, madeBy }) =>
      printPdf({ html, policy: PROGRESS_POLICY, footer: footer(madeBy) }),
    paperPictures: previewPaper,
    paperPrint: printPaper,
    paperPdf,
  }
}

/** What a file is, its bytes say; these only make the right one easy to find. */
const ENDINGS = { zip: ['zip'], table: ['xlsx', 'xlsm', 'csv', 'txt'] } as const
