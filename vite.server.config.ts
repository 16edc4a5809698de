import { defineConfig } from 'vite'

/** The server and the programs beside it as plain files for Node; dependencies stay in node_modules. */
export default defineConfig({
  publicDir: false,
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'dist/server',
    emptyOutDir: true,
    rollupOptions: {
      input: {
        main: 'server/main.ts',
        backup: 'server/backup-main.ts',
        restore: 'server/restore-main.ts',
      },
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
})
