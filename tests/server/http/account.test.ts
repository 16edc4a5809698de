import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Ticket } from '../../../src/domain/ticket/ticket'
import { newId } from '../../support/build/ids'
import { receiveTicket } from '../../support/build/ticket'
import { HttpClient } from '../../support/http-client'
import { PASSWORD, type HttpCompany } from '../../support/http-company'
import { testServer, type TestServer } from '../../support/server'
import { sha256Of, upload, webpBytes } from '../../support/tus-upload'

let server: TestServer
let company: HttpCompany
let administrator: HttpClient

beforeAll(async () => {
  server = await testServer()
  company = await server.company('萌芽物业')
  administrator = await company.signedIn('administrator')
})
afterAll(() => server.close())

interface Shown {
  readonly staff: string
  readonly password: string
}

const open = async (account: string, roles: readonly string[]) => {
  const grants = roles.map((role) => ({ role, community: company.community, buildings: [] }))
  const body = { account, name: '吴军', grants }
  const reply = await administrator.json('POST', '/api/v1/accounts', body)
  return { ...reply, account, shown: reply.body as Shown }
}

const receive = (who: HttpClient) =>
  who.change('Ticket', newId(), receiveTicket(company.community, who.staff as Ticket['takenBy']))

describe('[WI13] accounts', () => {
  it('are opened with a password said once, and listed without it', async () => {
    const { status, account, shown } = await open('wujun', ['security'])
    expect(status).toBe(201)
    const person = company.stranger()
    expect((await person.signIn(account, shown.password)).status).toBe(200)
    const list = await administrator.call('GET', '/api/v1/accounts')
    expect(list.body).toMatchObject({
      accounts: expect.arrayContaining([
        expect.objectContaining({ account: 'wujun', name: '吴军', roles: ['security'] }),
      ]) as unknown,
    })
    expect(list.text).not.toMatch(/argon2|password/)
    expect(list.text).not.toContain(shown.password)
  })

  it('have names unique on the whole server, whatever their case', async () => {
    await open('chenli', ['manager'])
    const other = await (await server.company('青禾物业')).signedIn('administrator')
    const body = { account: 'ChenLi', name: '别人', grants: [] }
    const reply = await other.json('POST', '/api/v1/accounts', body)
    expect(reply.body).toMatchObject({ error: { kind: 'malformed', details: ['account'] } })
    const list = await other.call('GET', '/api/v1/accounts')
    expect((list.body as { accounts: unknown[] }).accounts).toHaveLength(1)
    const twice = { ...body, account: 'somebody-else', staff: other.staff }
    expect((await other.json('POST', '/api/v1/accounts', twice)).status).toBe(400)
  })

  it('get new duties at once: rows come and go with them', async () => {
    const { shown, account } = await open('limin', ['cleaner'])
    const person = company.stranger()
    await person.signIn(account, shown.password)
    const first = await person.sync()
    expect(first.scopes.granted).not.toContain(`callers:${company.community}`)
    const grants = [{ role: 'engineer', community: company.community, buildings: [] }]
    const path = `/api/v1/accounts/${shown.staff}`
    const amended = await administrator.json('PATCH', path, { grants })
    expect(amended.body).toMatchObject({ roles: ['engineer'] })
    expect((await person.sync()).scopes.granted).toEqual([`callers:${company.community}`])
    await administrator.json('PATCH', path, { grants: [] })
    expect((await person.sync()).scopes.revoked).toContain(`community:${company.community}`)
    const late = await person.sync([receive(person)])
    expect(late.outcomes).toMatchObject([{ outcome: 'accepted', marks: ['after-revocation'] }])
    expect(late.rows).toEqual([])
  })

  it('get a new one-time password, which ends every session', async () => {
    const person = await company.signedIn('steward')
    const path = `/api/v1/accounts/${person.staff}/password`
    const { body } = await administrator.call('POST', path)
    expect((await person.call('GET', '/api/v1/session')).status).toBe(401)
    const { accounts } = (await administrator.call('GET', '/api/v1/accounts')).body as {
      accounts: { staff: string; account: string }[]
    }
    const name = accounts.find(({ staff }) => staff === person.staff)?.account ?? ''
    expect((await company.stranger().signIn(name, PASSWORD)).status).toBe(401)
    expect((await company.stranger().signIn(name, (body as Shown).password)).status).toBe(200)
  })

  it('[WI8] closed may still send what they hold, and read nothing; reopened they read again', async () => {
    const { shown, account } = await open('sunjia', ['steward'])
    const person = company.stranger()
    await person.signIn(account, shown.password)
    await person.sync([receive(person)])
    const path = `/api/v1/accounts/${shown.staff}`
    expect((await administrator.call('POST', `${path}/close`)).status).toBe(204)
    const again = new HttpClient(person.url)
    expect((await again.signIn(account, shown.password)).body).toMatchObject({ scopes: [] })
    const drained = await person.sync([receive(person)], { cursor: null })
    expect(drained.outcomes).toMatchObject([{ outcome: 'accepted', marks: ['after-revocation'] }])
    expect(drained.rows).toEqual([])
    const bytes = webpBytes()
    expect((await upload(person, bytes)).status).toBe(204)
    const photo = `/api/v1/photos/${sha256Of(bytes)}?staff=${person.staff}`
    expect((await person.call('HEAD', photo)).status).toBe(200)
    expect((await person.call('GET', '/api/v1/presence')).body).toEqual({ devices: [] })
    expect((await administrator.call('POST', `${path}/reopen`)).status).toBe(204)
    expect((await person.sync([], { cursor: null })).rows.length).toBeGreaterThan(0)
  })

  it('tell colleagues who works here, in what role, and whose homes they see', async () => {
    const colleague = await company.signedIn('supervisor')
    const staffOf = async (id: string) => {
      const { rows } = await colleague.sync([], { cursor: null, want: 5_000 })
      const row = rows.find((each) => each.kind === 'Staff' && each.id === id)
      return row && 'record' in row ? row.record : null
    }
    const { community, building } = company
    const { shown } = await open('huangmei', ['cleaner'])
    const path = `/api/v1/accounts/${shown.staff}`
    const seen = { id: shown.staff, name: '吴军', active: true }
    expect(await staffOf(shown.staff)).toEqual({ ...seen, roles: ['cleaner'], scopes: [] })
    const grants = [{ role: 'steward', community, buildings: [building] }]
    await administrator.json('PATCH', path, { name: '黄梅', grants })
    const steward = { ...seen, name: '黄梅', roles: ['steward'] }
    const scopes = [`callers:${community}`, `homes:${building}`]
    expect(await staffOf(shown.staff)).toEqual({ ...steward, scopes })
    await administrator.call('POST', `${path}/close`)
    expect(await staffOf(shown.staff)).toEqual({ ...steward, active: false, scopes: [] })
    await administrator.call('POST', `${path}/reopen`)
    expect(await staffOf(shown.staff)).toEqual({ ...steward, scopes })
    await administrator.json('PATCH', path, { grants: [] })
    expect(await staffOf(shown.staff)).toEqual({ ...steward, active: false, scopes: [] })
    const [change] = await server.database.sql<{ author: string; act: { act: string } }[]>`
      select author, act from change_log where record = ${shown.staff} order by version desc`
    expect([change?.author, change?.act.act]).toEqual([administrator.staff, 'amend'])
  })

  it('a start brings colleagues in step with accounts an earlier version opened, once', async () => {
    const { id } = company
    const { staff } = await company.account('engineer')
    const { sql } = server.database
    await sql`delete from record where company = ${id} and kind = 'Staff' and id = ${staff}`
    const { accountDesk, services } = server.parts
    expect(await accountDesk.bringInStep(id, services.now())).toBe(1)
    const [row] = await sql<{ body: { roles: string[] } }[]>`
      select body from record where company = ${id} and kind = 'Staff' and id = ${staff}`
    expect(row?.body.roles).toEqual(['engineer'])
    expect(await accountDesk.bringInStep(id, services.now())).toBe(0)
  })

  it('never lock their last key in: nobody closes or demotes themselves', async () => {
    const path = `/api/v1/accounts/${administrator.staff}`
    expect((await administrator.call('POST', `${path}/close`)).status).toBe(403)
    expect((await administrator.json('PATCH', path, { grants: [] })).status).toBe(403)
    expect((await administrator.call('GET', '/api/v1/accounts')).status).toBe(200)
  })
})
