import vueI18n from '@intlify/unplugin-vue-i18n/vite'
import vue from '@vitejs/plugin-vue'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const wording = () =>
  vueI18n({
    include: fileURLToPath(new URL('src/app/wording/**', import.meta.url)),
    runtimeOnly: true,
    dropMessageCompiler: true,
    compositionOnly: true,
    module: 'petite-vue-i18n',
  })

const define = { __APP_VERSION__: JSON.stringify('test') }
const patient = { testTimeout: 60_000, hookTimeout: 120_000 }

const rooms = (...names: string[]) => names.map((name) => `tests/${name}/**/*.test.ts`)

export default defineConfig({
  define,
  test: {
    projects: [
      { test: { name: 'house', include: rooms('house'), ...patient } },
      {
        define,
        test: {
          name: 'rules',
          include: rooms('domain', 'protocol'),
          setupFiles: 'tests/support/chance.ts',
          // Rules keep nothing between two files: one room for all of them opens once.
          isolate: false,
          ...patient,
        },
      },
      {
        plugins: [vue(), wording()],
        define,
        test: {
          name: 'unit',
          include: rooms('storage', 'sync', 'stores', 'device'),
          setupFiles: ['fake-indexeddb/auto', 'tests/support/chance.ts'],
          ...patient,
        },
      },
      {
        plugins: [vue(), wording()],
        define,
        test: {
          name: 'component',
          environment: 'happy-dom',
          include: rooms('ui', 'features', 'app'),
          setupFiles: 'tests/support/chance.ts',
          ...patient,
        },
      },
      {
        define,
        test: {
          name: 'server',
          include: rooms('server'),
          setupFiles: 'tests/support/chance.ts',
          globalSetup: 'tests/support/postgres-global.ts',
          ...patient,
        },
      },
      { define, test: { name: 'simulator', include: rooms('simulator'), testTimeout: 900_000 } },
      { define, test: { name: 'scenario', include: rooms('scenario'), ...patient } },
      {
        define,
        test: {
          name: 'e2e',
          include: rooms('e2e', 'start'),
          globalSetup: 'tests/support/demonstration-global.ts',
          // After all others, and two at a time: a story waits for the screen more than it works.
          sequence: { groupOrder: 1 },
          maxWorkers: 2,
          testTimeout: 240_000,
          hookTimeout: 240_000,
        },
      },
    ],
  },
})
