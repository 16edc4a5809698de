import { cpSync } from 'node:fs'
import { defineConfig, type Plugin } from 'vite'

/** The demonstration's photos lie beside the server, where its source has them. */
const pictures: Plugin = {
  name: 'pictures',
  writeBundle: () =>
    cpSync('server/demonstration/picture', 'dist/server/picture', { recursive: true }),
}

/** The server and the programs beside it as plain files for Node; dependencies stay in node_modules. */
export default defineConfig({
  publicDir: false,
  plugins: [pictures],
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
