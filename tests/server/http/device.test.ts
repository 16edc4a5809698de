import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Ticket } from '../../../src/domain/ticket/ticket'
import { newId } from '../../support/build/ids'
import { receiveTicket } from '../../support/build/ticket'
import { HttpClient } from '../../support/http-client'
import { PASSWORD, type HttpCompany } from '../../support/http-company'
import { testServer, type TestServer } from '../../support/server'
import { sha256Of, upload, webpBytes } from '../../support/tus-upload'
import { SCHEMA } from '../../../src/protocol/version'

let server: TestServer
let company: HttpCompany
let administrator: HttpClient

beforeAll(async () => {
  server = await testServer()
  company = await server.company('萌芽物业')
  administrator = await company.signedIn('administrator')
  await administrator.sync()
})
afterAll(() => server.close())

interface Listed {
  readonly device: string
  readonly isSignedIn: boolean
  readonly revokedAt: number | null
}
const listed = async ({ device }: HttpClient): Promise<Listed | undefined> => {
  const { body } = await administrator.call('GET', '/api/v1/devices')
  return (body as { devices: Listed[] }).devices.find((each) => each.device === device)
}
const receive = (who: HttpClient) =>
  who.change('Ticket', newId(), receiveTicket(company.community, who.staff as Ticket['takenBy']))
const set = (who: Pick<HttpClient, 'device'>, what: 'revoke' | 'reinstate', by = administrator) =>
  by.call('POST', `/api/v1/devices/${who.device}/${what}`)
const holding = (changes: number, photos: number) => ({
  waiting: { changes, photos, oldestAt: 1_790_000_000_000 },
})
const say = (who: HttpClient, over: object, changes: readonly object[] = []) =>
  who.json('POST', '/api/v1/sync', { ...who.envelope(changes), ...over })

describe('[DV1] [WI13] devices', () => {
  it('are listed with what they still hold, to the administrator alone', async () => {
    const person = await company.signedIn('steward')
    const { waiting } = holding(3, 1)
    await say(person, { waiting })
    expect(await listed(person)).toMatchObject({
      ...{ staff: person.staff, waiting, app: 'test', lastSeq: 0, schema: SCHEMA },
      ...{ isSignedIn: true, revokedAt: null },
    })
    const seen = await (await company.signedIn('supervisor')).call('GET', '/api/v1/presence')
    expect(seen.text).toContain(person.device)
    expect((await person.call('GET', '/api/v1/devices')).status).toBe(403)
    await person.call('DELETE', '/api/v1/session')
    expect(await listed(person)).toMatchObject({ isSignedIn: false })
  })

  it('[DV2] are called what their browser calls itself', async () => {
    const { account } = await company.account('steward')
    const person = company.stranger()
    const body = { account, password: PASSWORD, deviceName: 'Mozilla/5.0 (Linux; Android 14)' }
    const reply = await person.json('POST', '/api/v1/session', body)
    person.cookie = (reply.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
    person.staff = (reply.body as { staff: { id: string } }).staff.id
    await person.sync()
    expect(await listed(person)).toMatchObject({ name: 'Mozilla/5.0 (Linux; Android 14)' })
  })

  it('[LK7] and who is near are told to no page of another’s session', async () => {
    const other = await company.signedIn('steward')
    for (const path of ['devices', 'presence']) {
      const reply = await administrator.call('GET', `/api/v1/${path}?staff=${other.staff}`)
      expect(reply.body).toMatchObject({ error: { kind: 'other-person' } })
      const own = await administrator.call('GET', `/api/v1/${path}?staff=${administrator.staff}`)
      expect(own.status).toBe(200)
    }
  })
})

describe('[DV3] a device that is revoked', () => {
  it('gives what it holds, marked, and is given nothing: no row, photo, history or presence', async () => {
    const person = await company.signedIn('steward')
    const kept = receive(person)
    await person.sync([kept])
    expect((await set(person, 'revoke')).status).toBe(204)
    const late = receive(person)
    const reply = await say(person, holding(1, 1), [late])
    expect(reply.body).toMatchObject({
      ...{ revoked: true, rows: [] },
      outcomes: [{ outcome: 'accepted', marks: ['after-revocation'] }],
      scopes: { revoked: expect.arrayContaining([`community:${company.community}`]) as unknown },
    })
    const bytes = webpBytes()
    expect((await upload(person, bytes)).status).toBe(204)
    const photo = `/api/v1/photos/${sha256Of(bytes)}?staff=${person.staff}`
    expect((await person.call('HEAD', photo)).status).toBe(200)
    const history = await person.call('GET', `/api/v1/history?record=${kept.record}`)
    expect(history.body).toEqual({ rows: [], more: false })
    expect((await person.call('GET', '/api/v1/presence')).body).toEqual({ devices: [] })
    expect((await person.call('GET', '/api/v1/session')).body).toMatchObject({ scopes: [] })
  })

  it('is signed out with the call that says that nothing waits', async () => {
    const person = await company.signedIn('steward')
    await person.sync()
    await set(person, 'revoke')
    expect((await say(person, holding(0, 2))).status).toBe(200)
    expect(await listed(person)).toMatchObject({ isSignedIn: true })
    expect((await say(person, {})).body).toMatchObject({ revoked: true })
    expect((await person.call('GET', '/api/v1/session')).status).toBe(401)
    expect(await listed(person)).toMatchObject({ isSignedIn: false })
  })

  it('stays so whoever signs in on it anew, and under a new id of the same session', async () => {
    const { account } = await company.account('steward')
    const person = company.stranger()
    await person.signIn(account, PASSWORD)
    await person.sync()
    await set(person, 'revoke')
    const again = new HttpClient(person.url)
    await again.signIn(account, PASSWORD)
    again.device = person.device
    expect((await say(again, { ...holding(1, 0), cursor: null })).body).toMatchObject({
      ...{ revoked: true, rows: [] },
    })
    again.device = newId()
    expect((await say(again, { ...holding(1, 0), cursor: null })).body).toMatchObject({ rows: [] })
    expect((await say(again, { ...holding(1, 0), cursor: null })).body).toMatchObject({
      ...{ revoked: true, rows: [] },
    })
  })

  it('is one device: the person goes on with another, and reads', async () => {
    const { account } = await company.account('steward')
    const [lost, other] = [company.stranger(), company.stranger()]
    await lost.signIn(account, PASSWORD)
    await lost.sync([receive(lost)])
    await other.signIn(account, PASSWORD)
    await set(lost, 'revoke')
    const answer = await other.sync([receive(other)])
    expect(answer.outcomes[0]).not.toHaveProperty('marks', ['after-revocation'])
    expect(answer.rows.length).toBeGreaterThan(0)
  })

  it('[DV5] is given back whole before it was in contact', async () => {
    const person = await company.signedIn('steward')
    await person.sync([receive(person)])
    await set(person, 'revoke')
    expect((await set(person, 'reinstate')).status).toBe(204)
    expect(await listed(person)).toMatchObject({ revokedAt: null })
    const answer = await person.sync([receive(person)])
    expect(answer.scopes.revoked).toEqual([])
    expect(answer).not.toHaveProperty('revoked')
    expect(answer.rows).toHaveLength(1)
  })

  it('[DV5] is never the administrator’s own, another company’s, or one nobody knows', async () => {
    expect((await set(administrator, 'revoke')).status).toBe(403)
    expect((await set({ device: newId() }, 'revoke')).status).toBe(404)
    expect((await set({ device: 'none' as HttpClient['device'] }, 'revoke')).status).toBe(404)
    const person = await company.signedIn('steward')
    await person.sync()
    const stranger = await (await server.company('青禾物业')).signedIn('administrator')
    expect((await set(person, 'revoke', stranger)).status).toBe(404)
    expect((await set(person, 'revoke', await company.signedIn('manager'))).status).toBe(403)
    expect(await listed(person)).toMatchObject({ revokedAt: null })
  })

  it('marks what of it comes as an export, too', async () => {
    const person = await company.signedIn('steward')
    await person.sync()
    await set(person, 'revoke')
    const change = { ...receive(person), device: person.device }
    const reply = await administrator.json('POST', '/api/v1/changes/import', { changes: [change] })
    expect(reply.body).toMatchObject({
      outcomes: [{ outcome: 'accepted', marks: ['after-revocation'] }],
    })
  })
})
