import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bringAllToDay } from '../../../server/account/bring-all-to-day'
import { DAY, HOUR } from '../../../src/domain/instant'
import { EventStream } from '../../support/event-stream'
import type { HttpClient } from '../../support/http-client'
import type { HttpCompany } from '../../support/http-company'
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

const now = () => server.parts.services.now()
const standIn = async (person: HttpClient, from: number, until: number) => {
  const { community, building } = company
  const own = { role: 'engineer', community, buildings: [] }
  const covered = await company.account('steward')
  const stands = {
    ...{ role: 'steward', community, buildings: [building] },
    standIn: { for: covered.staff, from, until },
  }
  const path = `/api/v1/accounts/${person.staff}`
  const reply = await administrator.json('PATCH', path, { grants: [own, stands] })
  expect(reply.status).toBe(200)
}
const homes = () => `homes:${company.building}`
const rolesOf = async (person: HttpClient) =>
  ((await person.call('GET', '/api/v1/session')).body as { staff: { roles: string[] } }).staff.roles

describe('[AC10] standing in for a colleague', () => {
  it('gives scopes when it begins and takes them when it ends, by the server’s clock', async () => {
    const person = await company.signedIn('engineer')
    await person.sync()
    await standIn(person, now() + HOUR, now() + DAY)
    expect((await person.sync()).scopes.granted).toEqual([])
    expect(await rolesOf(person)).toEqual(['engineer'])
    server.passTime(HOUR)
    expect((await person.sync()).scopes.granted).toEqual([homes()])
    expect(await rolesOf(person)).toEqual(['engineer', 'steward'])
    server.passTime(DAY)
    expect((await person.sync()).scopes.revoked).toEqual([homes()])
    expect(await rolesOf(person)).toEqual(['engineer'])
  })

  it('[AC12] is told to the person before it begins, and no more once it is over', async () => {
    const person = await company.signedIn('engineer')
    await standIn(person, now() + HOUR, now() + 2 * HOUR)
    const told = async () =>
      ((await person.call('GET', '/api/v1/session')).body as { standIns: unknown[] }).standIns
    expect(await told()).toMatchObject([{ role: 'steward', community: company.community }])
    server.passTime(2 * HOUR)
    expect(await told()).toEqual([])
  })

  it('[AC11] begins for colleagues and open streams without a call of the person', async () => {
    const person = await company.signedIn('engineer')
    const stream = await EventStream.open(person)
    await standIn(person, now() + HOUR, now() + DAY)
    await stream.until('bye')
    const again = await EventStream.open(person)
    server.passTime(HOUR)
    expect(await bringAllToDay(server.parts)).toBeGreaterThan(0)
    await again.until('bye')
    const [row] = await server.database.sql<{ body: { roles: string[]; scopes: string[] } }[]>`
      select body from record where kind = 'Staff' and id = ${person.staff}`
    expect(row?.body.roles).toEqual(['engineer', 'steward'])
    expect(row?.body.scopes).toContain(homes())
    expect(await bringAllToDay(server.parts)).toBe(0)
  })

  it('[AC13] is given and taken back without touching what else somebody does', async () => {
    const { community, building } = company
    const { staff, grants } = await company.account('engineer')
    const { staff: whom } = await company.account('steward')
    const duty = {
      ...{ role: 'steward', community, buildings: [building] },
      standIn: { for: whom, from: now(), until: now() + DAY },
    }
    const path = `/api/v1/accounts/${staff}`
    const told = async (body: object) => {
      const reply = await administrator.json('PATCH', path, body)
      return [reply.status, (reply.body as { grants?: unknown }).grants]
    }
    expect(await told({ give: [duty] })).toEqual([200, [...grants, duty]])
    expect(await told({ give: [duty] })).toEqual([200, [...grants, duty]])
    expect(await told({ take: [duty] })).toEqual([200, grants])
    expect(await told({ take: [duty] })).toEqual([200, grants])
    const own = { ...duty, standIn: { ...duty.standIn, for: staff } }
    expect((await told({ give: [own] }))[0]).toBe(400)
    const deeds = await server.database.sql<{ given: unknown[]; taken: unknown[] }[]>`
      select given, taken from account_deed where subject = ${staff} and what = 'grant' order by id`
    expect(deeds).toMatchObject([
      { given: [duty], taken: [] },
      { given: [], taken: [duty] },
    ])
  })

  it('cannot make an administrator of somebody who would lock themselves out', async () => {
    const { community } = company
    const stands = {
      ...{ role: 'administrator', community, buildings: [] },
      standIn: { for: administrator.staff, from: now(), until: now() + DAY },
    }
    const path = `/api/v1/accounts/${administrator.staff}`
    expect((await administrator.json('PATCH', path, { grants: [stands] })).status).toBe(403)
    const backwards = { ...stands, standIn: { ...stands.standIn, until: now() - DAY } }
    const other = await company.account('cleaner')
    const reply = await administrator.json('PATCH', `/api/v1/accounts/${other.staff}`, {
      grants: [backwards],
    })
    expect(reply.status).toBe(400)
  })
})
