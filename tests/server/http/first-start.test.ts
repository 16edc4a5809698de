import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { beginEmpty } from '../../../server/demonstration/begin-empty'
import { fillDemonstration } from '../../../server/demonstration/fill'
import { DEMONSTRATION_PASSWORD } from '../../../server/demonstration/people'
import type { CompanyId, StaffId } from '../../../src/domain/id'
import type { AnyAct, AnyRecord } from '../../../src/domain/kind-table'
import { applyChange } from '../../../src/protocol/apply-change'
import type { Change } from '../../../src/protocol/change'
import type { Outcome } from '../../../src/protocol/outcome'
import { nameId, newId } from '../../support/build/ids'
import { HttpClient } from '../../support/http-client'
import { testServer, type TestServer } from '../../support/server'

type LogLine = Pick<Change, 'id' | 'by' | 'kind' | 'record'> & {
  readonly company: string
  readonly act: AnyAct
  readonly outcome: Outcome
}

const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null))

let server: TestServer

beforeAll(async () => {
  server = await testServer()
})
afterAll(() => server.close())

describe('[WI18] the first start', () => {
  it('cut off in the middle begins again from nothing', async () => {
    const { parts, database } = server
    const company = newId<CompanyId>()
    const account = { company, staff: newId<StaffId>(), account: 'limin', name: '李敏' }
    const act = { by: account.staff, at: parts.services.now() }
    const cutOff = { ...account, roles: [], grants: [], closedAt: null }
    await parts.accountDesk.open(cutOff, 'half-done', act)
    expect(await parts.accounts.isEmpty()).toBe(true)
    await parts.accounts.clearUnfinished()
    await fillDemonstration({ ...parts, now: parts.services.now() })
    const limin = new HttpClient(server.url)
    expect((await limin.signIn('limin', DEMONSTRATION_PASSWORD)).status).toBe(200)
    const { outcomes, rows } = await limin.sync([], { want: 5_000 })
    expect(outcomes).toEqual([])
    expect(rows.length).toBeGreaterThan(700)
    const [half] =
      await database.sql`select count(*)::int as left from account where company = ${company}`
    expect(half?.['left']).toBe(0)
  })

  it('wrote a log that replays to the very same records', async () => {
    const { sql } = server.database
    const log = await sql<LogLine[]>`
      select company, id, kind, record, author as by, act, outcome from change_log
      order by company, version, place`
    const replayed = new Map<string, AnyRecord>()
    for (const { company, id, kind, record, by, act, outcome } of log) {
      if (outcome.outcome !== 'accepted' && outcome.outcome !== 'noted') continue
      const key = `${company}/${kind}/${record}`
      const change = { id, by, kind, record, act }
      const result = applyChange(replayed.get(key) ?? null, change, outcome.effectiveAt, nameId)
      if (result.outcome === 'refused') throw new Error(`${id} does not replay`)
      replayed.set(key, result.record)
    }
    const held = await sql<{ company: string; kind: string; id: string; body: AnyRecord }[]>`
      select company, kind, id, body from record`
    expect(held.length).toBeGreaterThan(700)
    expect(replayed.size).toBe(held.length)
    for (const { company, kind, id, body } of held)
      expect(asJson(replayed.get(`${company}/${kind}/${id}`)), `${kind} ${id}`).toEqual(body)
  })

  it('clears nothing once a company stands', async () => {
    await expect(server.parts.accounts.clearUnfinished()).rejects.toThrow('stands')
    const limin = new HttpClient(server.url)
    expect((await limin.signIn('limin', DEMONSTRATION_PASSWORD)).status).toBe(200)
  })

  it('into an empty company says one password, with which its administrator may begin', async () => {
    const empty = await testServer()
    const line = await beginEmpty(empty.parts, empty.parts.services.now())
    const [account = '', password = ''] = line.split(' ')
    const administrator = new HttpClient(empty.url)
    const { status, body } = await administrator.signIn(account, password)
    await empty.close()
    expect([status, body]).toMatchObject([200, { staff: { roles: ['administrator'] } }])
  })
})
