import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const page = (name) => fileURLToPath(new URL(name, import.meta.url))

export default defineConfig({
  root: page('.'),
  base: '/pages/',
  logLevel: 'error',
  define: { global: 'globalThis' },
  build: {
    outDir: page('../../../dist/bench/peers'),
    emptyOutDir: true,
    chunkSizeWarningLimit: 2_000,
    rollupOptions: { input: { pouch: page('pouch.html'), rx: page('rx.html') } },
  },
})
