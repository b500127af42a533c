import js from '@eslint/js'
import vueI18n from '@intlify/eslint-plugin-vue-i18n'
import prettier from 'eslint-config-prettier'
import vue from 'eslint-plugin-vue'
import { defineConfig, globalIgnores } from 'eslint/config'
import globals from 'globals'
import ts from 'typescript-eslint'

/** One file may touch a raw door; the message names it (house.md, convention 2). */
const doors = {
  clock: {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message:
      'The clock is an argument; its owners are electron/clock.ts and renderer/composables/useNow.ts.',
  },
  environment: {
    selector: "MemberExpression[object.name='process'][property.name='env']",
    message: 'process.env belongs to electron/environment.ts.',
  },
  random: {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: 'Chance is an argument: the rehearsal school has a seeded generator.',
  },
  kiosk: {
    selector: "MemberExpression[object.name='window'][property.name='kiosk']",
    message: 'window.kiosk belongs to renderer/kiosk.ts.',
  },
}

const electronDoors = [
  {
    name: 'electron',
    importNames: ['ipcMain'],
    message: 'ipcMain belongs to electron/ipc.ts.',
  },
  {
    name: 'electron',
    importNames: ['ipcRenderer', 'contextBridge'],
    message: 'ipcRenderer belongs to electron/preload.ts.',
  },
  {
    name: 'electron',
    importNames: ['safeStorage'],
    message: 'safeStorage belongs to electron/systemVault.ts.',
  },
  {
    name: 'electron',
    importNames: ['shell'],
    message: 'Nothing is opened outside the desk (hardening.md E19).',
  },
]

const allBut = (...opened) =>
  Object.entries(doors)
    .filter(([name]) => !opened.includes(name))
    .map(([, door]) => door)

const electronBut = (...opened) => ({
  paths: electronDoors.filter(({ importNames }) =>
    importNames.every((name) => !opened.includes(name)),
  ),
})

export default defineConfig([
  globalIgnores(['out', 'dist', 'node_modules', 'test-results']),
  js.configs.recommended,
  ts.configs.strict,
  ts.configs.stylistic,
  vue.configs['flat/recommended'],
  {
    files: ['**/*.vue'],
    languageOptions: { parserOptions: { parser: ts.parser }, globals: globals.browser },
    plugins: { '@intlify/vue-i18n': vueI18n },
    rules: {
      'vue/block-order': ['error', { order: ['script', 'template', 'style'] }],
      'vue/block-lang': ['error', { script: { lang: 'ts' } }],
      'vue/component-api-style': ['error', ['script-setup']],
      'vue/no-v-html': 'error',
      'vue/no-static-inline-styles': 'error',
      '@intlify/vue-i18n/no-raw-text': ['error', { ignorePattern: '^[\\s·/:：%()（）…–-]*$' }],
    },
  },
  {
    rules: {
      eqeqeq: 'error',
      'no-undef': 'off', // the compiler's work
      'no-console': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'no-restricted-syntax': ['error', ...allBut()],
      'no-restricted-imports': ['error', electronBut()],
    },
  },
  {
    files: ['electron/clock.ts', 'renderer/composables/useNow.ts'],
    rules: { 'no-restricted-syntax': ['error', ...allBut('clock')] },
  },
  {
    files: ['electron/environment.ts'],
    rules: { 'no-restricted-syntax': ['error', ...allBut('environment')] },
  },
  {
    files: ['renderer/kiosk.ts'],
    rules: { 'no-restricted-syntax': ['error', ...allBut('kiosk')] },
  },
  {
    files: ['electron/ipc.ts'],
    rules: { 'no-restricted-imports': ['error', electronBut('ipcMain')] },
  },
  {
    files: ['electron/preload.ts'],
    rules: { 'no-restricted-imports': ['error', electronBut('ipcRenderer')] },
  },
  {
    files: ['electron/systemVault.ts'],
    rules: { 'no-restricted-imports': ['error', electronBut('safeStorage')] },
  },
  {
    // What runs on a developer's machine talks on the console and reads its own environment.
    files: ['scripts/**', 'tests/**', '*.config.*'],
    languageOptions: { globals: globals.node },
    rules: { 'no-console': 'off', 'no-restricted-syntax': 'off' },
  },
  // The two lines that scripts/start.mjs waits for.
  { files: ['electron/main.ts'], rules: { 'no-console': ['error', { allow: ['log'] }] } },
  prettier,
])
