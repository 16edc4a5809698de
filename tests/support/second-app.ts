import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuilt } from '../../scripts/ensure-built.mjs'

/** Where the project's own packages are still found from. */
const NEAR = 'node_modules/.tmp'

/** The built product in a folder of its own, whose app may be replaced by a newer one under way. */
export class SecondApp {
  readonly #folder: string

  constructor() {
    ensureBuilt()
    mkdirSync(NEAR, { recursive: true })
    this.#folder = mkdtempSync(join(NEAR, 'second-app-'))
    cpSync('dist', this.#folder, { recursive: true })
  }

  get program(): string {
    return join(this.#folder, 'server/main.js')
  }

  /** The next version is laid out, as a company's server does it: the shell names itself. */
  release(version: string): void {
    const shell = join(this.#folder, 'app/index.html')
    const worker = join(this.#folder, 'app/service-worker.js')
    const html = readFileSync(shell, 'utf8')
    const script = readFileSync(worker, 'utf8')
    const named = /("revision":")[0-9a-f]{32}(","url":"index\.html")/
    if (!named.test(script)) throw new Error('The worker names no shell')
    writeFileSync(shell, html.replace('<html ', `<html data-version="${version}" `))
    const revision = version.padStart(32, '0')
    writeFileSync(worker, script.replace(named, `$1${revision}$2`))
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true })
  }
}
