import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { HttpClient } from '../../support/http-client'
import { PASSWORD, type HttpCompany } from '../../support/http-company'
import { testServer, type TestServer } from '../../support/server'

let server: TestServer
let company: HttpCompany
let administrator: HttpClient

beforeAll(async () => {
  server = await testServer()
  company = await server.company('萌芽物业')
  administrator = await company.signedIn('administrator')
})
afterAll(() => server.close())

const deedsOf = async (staff: string) => {
  const rows = await server.database.sql<{ what: string; author: string }[]>`
    select what, author from account_deed where subject = ${staff} order by id`
  return rows.map(({ what, author }) => [what, author])
}

describe('[AC14] what is done to an account', () => {
  it('is written down: whose, by whom, what', async () => {
    const { staff } = await company.account('steward')
    const path = `/api/v1/accounts/${staff}`
    await administrator.json('PATCH', path, { name: '李敏', grants: [] })
    await administrator.json('PATCH', path, { name: '李敏' })
    await administrator.call('POST', `${path}/password`)
    await administrator.call('POST', `${path}/close`)
    await administrator.call('POST', `${path}/close`)
    await administrator.call('POST', `${path}/reopen`)
    await administrator.call('DELETE', `${path}/sessions`)
    const by = administrator.staff
    expect(await deedsOf(staff)).toEqual([
      ...[['open', staff]],
      ...['rename', 'grant', 'resetPassword', 'close', 'reopen', 'signOut'].map((what) => [
        what,
        by,
      ]),
    ])
  })

  it('[AC7] so is a password somebody changes, and never the password', async () => {
    const person = await company.signedIn('cleaner')
    const body = { current: PASSWORD, next: 'another-long-one' }
    expect((await person.json('POST', '/api/v1/session/password', body)).status).toBe(204)
    expect(await deedsOf(person.staff)).toContainEqual(['changePassword', person.staff])
    const [all] = await server.database.sql<{ text: string }[]>`
      select string_agg(d::text, ' ') as text from account_deed d`
    expect(all?.text).not.toContain('another-long-one')
  })
})

describe('[AC6] sign-ins', () => {
  it('are listed and ended one by one or all; never the one that asks', async () => {
    const { staff, account } = await company.account('steward')
    const [one, other] = [new HttpClient(server.url), new HttpClient(server.url)]
    await one.signIn(account, PASSWORD)
    await other.signIn(account, PASSWORD)
    const path = `/api/v1/accounts/${staff}/sessions`
    const listed = async (at = path) =>
      (await administrator.call('GET', at)).body as { sessions: { id: string; own: boolean }[] }
    const { sessions } = await listed()
    expect(sessions).toHaveLength(2)
    expect(JSON.stringify(sessions)).not.toContain(one.cookie.split('=')[1])
    await administrator.call('DELETE', `${path}/${sessions[0]?.id ?? ''}`)
    expect((await listed()).sessions).toHaveLength(1)
    await administrator.call('DELETE', path)
    for (const client of [one, other])
      expect((await client.call('GET', '/api/v1/session')).status).toBe(401)
    const own = `/api/v1/accounts/${administrator.staff}/sessions`
    const mine = (await listed(own)).sessions.find((each) => each.own)
    await administrator.call('DELETE', `${own}/${mine?.id ?? ''}`)
    await administrator.call('DELETE', own)
    expect((await listed(own)).sessions).toMatchObject([{ own: true }])
  })

  it('are an administrator’s to see, in their own company', async () => {
    const { staff } = await company.account('steward')
    const manager = await company.signedIn('manager')
    const elsewhere = await (await server.company('青禾物业')).signedIn('administrator')
    const path = `/api/v1/accounts/${staff}/sessions`
    expect((await manager.call('GET', path)).status).toBe(403)
    expect((await elsewhere.call('GET', path)).status).toBe(404)
    expect((await elsewhere.call('DELETE', path)).status).toBe(404)
  })
})
