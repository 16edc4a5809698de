import type { Session } from '../../src/protocol/session'
import type { SyncAnswer } from '../../src/protocol/sync-answer'
import { isGone } from '../../src/protocol/row'
import { newId } from './build/ids'
import { SCHEMA } from '../../src/protocol/version'

/** Another client, written from the protocol page alone: signs in and syncs over HTTP. */
export class WireClient {
  #cookie = ''
  #seq = 0
  readonly #device = newId<string>()
  session: Session | null = null

  constructor(readonly address: string) {}

  call(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers)
    headers.set('Origin', this.address)
    if (this.#cookie) headers.set('Cookie', this.#cookie)
    if (init.body !== undefined && !headers.has('Content-Type'))
      headers.set('Content-Type', 'application/json')
    return fetch(`${this.address}/api/v1${path}`, { ...init, headers })
  }

  async signIn(account: string, password = 'mengya-demo'): Promise<Session> {
    const body = JSON.stringify({ account, password })
    const response = await this.call('/session', { method: 'POST', body })
    if (!response.ok) throw new Error(`Sign-in failed: ${response.status}`)
    this.#cookie = (response.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
    this.session = (await response.json()) as Session
    return this.session
  }

  async sync(
    acts: readonly { kind: string; record: string; act: object; at?: number }[],
    cursor: string | null = null,
  ): Promise<SyncAnswer> {
    const staff = this.session?.staff.id
    const changes = acts.map(({ kind, record, act, at = Date.now() }) => ({
      ...{ id: newId<string>(), seq: (this.#seq += 1), at, clockOffset: 0, by: staff },
      ...{ kind, record, schema: SCHEMA, act },
    }))
    const body = JSON.stringify({
      ...{
        protocol: 1,
        staff,
        device: this.#device,
        app: 'client',
        schema: SCHEMA,
        cursor,
        changes,
      },
      ...{ waiting: { changes: 0, photos: 0, oldestAt: null }, want: 5_000 },
    })
    const response = await this.call('/sync', { method: 'POST', body })
    if (!response.ok) throw new Error(`Sync failed: ${response.status} ${await response.text()}`)
    return (await response.json()) as SyncAnswer
  }

  /** Every record of a kind this person may see, read to the end. */
  async records<Thing>(kind: string): Promise<Thing[]> {
    const things: Thing[] = []
    let cursor: string | null = null
    for (;;) {
      const answer: SyncAnswer = await this.sync([], cursor)
      for (const row of answer.rows)
        if (!isGone(row) && row.kind === kind) things.push(row.record as Thing)
      if (!answer.more) return things
      cursor = answer.cursor
    }
  }
}
