// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { CommunityId } from '../../src/domain/community'
import type { CompanyId, StaffId } from '../../src/domain/id'
import { communityScope } from '../../src/domain/scope'
import type { Session } from '../../src/protocol/session'
import { personOf, takeDuties } from '../../src/stores/duties'
import {
  knownPeople,
  noteSignedIn,
  rememberedPerson,
  rememberPerson,
} from '../../src/stores/remembered'
import { newId } from '../support/build/ids'

const session: Session = {
  staff: { id: newId<StaffId>(), name: '李敏', roles: ['steward'] },
  company: { id: newId<CompanyId>(), name: '萌芽物业' },
  scopes: [communityScope(newId<CommunityId>()), 'company'],
  ...{ serverTime: 1, expiresAt: 2 },
}
const person = personOf(session)

/** What the server says when it is asked whose session this is. */
const server: { says: () => Promise<Response> } = { says: () => Promise.reject(new Error()) }
const answers = (status: number, body: unknown) => {
  server.says = () => Promise.resolve(new Response(JSON.stringify(body), { status }))
}

beforeEach(() => {
  localStorage.clear()
  rememberPerson(person)
  noteSignedIn(person, 'limin')
  vi.stubGlobal('fetch', (address: string) =>
    address === '/api/v1/session' ? server.says() : Promise.reject(new Error(address)),
  )
})
afterEach(() => vi.unstubAllGlobals())

describe('[SY58] duties that changed on the server', () => {
  it('are remembered, and the app that is open was built for others', async () => {
    const scopes = [...session.scopes, communityScope(newId<CommunityId>())]
    const staff = { ...session.staff, roles: ['supervisor'] as const }
    answers(200, { ...session, staff, scopes })
    expect(await takeDuties(person)).toBe(true)
    expect(rememberedPerson()).toMatchObject({ roles: ['supervisor'], scopes })
    expect(knownPeople()).toMatchObject([
      { account: 'limin', hasSession: true, person: { roles: ['supervisor'] } },
    ])
    expect(await takeDuties(personOf({ ...session, staff, scopes }))).toBe(false)
  })

  it('are none where only their order is another', async () => {
    answers(200, { ...session, scopes: [...session.scopes].reverse() })
    expect(await takeDuties(person)).toBe(false)
  })

  it('are not known without a network, without a session, or from another’s', async () => {
    server.says = () => Promise.reject(new TypeError('no network'))
    expect(await takeDuties(person)).toBe(false)
    answers(401, { error: { kind: 'signed-out', message: '' } })
    expect(await takeDuties(person)).toBe(false)
    answers(200, { ...session, staff: { ...session.staff, id: newId(), name: '王强' } })
    expect(await takeDuties(person)).toBe(false)
    expect(rememberedPerson()).toEqual(person)
  })

  it('bring nobody back who stepped aside meanwhile', async () => {
    rememberPerson(null)
    answers(200, { ...session, staff: { ...session.staff, roles: ['manager'] } })
    expect(await takeDuties(person)).toBe(false)
    expect(rememberedPerson()).toBeNull()
  })
})
