import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { ensureBuilt } from '../../scripts/ensure-built.mjs'

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  return typeof address === 'object' && address ? address.port : 0
}

/** The last line of a start, with the address staff open. */
const READY = /Mengya {2}http\S+\n/

/** The built server as `npm start` runs it, with a data folder of its own. */
export class ServerProcess {
  readonly #dataDir = mkdtempSync(join(tmpdir(), 'mengya-server-'))
  #child: ChildProcess | null = null
  #said = ''
  port = 0

  /** With a pattern, the folder of a server that was stopped, it begins as that one ended. */
  constructor(
    pattern: string | null = null,
    private readonly program = 'dist/server/main.js',
  ) {
    if (pattern) execFileSync('cp', ['-a', `${pattern}/.`, this.#dataDir])
  }

  get address(): string {
    return `http://localhost:${this.port}`
  }

  get said(): string {
    return this.#said
  }

  get dataDir(): string {
    return this.#dataDir
  }

  get isRunning(): boolean {
    return this.#child !== null && this.#child.exitCode === null
  }

  async start(args: readonly string[] = [], env: Record<string, string> = {}): Promise<this> {
    ensureBuilt()
    chmodSync(this.#dataDir, 0o755)
    this.port ||= await freePort()
    this.#said = ''
    const child = spawn(process.execPath, [this.program, ...args], {
      env: {
        ...process.env,
        DATA_DIR: this.#dataDir,
        PORT: String(this.port),
        LOG_LEVEL: 'error',
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.#child = child
    const hear = (part: Buffer) => (this.#said += part.toString('utf8'))
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    for (let tries = 0; tries < 1_200; tries += 1) {
      if (child.exitCode !== null) throw new Error(`The server ended: ${this.#said}`)
      if (READY.test(this.#said)) return this
      await wait(100)
    }
    throw new Error(`The server did not come up: ${this.#said}`)
  }

  /** Like a power cut for the server; its database lives on. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL')
  }

  async stop(): Promise<number | null> {
    return this.#end('SIGINT')
  }

  async remove(): Promise<void> {
    await this.stop()
    rmSync(this.#dataDir, { recursive: true, force: true })
  }

  async #end(signal: NodeJS.Signals): Promise<number | null> {
    const child = this.#child
    if (!child || child.exitCode !== null) return child?.exitCode ?? null
    const ended = once(child, 'exit')
    child.kill(signal)
    const [code] = (await ended) as [number | null]
    return code
  }
}
