import { fileURLToPath } from 'node:url'
import { mergeConfig } from 'vite'
import app from './vite.config'

const page = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** The app as it ships, with the pages it is compared with in the same service worker. */
export default mergeConfig(app, {
  build: {
    outDir: 'dist/bench/app',
    rolldownOptions: {
      input: {
        empty: page('scripts/bench/pages/empty.html'),
        storage: page('scripts/bench/pages/storage.html'),
        photo: page('scripts/bench/pages/photo.html'),
        scanner: page('scripts/bench/pages/scanner.html'),
        download: page('scripts/bench/pages/download.html'),
      },
    },
  },
})
