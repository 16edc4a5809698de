import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net'

/** A port before a database on a unix socket, that can be shut so that the database is gone. */
export class DatabaseGate {
  readonly #open = new Set<Socket>()
  #server: Server | null = null
  port = 0

  constructor(private readonly socketFolder: string) {}

  async open(): Promise<void> {
    const server = createServer((client) => {
      const database = connect(`${this.socketFolder}/.s.PGSQL.5432`)
      for (const [from, to] of [
        [client, database],
        [database, client],
      ] as const) {
        this.#open.add(from)
        from.pipe(to)
        from.on('error', () => to.destroy())
        from.on('close', () => {
          this.#open.delete(from)
          to.destroy()
        })
      }
    })
    server.listen(this.port, '127.0.0.1')
    await once(server, 'listening')
    this.port = (server.address() as AddressInfo).port
    this.#server = server
  }

  /** Every connection breaks, none is taken. */
  async shut(): Promise<void> {
    const server = this.#server
    if (!server) return
    const closed = once(server, 'close')
    server.close()
    for (const socket of this.#open) socket.destroy()
    await closed
  }
}
