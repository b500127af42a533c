import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'electron-vite'

/**
 * Main is built for Node 20.18 (Electron 33). What package.json calls `dependencies` stays outside the
 * bundle (natives, the pinyin tables) and is packed as it is; everything else is bundled.
 * `license` writes the licences of what was bundled into .vite/license.md, for the package.
 */
export default defineConfig({
  main: {
    // Its build for Node declares a `require` of its own, and so does electron-vite: that does not parse.
    resolve: { alias: [{ find: /^fflate$/, replacement: 'fflate/browser' }] },
    build: {
      target: 'node20.18',
      license: true,
      rollupOptions: {
        input: { main: 'electron/main.ts' },
        output: { format: 'es', entryFileNames: '[name].js' },
      },
    },
  },
  preload: {
    build: {
      target: 'node20.18',
      externalizeDeps: false,
      rollupOptions: {
        input: { preload: 'electron/preload.ts' },
        // A sandboxed preload is one CommonJS file.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [vue()],
    define: { __VUE_I18N_LEGACY_API__: false, __VUE_I18N_FULL_INSTALL__: false },
    build: {
      target: 'chrome130',
      license: true,
      // An inlined picture would be a data: address, which our CSP refuses.
      assetsInlineLimit: 0,
      // Vite's polyfill would be an inline script, which our CSP refuses.
      modulePreload: { polyfill: false },
      rollupOptions: { input: fileURLToPath(new URL('renderer/index.html', import.meta.url)) },
    },
  },
})
