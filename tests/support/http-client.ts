import type { ChangeId, DeviceId } from '../../src/domain/id'
import type { SyncAnswer } from '../../src/protocol/sync-answer'
import { newId } from './build/ids'
import { SCHEMA } from '../../src/protocol/version'

/** Where the test server believes to be reached. */
export const PUBLIC_URL = 'https://mengya.test'

export interface Reply {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  readonly body: unknown
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** One browser: keeps its cookie, says our Origin. Knows nothing but the wire. */
export class HttpClient {
  cookie = ''
  staff = ''
  device = newId<DeviceId>()
  seq = 0
  cursor: string | null = null

  constructor(readonly url: string) {}

  raw(method: string, path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers)
    if (!headers.has('origin')) headers.set('origin', PUBLIC_URL)
    if (headers.get('origin') === '') headers.delete('origin')
    if (this.cookie && !headers.has('cookie')) headers.set('cookie', this.cookie)
    return fetch(this.url + path, { ...init, method, headers })
  }

  async call(method: string, path: string, init: RequestInit = {}): Promise<Reply> {
    const response = await this.raw(method, path, init)
    const text = await response.text()
    const { status, headers } = response
    return { status, headers, text, body: parsed(text) }
  }

  json(method: string, path: string, body: unknown): Promise<Reply> {
    const headers = { 'content-type': 'application/json' }
    return this.call(method, path, { headers, body: JSON.stringify(body) })
  }

  async signIn(account: string, password: string): Promise<Reply> {
    const reply = await this.json('POST', '/api/v1/session', { account, password })
    if (reply.status !== 200) return reply
    this.cookie = (reply.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
    this.staff = (reply.body as { staff: { id: string } }).staff.id
    return reply
  }

  change(kind: string, record: string, act: object, over: object = {}) {
    this.seq += 1
    return {
      ...{ id: newId<ChangeId>(), seq: this.seq, at: Date.now(), clockOffset: 0, by: this.staff },
      ...{ kind, record, schema: SCHEMA, act, ...over },
    }
  }

  envelope(changes: readonly object[] = [], over: object = {}) {
    return {
      ...{ protocol: 1, staff: this.staff, device: this.device, app: 'test', schema: SCHEMA },
      ...{ cursor: this.cursor, changes, want: 200, ...over },
      waiting: { changes: 0, photos: 0, oldestAt: null },
    }
  }

  async sync(changes: readonly object[] = [], over: object = {}): Promise<SyncAnswer> {
    const reply = await this.json('POST', '/api/v1/sync', this.envelope(changes, over))
    if (reply.status !== 200) throw new Error(`sync: ${reply.status} ${reply.text}`)
    const answer = reply.body as SyncAnswer
    this.cursor = answer.cursor
    return answer
  }
}
