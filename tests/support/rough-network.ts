import { once } from 'node:events'
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What befalls the bytes of the next upload: cut off halfway, or one of them changed. */
export type Mishap = 'cut' | 'spoilt'

export interface Passed {
  readonly method: string
  readonly path: string
  /** Where an upload goes on. */
  readonly offset: string | null
}

const bodyOf = async (message: IncomingMessage): Promise<Buffer> => {
  const parts: Buffer[] = []
  for await (const part of message) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

/** The network between phones and one server, through which every byte goes. */
export class RoughNetwork {
  readonly #server = createServer((incoming, outgoing) => void this.#pass(incoming, outgoing))
  readonly passed: Passed[] = []
  readonly mishaps: Mishap[] = []
  /** Live streams that are open just now. */
  streams = 0

  constructor(
    private readonly target: string,
    /** Waits until the server has so many bytes of an upload. */
    private readonly hasArrived: (bytes: number) => Promise<unknown>,
  ) {}

  get address(): string {
    return `http://localhost:${(this.#server.address() as AddressInfo).port}`
  }

  async open(): Promise<this> {
    this.#server.listen(0, '127.0.0.1')
    await once(this.#server, 'listening')
    return this
  }

  close(): void {
    this.#server.close()
    this.#server.closeAllConnections()
  }

  of(method: string, path: RegExp): readonly Passed[] {
    return this.passed.filter((each) => each.method === method && path.test(each.path))
  }

  async #pass(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const { method = 'GET', url = '/', headers } = incoming
    const offset = headers['upload-offset']
    this.passed.push({ method, path: url, offset: typeof offset === 'string' ? offset : null })
    const body = await bodyOf(incoming)
    const mishap = method === 'PATCH' ? this.mishaps.shift() : undefined
    if (mishap === 'spoilt') body[body.length - 1] = 255 - (body.at(-1) ?? 0)
    const { host } = new URL(this.target)
    const own = headers.origin === undefined ? {} : { origin: this.target }
    const onward = request(this.target + url, { method, headers: { ...headers, host, ...own } })
    onward.on('error', () => outgoing.destroy())
    onward.on('response', (answer) => {
      this.#watch(url, outgoing)
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(outgoing)
      outgoing.on('close', () => answer.destroy())
    })
    if (mishap !== 'cut') {
      onward.end(body)
      return
    }
    const half = body.length >> 1
    onward.write(body.subarray(0, half))
    await this.hasArrived(half)
    onward.destroy()
    outgoing.destroy()
  }

  #watch(url: string, outgoing: ServerResponse): void {
    if (!url.startsWith('/api/v1/live')) return
    this.streams += 1
    outgoing.on('close', () => (this.streams -= 1))
  }
}
