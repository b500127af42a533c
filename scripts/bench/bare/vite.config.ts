import { join } from 'node:path'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'

export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [vue()],
  logLevel: 'warn',
  build: {
    target: 'chrome130',
    modulePreload: { polyfill: false },
    outDir: join(import.meta.dirname, '../../../out/bench/bare'),
    emptyOutDir: true,
  },
})
