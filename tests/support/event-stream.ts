import type { HttpClient } from './http-client'

/** What an EventSource would see, as a list that grows. */
export class EventStream {
  readonly events: string[] = []
  isOver = false
  #wake: () => void = () => undefined

  private constructor(
    readonly response: Response,
    private readonly abort: AbortController,
  ) {}

  static async open(client: HttpClient, staff = client.staff): Promise<EventStream> {
    const abort = new AbortController()
    const path = `/api/v1/live?staff=${staff}`
    const stream = new EventStream(await client.raw('GET', path, { signal: abort.signal }), abort)
    void stream.#read()
    return stream
  }

  /** Resolves when an event of that name is there, or the stream is over. */
  async until(name: string): Promise<void> {
    while (!this.events.includes(name) && !this.isOver)
      await new Promise<void>((wake) => (this.#wake = wake))
  }

  async end(): Promise<void> {
    while (!this.isOver) await new Promise<void>((wake) => (this.#wake = wake))
  }

  close(): void {
    this.abort.abort()
  }

  async #read(): Promise<void> {
    const decoder = new TextDecoder()
    let text = ''
    try {
      for await (const part of this.response.body as unknown as AsyncIterable<Uint8Array>) {
        text += decoder.decode(part, { stream: true })
        const blocks = text.split('\n\n')
        text = blocks.pop() ?? ''
        for (const block of blocks)
          this.events.push(/^event: (.*)$/m.exec(block)?.[1] ?? (block.startsWith(':') ? ':' : '?'))
        this.#wake()
      }
    } catch (error) {
      if (!this.abort.signal.aborted) throw error
    }
    this.isOver = true
    this.#wake()
  }
}
