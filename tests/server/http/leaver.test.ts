import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StaffId } from '../../../src/domain/id'
import { DAY } from '../../../src/domain/instant'
import type { OpenWork } from '../../../src/protocol/open-work'
import { newId } from '../../support/build/ids'
import { makePromise } from '../../support/build/promise'
import { receiveTicket } from '../../support/build/ticket'
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

const bodyOf = async (kind: string, id: string) => {
  const [row] = await server.database.sql<{ body: Record<string, unknown> }[]>`
    select body from record where kind = ${kind} and id = ${id}`
  return row?.body ?? {}
}
const pathOf = (person: HttpClient) => `/api/v1/accounts/${person.staff}`
const openWork = async (person: HttpClient, by = administrator) =>
  (await by.call('GET', `${pathOf(person)}/open-work`)).body as OpenWork
const handOn = (person: HttpClient, to: Record<string, string>, close = true) =>
  administrator.json('POST', `${pathOf(person)}/hand-on`, {
    give: Object.entries(to).map(([what, staff]) => ({
      ...{ what, to: staff, community: company.community },
    })),
    ...{ words: '离职交接', close },
  })

/** A steward of a building nobody else serves, with a ticket in hand, one to answer for, and a promise. */
const leaverAtWork = async () => {
  const own = { building: newId<typeof company.building>() }
  const former = company.building
  Object.assign(company, own)
  const leaver = await company.signedIn('steward')
  Object.assign(company, { building: former })
  const [inHand, answered, promise] = [newId(), newId(), newId()]
  const staff = leaver.staff as StaffId
  const other = (await company.account('engineer')).staff
  const { outcomes } = await leaver.sync([
    leaver.change('Ticket', inHand, receiveTicket(company.community, other)),
    leaver.change('Ticket', inHand, { act: 'accept', from: 'received' }),
    leaver.change('Ticket', answered, receiveTicket(company.community, staff)),
    leaver.change(
      'OwnerPromise',
      promise,
      makePromise(Date.now() + DAY, { community: company.community, building: own.building }),
    ),
  ])
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(Array(4).fill('accepted'))
  return { ...own, leaver, inHand, answered, promise }
}

describe('[AC8] what a leaver has open', () => {
  it('is listed by what it is, and is an administrator’s to see in their own company', async () => {
    const { leaver, building, inHand, answered, promise } = await leaverAtWork()
    const { groups, waiting, told } = await openWork(leaver)
    expect(groups.map(({ what, lines }) => [what, lines.map(({ id }) => id)])).toEqual([
      ['buildings', [building]],
      ['tickets', [inHand]],
      ['first', [answered]],
      ['promises', [promise]],
    ])
    expect(waiting).toEqual([])
    expect(told).toEqual({ resolved: 0, rounds: 0, plans: 0, appointments: 0, handovers: 0 })
    expect(JSON.stringify(groups)).not.toContain('渗水')
    const manager = await company.signedIn('manager')
    expect((await manager.call('GET', `${pathOf(leaver)}/open-work`)).status).toBe(403)
    const elsewhere = await (await server.company('青禾物业')).signedIn('administrator')
    expect((await elsewhere.call('GET', `${pathOf(leaver)}/open-work`)).status).toBe(404)
  })

  it('of a community an administrator does not see, a ticket says nothing', async () => {
    const { leaver } = await leaverAtWork()
    const former = company.community
    Object.assign(company, { community: newId<typeof former>() })
    const other = await company.signedIn('administrator')
    Object.assign(company, { community: former })
    const { groups } = await openWork(leaver, other)
    expect(groups.flatMap(({ lines }) => lines.map(({ title }) => title)).join('')).toBe('')
  })
})

describe('[AC9] closing an account', () => {
  it('gives everything to colleagues by name first, in one; done twice it does no more', async () => {
    const { leaver, building, inHand, answered, promise } = await leaverAtWork()
    const to = await company.signedIn('steward')
    await to.sync()
    const all = { buildings: to.staff, tickets: to.staff, first: to.staff, promises: to.staff }
    const reply = await handOn(leaver, all)
    expect(reply.status).toBe(200)
    expect(reply.body).toMatchObject({
      groups: [],
      waiting: [
        { what: 'first', to: to.staff, n: 1 },
        { what: 'promises', to: to.staff, n: 1 },
      ],
    })
    expect(await bodyOf('Ticket', inHand)).toMatchObject({ status: 'assigned', handler: to.staff })
    expect(await bodyOf('Ticket', answered)).toMatchObject({
      ...{ firstResponsible: leaver.staff, firstOffer: { to: to.staff } },
    })
    expect(await bodyOf('OwnerPromise', promise)).toMatchObject({ passingTo: to.staff })
    expect((await to.sync()).scopes.granted).toContain(`homes:${building}`)
    expect((await leaver.sync([], { cursor: null })).rows).toEqual([])
    const before = JSON.stringify([
      await bodyOf('Ticket', inHand),
      await bodyOf('Ticket', answered),
    ])
    expect((await handOn(leaver, all)).status).toBe(200)
    expect(JSON.stringify([await bodyOf('Ticket', inHand), await bodyOf('Ticket', answered)])).toBe(
      before,
    )
    const deeds = await server.database.sql<{ what: string }[]>`
      select what from account_deed where subject = ${leaver.staff} order by id`
    expect(deeds.map(({ what }) => what)).toEqual(['open', 'handOn', 'close'])
    // Whoever was asked takes it: the owner is to hear who answers now.
    const taken = await to.sync([to.change('Ticket', answered, { act: 'takeFirst' })])
    expect(taken.outcomes[0]?.outcome).toBe('accepted')
    expect(await bodyOf('Ticket', answered)).toMatchObject({ firstResponsible: to.staff })
  })

  it('leaves a promise where it is if nobody who sees it was named, and closes all the same', async () => {
    const { leaver, promise } = await leaverAtWork()
    const blind = await company.signedIn('engineer')
    const reply = await handOn(leaver, { promises: blind.staff })
    expect(reply.status).toBe(200)
    expect((reply.body as OpenWork).groups.map(({ what }) => what)).toEqual([
      ...['buildings', 'tickets', 'first', 'promises'],
    ])
    expect(await bodyOf('OwnerPromise', promise)).toMatchObject({ passingTo: null })
    const [row] = await server.database.sql<{ closed: boolean }[]>`
      select closed_at is not null as closed from account where staff = ${leaver.staff}`
    expect(row?.closed).toBe(true)
  })

  it('does nothing at all where somebody may not take what they are given', async () => {
    const { leaver, inHand } = await leaverAtWork()
    const cleaner = await company.signedIn('cleaner')
    const gone = await company.signedIn('steward')
    await administrator.call('POST', `${pathOf(gone)}/close`)
    expect((await handOn(leaver, { tickets: cleaner.staff, first: cleaner.staff })).status).toBe(
      400,
    )
    expect((await handOn(leaver, { tickets: gone.staff })).status).toBe(400)
    expect(await bodyOf('Ticket', inHand)).toMatchObject({ handler: leaver.staff })
    expect((await openWork(leaver)).groups).toHaveLength(4)
    expect((await handOn(administrator, {})).status).toBe(403)
  })

  it('what waits for somebody who left too is offered anew', async () => {
    const { leaver } = await leaverAtWork()
    const [one, other] = [await company.signedIn('steward'), await company.signedIn('steward')]
    await handOn(leaver, { buildings: other.staff, first: one.staff })
    await administrator.call('POST', `${pathOf(one)}/close`)
    expect((await openWork(leaver)).groups.map(({ what }) => what)).toContain('first')
    await handOn(leaver, { first: other.staff })
    expect((await openWork(leaver)).waiting).toMatchObject([{ what: 'first', to: other.staff }])
  })
})
