import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { KIND_EXAMPLES } from '../../../server/openapi/example/kind-examples'
import { BUILDING, COMMUNITY } from '../../../server/openapi/example/names'
import type { AuditLine } from '../../../src/protocol/audit'
import type { HttpClient } from '../../support/http-client'
import type { HttpCompany } from '../../support/http-company'
import { testServer, type TestServer } from '../../support/server'

const FILE = KIND_EXAMPLES.OwnerFile
let server: TestServer
let company: HttpCompany
let administrator: HttpClient
let steward: HttpClient

interface Answer {
  readonly lines: readonly AuditLine[]
  readonly before: string | null
  readonly total: number | null
}
const ask = async (query: Record<string, string> = {}, by = administrator): Promise<Answer> => {
  const reply = await by.call('GET', `/api/v1/audit?${new URLSearchParams(query).toString()}`)
  expect(reply.status).toBe(200)
  return reply.body as Answer
}
const told = ({ lines }: Answer) => lines.map(({ by, sort, deed }) => [by, sort, deed])

beforeAll(async () => {
  server = await testServer()
  company = Object.assign(await server.company('萌芽物业'), {
    ...{ community: COMMUNITY, building: BUILDING },
  })
  administrator = await company.signedIn('administrator')
  steward = await company.signedIn('steward')
  const { outcomes } = await steward.sync([
    steward.change('OwnerFile', FILE.record, FILE.acts.open),
    steward.change('OwnerFile', FILE.record, FILE.acts.reveal),
    steward.change('OwnerFile', FILE.record, FILE.acts.dial),
  ])
  const odd = outcomes.filter(({ outcome }) => outcome !== 'accepted')
  if (odd.length > 0) throw new Error(`not taken: ${JSON.stringify(odd)}`)
  await administrator.json('PATCH', `/api/v1/accounts/${steward.staff}`, { name: '李敏' })
})
afterAll(() => server.close())

describe('[AC15] who saw and changed what', () => {
  it('is one list of deeds to accounts and to people’s data, the newest first', async () => {
    const all = await ask({ about: BUILDING })
    expect(told(all)).toEqual(
      expect.arrayContaining([
        [steward.staff, 'seen', 'dial'],
        [steward.staff, 'seen', 'reveal'],
        [steward.staff, 'changed', 'open'],
      ]),
    )
    expect(all.total).toBe(3)
    const whole = await ask()
    const times = whole.lines.map(({ at }) => at)
    expect(times).toEqual([...times].sort((a, b) => b - a))
    expect(told(whole)).toContainEqual([administrator.staff, 'account', 'rename'])
  })

  it('is narrowed by who did it, to whom, what sort and when', async () => {
    expect(told(await ask({ sort: 'account', about: steward.staff }))).toEqual([
      [administrator.staff, 'account', 'rename'],
      [steward.staff, 'account', 'open'],
    ])
    expect((await ask({ by: steward.staff, sort: 'seen' })).total).toBe(2)
    expect((await ask({ until: '1000' })).lines).toEqual([])
    expect((await ask({ from: String(Date.now() + 1e9) })).total).toBe(0)
  })

  it('comes page by page, none left out and none twice', async () => {
    const seen: string[] = []
    let before: string | null = ''
    while (before !== null) {
      const page: Answer = await ask({ want: '2', ...(before ? { before } : {}) })
      expect(page.total === null).toBe(before !== '')
      seen.push(...page.lines.map(({ id, deed }) => `${id}/${deed}`))
      before = page.before
    }
    const { lines, total } = await ask({ want: '250' })
    expect(seen).toEqual(lines.map(({ id, deed }) => `${id}/${deed}`))
    expect(seen).toHaveLength(total ?? -1)
  })

  it('says nothing of what was seen, nor why where its reader serves no such home', async () => {
    const { why } = FILE.acts.reveal as unknown as { why: string }
    expect((await ask({ sort: 'seen' })).lines.map((line) => line.why)).toContain(why)
    Object.assign(company, { building: COMMUNITY })
    const other = await company.signedIn('administrator')
    Object.assign(company, { building: BUILDING })
    const reply = await other.call('GET', '/api/v1/audit')
    expect(reply.text).not.toContain(why)
    expect(reply.text).not.toContain('退休教师')
    expect(reply.text).toContain('"deed":"reveal"')
  })

  it('[WI19] keeps an erasure, and nothing of what was erased', async () => {
    const body = { kind: 'OwnerFile', record: FILE.record, reason: 'asked' }
    await administrator.json('POST', '/api/v1/erasures', body)
    const { lines } = await ask({ sort: 'erased' })
    expect(lines).toMatchObject([{ deed: 'erase', people: 'owner', why: 'asked' }])
    expect((await ask({ sort: 'changed' })).lines).toEqual([])
  })

  it('is an administrator’s, in their own company; what is no question is malformed', async () => {
    expect((await steward.call('GET', '/api/v1/audit')).status).toBe(403)
    const elsewhere = await (await server.company('青禾物业')).signedIn('administrator')
    expect((await ask({}, elsewhere)).lines.map(({ by }) => by)).toEqual([elsewhere.staff])
    expect((await administrator.call('GET', '/api/v1/audit?sort=x')).status).toBe(400)
    expect((await administrator.call('GET', '/api/v1/audit?before=1;2')).status).toBe(400)
  })
})
