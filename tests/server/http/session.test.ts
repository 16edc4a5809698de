import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DAY } from '../../../src/domain/instant'
import { PASSWORD, type HttpCompany } from '../../support/http-company'
import { testServer, type TestServer } from '../../support/server'

let server: TestServer
let company: HttpCompany

beforeAll(async () => {
  server = await testServer()
  company = await server.company('萌芽物业')
})
afterAll(() => server.close())

const kindOf = (body: unknown) => (body as { error?: { kind: string } }).error?.kind

describe('[WI5] signing in', () => {
  it('answers who and where, with a cookie no script and no other site can use', async () => {
    const { account, staff } = await company.account('steward', 'engineer')
    const reply = await company.stranger().signIn(account, PASSWORD)
    expect(reply.status).toBe(200)
    expect(reply.body).toMatchObject({
      staff: { id: staff, roles: ['steward', 'engineer'] },
      company: { id: company.id, name: '萌芽物业' },
      scopes: [
        `callers:${company.community}`,
        `community:${company.community}`,
        'company',
        `homes:${company.building}`,
        `own:${staff}`,
      ],
    })
    const cookie = reply.headers.get('set-cookie') ?? ''
    for (const part of ['HttpOnly', 'SameSite=Strict', 'Secure', 'Path=/'])
      expect(cookie).toContain(part)
    expect(cookie).not.toContain('Domain')
  })

  it('says the same of a wrong password and of an account that does not exist', async () => {
    const { account } = await company.account('steward')
    const wrong = await company.stranger().signIn(account, 'wrong')
    const nobody = await company.stranger().signIn('nobody-here', 'wrong')
    expect(wrong.status).toBe(401)
    expect(kindOf(wrong.body)).toBe('wrong-credentials')
    expect([nobody.status, nobody.text]).toEqual([wrong.status, wrong.text])
    expect(nobody.headers.get('set-cookie')).toBeNull()
  })

  it('slows down after ten wrong tries of one account from one address, tried at once or not', async () => {
    const { account } = await company.account('steward')
    const other = await company.account('steward')
    const from = (address: string) => ({
      headers: { 'content-type': 'application/json', 'x-forwarded-for': address },
      body: JSON.stringify({ account, password: 'wrong' }),
    })
    const stranger = company.stranger()
    const tries = await Promise.all(
      Array.from({ length: 14 }, () => stranger.call('POST', '/api/v1/session', from('10.0.0.1'))),
    )
    const statuses = tries.map(({ status }) => status).sort()
    expect(statuses.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 401))
    expect(statuses.slice(10)).toEqual([429, 429, 429, 429])
    const slowed = tries.find(({ status }) => status === 429)
    expect(kindOf(slowed?.body)).toBe('slow-down')
    expect(Number(slowed?.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await stranger.call('POST', '/api/v1/session', from('10.0.0.2'))).status).toBe(401)
    expect((await stranger.signIn(other.account, PASSWORD)).status).toBe(200)
  })

  it('[WI6] lives as long as it is used, and dies fourteen days after', async () => {
    const client = await company.signedIn('steward')
    server.passTime(13 * DAY)
    const renewed = await client.call('GET', '/api/v1/presence')
    expect(renewed.status).toBe(200)
    expect(renewed.headers.get('set-cookie')).toContain(client.cookie)
    server.passTime(13 * DAY)
    expect((await client.call('GET', '/api/v1/session')).status).toBe(200)
    server.passTime(15 * DAY)
    const late = await client.call('GET', '/api/v1/session')
    expect([late.status, kindOf(late.body)]).toEqual([401, 'signed-out'])
  })

  it('ends on sign-out; the token is worth nothing afterwards and was never stored', async () => {
    const client = await company.signedIn('steward')
    const token = client.cookie.split('=')[1] ?? ''
    const { sql } = server.database
    const [found] = await sql`select count(*)::int as held from session where token = ${token}`
    expect(found?.['held']).toBe(0)
    expect((await client.call('DELETE', '/api/v1/session')).status).toBe(204)
    expect((await client.call('GET', '/api/v1/session')).status).toBe(401)
  })

  it('[WI6] ends where somebody signs in in the same browser; in another it lives on', async () => {
    const [first, second] = [await company.account('steward'), await company.account('steward')]
    const [shared, own] = [company.stranger(), company.stranger()]
    await shared.signIn(first.account, PASSWORD)
    await own.signIn(first.account, PASSWORD)
    const former = company.stranger()
    former.cookie = shared.cookie
    await shared.signIn(second.account, 'wrong')
    expect((await former.call('GET', '/api/v1/session')).status).toBe(200)
    await shared.signIn(second.account, PASSWORD)
    expect((await former.call('GET', '/api/v1/session')).status).toBe(401)
    expect((await shared.call('GET', '/api/v1/session')).status).toBe(200)
    expect((await own.call('GET', '/api/v1/session')).status).toBe(200)
  })

  it('forgets sessions that ran out when the person comes again', async () => {
    const { account, staff } = await company.account('steward')
    await company.stranger().signIn(account, PASSWORD)
    server.passTime(15 * DAY)
    await company.stranger().signIn(account, PASSWORD)
    const { sql } = server.database
    expect(await sql`select 1 from session where staff = ${staff}`).toHaveLength(1)
    const places = await sql`select 1 from directory where what = 'session' and subject = ${staff}`
    expect(places).toHaveLength(1)
  })
})

describe('[WI5] changing one’s password', () => {
  it('wants the current one, at least eight signs, and ends every other session', async () => {
    const { account } = await company.account('steward')
    const [here, there] = [company.stranger(), company.stranger()]
    await here.signIn(account, PASSWORD)
    await there.signIn(account, PASSWORD)
    const change = (current: string, next: string) =>
      here.json('POST', '/api/v1/session/password', { current, next })
    expect((await change('wrong', 'long enough')).status).toBe(401)
    const short = await change(PASSWORD, 'short')
    expect([short.status, short.text.includes('short')]).toEqual([400, false])
    expect((await change(PASSWORD, 'long enough')).status).toBe(204)
    expect((await here.call('GET', '/api/v1/session')).status).toBe(200)
    expect((await there.call('GET', '/api/v1/session')).status).toBe(401)
    expect((await company.stranger().signIn(account, PASSWORD)).status).toBe(401)
    expect((await company.stranger().signIn(account, 'long enough')).status).toBe(200)
  })
})
