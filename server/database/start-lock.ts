import { rmSync } from 'node:fs'
import { connect, createServer, type Server } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** Held while a server runs on a data folder; a second start sees it and ends. */
export interface StartLock {
  release(): Promise<void>
}

export class AlreadyRunning extends Error {
  constructor(folder: string, pid: string) {
    super(`Another Mengya (process ${pid}) is already running on ${folder}.`)
  }
}

/** What the holder answers, or null when nobody listens. A dead holder's socket refuses. */
const askHolder = (path: string): Promise<string | null> =>
  new Promise((resolve) => {
    const socket = connect(path)
    let answer = ''
    socket.setEncoding('utf8').on('data', (part: string) => (answer += part))
    socket.on('end', () => resolve(answer))
    socket.on('error', () => resolve(null))
  })

const listen = (path: string, word: string): Promise<Server | null> =>
  new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.end(word))
    server.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(null) : reject(error),
    )
    server.listen(path, () => resolve(server.unref()))
  })

const TRIES = 5

/**
 * A socket proves its holder is alive, which a file with a number does not. Two starters who both
 * clear a dead holder's socket are told apart by asking once more who answers there.
 */
export const takeStartLock = async (folder: string, shown: string): Promise<StartLock> => {
  const path = join(folder, 'start')
  const word = `${process.pid}`
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const server = await listen(path, word)
    if (server) {
      await wait(50)
      const holder = await askHolder(path)
      if (holder === word)
        return { release: () => new Promise((resolve) => void server.close(() => resolve())) }
      server.close()
    }
    const holder = await askHolder(path)
    if (holder !== null) throw new AlreadyRunning(shown, holder)
    rmSync(path, { force: true })
  }
  throw new AlreadyRunning(shown, '?')
}
