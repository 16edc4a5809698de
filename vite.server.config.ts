import { cpSync } from 'node:fs'
import { defineConfig, type Plugin } from 'vite'

/** The demonstration's photos lie beside the server, where its source has them. */
const pictures: Plugin = {
  name: 'pictures',
  writeBundle: () =>
    cpSync('server/demonstration/picture', 'dist/server/picture', { recursive: true }),
}

const WRITE = '    const x = socket.write(chunk, fn)\n'
const WRITE_UNLESS_CLOSED = `    if (socket === null) {
      nextWriteTimer !== null && clearImmediate(nextWriteTimer)
      chunk = nextWriteTimer = null
      error(Errors.connection('CONNECTION_CLOSED', options, socket))
      return false
    }
${WRITE}`

/**
 * When a database dies, postgres 3.4.9 writes to a socket that is gone, from a timer where nobody can
 * catch it, and the server would end (porsager/postgres issues 1154 and 1208). What was to be written is
 * answered as a connection that closed. A version that reads otherwise fails the build.
 */
const closedSocket: Plugin = {
  name: 'closed-socket',
  transform: (code, id) => {
    if (!id.endsWith('/postgres/src/connection.js')) return null
    if (code.split(WRITE).length !== 2) throw new Error('postgres no longer needs this as it is.')
    return { code: code.replace(WRITE, () => WRITE_UNLESS_CLOSED), map: null }
  },
}

/** The server and the programs beside it as plain files for Node; dependencies but one stay in node_modules. */
export default defineConfig({
  publicDir: false,
  plugins: [pictures, closedSocket],
  ssr: { noExternal: ['postgres'] },
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
