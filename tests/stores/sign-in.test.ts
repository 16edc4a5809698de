// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { Dexie } from 'dexie'
import { derivePin } from '../../src/device/pin/derive-pin'
import type { HashPin } from '../../src/device/pin/hash-pin'
import type { CommunityId } from '../../src/domain/community'
import type { StaffId } from '../../src/domain/id'
import type { Session } from '../../src/protocol/session'
import { databaseName, openPhoneDatabase } from '../../src/storage/phone-database'
import { saveActs } from '../../src/storage/save-acts'
import { endOwedSession } from '../../src/stores/end-session'
import { usePeople } from '../../src/stores/people'
import { knownPeople, rememberedPerson } from '../../src/stores/remembered'
import { isLocked, lockUp, readLock } from '../../src/stores/lock'
import { setPin, tryPin } from '../../src/stores/pin'
import { signIn, signOut, stepAside, takeOver } from '../../src/stores/sign-in'
import { newId } from '../support/build/ids'
import { receiveTicket } from '../support/build/ticket'
import { author } from '../support/phone-parts'

/** The door of a server: two people, one password, a network that can be gone. */
class Door {
  isReached = true
  ended = 0
  readonly calls: string[] = []
  readonly company = newId<Session['company']['id']>()
  readonly staff = new Map([
    ['wangqiang', this.#person('王强')],
    ['limin', this.#person('李敏')],
  ])

  #person(name: string): Session['staff'] {
    return { id: newId<StaffId>(), name, roles: ['security'] }
  }

  readonly fetch = (
    _address: string,
    init: { method: string; body?: string },
  ): Promise<Response> => {
    if (!this.isReached) return Promise.reject(new TypeError('no network'))
    this.calls.push(init.method)
    if (init.method === 'DELETE') {
      this.ended += 1
      return Promise.resolve(new Response(null, { status: 204 }))
    }
    const { account, password } = JSON.parse(init.body ?? '{}') as Record<string, string>
    const staff = this.staff.get(account ?? '')
    if (!staff || password !== 'right-password')
      return this.#say(401, { error: { kind: 'wrong-password', message: '账号或密码不对' } })
    const company = { id: this.company, name: '萌芽物业' }
    return this.#say(200, { staff, company, scopes: [], serverTime: 1, expiresAt: 2 })
  }

  #say(status: number, body: unknown): Promise<Response> {
    return Promise.resolve(new Response(JSON.stringify(body), { status }))
  }
}

let door: Door
beforeEach(() => {
  localStorage.clear()
  sessionStorage.clear()
  door = new Door()
  vi.stubGlobal('fetch', door.fetch)
  Dexie.dependencies.indexedDB = new IDBFactory()
  Dexie.dependencies.IDBKeyRange = IDBKeyRange
})
afterEach(() => vi.unstubAllGlobals())

/** The very same derivation, on this thread and at a cost a test can pay. */
const hash: HashPin = (job) => derivePin({ ...job, memory: 64, passes: 1 })

const enter = async (account: string) => {
  const signed = await signIn(account, 'right-password', 'zh-CN')
  if (!signed.ok) throw new Error(signed.error.kind)
  return signed.value
}

describe('signing in', () => {
  it('remembers who, and no secret', async () => {
    const person = await enter('wangqiang')
    expect(rememberedPerson()).toEqual(person)
    expect(JSON.stringify(localStorage)).not.toContain('right-password')
  })

  it('says what the server said, and tells a wrong password from no network', async () => {
    const wrong = await signIn('wangqiang', 'wrong', 'zh-CN')
    door.isReached = false
    const nowhere = await signIn('wangqiang', 'right-password', 'zh-CN')
    expect([wrong, nowhere]).toEqual([
      { ok: false, error: { kind: 'said', message: '账号或密码不对' } },
      { ok: false, error: { kind: 'no-network' } },
    ])
    expect(rememberedPerson()).toBeNull()
    expect(knownPeople()).toEqual([])
  })

  it('signs out with no network too: the phone forgets who, and ends the session if it can', async () => {
    await enter('wangqiang')
    door.isReached = false
    await signOut()
    expect(rememberedPerson()).toBeNull()
    expect(door.ended).toBe(0)
    door.isReached = true
    await enter('wangqiang')
    expect(door.ended).toBe(1)
    await signOut()
    expect(door.ended).toBe(2)
  })

  it('[TD16] ends at the next contact a session it could not reach, and none that is a new one', async () => {
    await enter('wangqiang')
    door.isReached = false
    await signOut()
    await endOwedSession()
    expect(door.ended).toBe(0)
    door.isReached = true
    await endOwedSession()
    await endOwedSession()
    expect(door.ended).toBe(1)

    await enter('wangqiang')
    door.isReached = false
    await signOut()
    door.isReached = true
    await enter('limin')
    // The old one before the new one was opened; nothing is owed of Li's.
    expect(door.calls.slice(-2)).toEqual(['DELETE', 'POST'])
    await endOwedSession()
    expect(door.ended).toBe(2)
  })
})

describe('a shared phone', () => {
  it('[LK3] ends no colleague’s session when somebody leaves whom the code let in', async () => {
    const wang = await enter('wangqiang')
    await setPin(wang, '280517', hash)
    await enter('limin')
    stepAside()
    const { people } = usePeople()
    expect(people.value.map(({ person, hasPin }) => [person.name, hasPin])).toEqual([
      ['李敏', false],
      ['王强', true],
    ])
    expect(await tryPin(wang, '280517', hash)).toBe('right')
    takeOver(wang)
    await signOut()
    expect(door.ended).toBe(0)
    expect(knownPeople().map(({ hasSession }) => hasSession)).toEqual([true, false])
    expect(isLocked(wang, Date.now())).toBe(true)
  })

  it('[LK7] locks whoever had it when a colleague takes it over from the way in', async () => {
    const li = await enter('limin')
    await setPin(li, '280517', hash)
    lockUp(li)
    const wang = await enter('wangqiang')
    expect(rememberedPerson()).toEqual(wang)
    expect(isLocked(li, Date.now())).toBe(true)
    expect(usePeople().locked).toBeNull()
    lockUp(wang)
    expect(usePeople().locked).toBeNull()
    await setPin(wang, '135790', hash)
    lockUp(wang)
    expect(usePeople().locked?.person.name).toBe('王强')
  })

  it('[LK8] wipes the slate of whoever signs in', async () => {
    const li = await enter('limin')
    await setPin(li, '280517', hash)
    expect(await tryPin(li, '999999', hash)).toBe('wrong')
    lockUp(li)
    await enter('limin')
    expect(readLock(li)).toMatchObject({ wrong: 0, isLocked: false })
  })

  it('[LK9] keeps no code of whoever is taken off', async () => {
    const li = await enter('limin')
    await setPin(li, '280517', hash)
    stepAside()
    const { people, takeOff } = usePeople()
    const [known] = people.value
    if (!known) throw new Error('Nobody is here.')
    expect(await takeOff(known)).toBe(true)
    expect(JSON.stringify(localStorage)).not.toContain('mengya/lock')
  })

  it('[TD17] drops the picture of Today before anything else of whoever is taken off', async () => {
    await enter('limin')
    const { people, takeOff } = usePeople()
    const [known] = people.value
    if (!known) throw new Error('Nobody is here.')
    localStorage.setItem('mengya/look', '{}')
    vi.spyOn(Dexie, 'delete').mockRejectedValueOnce(new Error('closed'))
    await expect(takeOff(known)).rejects.toThrow('closed')
    expect(localStorage.getItem('mengya/look')).toBeNull()
  })

  it('[TD11] lets whoever stepped aside come back until somebody else signed in', async () => {
    const wang = await enter('wangqiang')
    stepAside()
    const [known] = knownPeople()
    expect(known).toMatchObject({ person: { name: '王强' }, hasSession: true })
    if (known) usePeople().comeBack(known)
    expect(rememberedPerson()).toEqual(wang)
    stepAside()
    await enter('limin')
    expect(knownPeople().map(({ person, hasSession }) => [person.name, hasSession])).toEqual([
      ['李敏', true],
      ['王强', false],
    ])
    await signOut()
    expect(knownPeople().some(({ hasSession }) => hasSession)).toBe(false)
  })

  it('[TD11] counts what of each still waits, each in a database of their own', async () => {
    const [wang, li] = [await enter('wangqiang'), await enter('limin')]
    const database = await openPhoneDatabase(wang.company, wang.staff)
    const deed = receiveTicket(newId<CommunityId>(), wang.staff)
    const acts = [{ kind: 'Ticket' as const, record: newId<string>(), act: deed }]
    await saveActs(database, acts, author(wang.staff, 1))
    database.close()
    const { people, count } = usePeople()
    await count()
    expect(people.value.map(({ person, unsent }) => [person.name, unsent])).toEqual([
      ['李敏', 0],
      ['王强', 1],
    ])
    const other = await openPhoneDatabase(li.company, li.staff)
    expect(await other.tickets.count()).toBe(0)
    other.close()
  })

  it('[TD16] takes a leaver off, with all of theirs, only when nothing of theirs waits', async () => {
    const [wang, li] = [await enter('wangqiang'), await enter('limin')]
    const database = await openPhoneDatabase(wang.company, wang.staff)
    const deed = receiveTicket(newId<CommunityId>(), wang.staff)
    const acts = [{ kind: 'Ticket' as const, record: newId<string>(), act: deed }]
    await saveActs(database, acts, author(wang.staff, 1))
    const { people, count, takeOff } = usePeople()
    await count()
    const of = (staff: StaffId) => {
      const known = people.value.find(({ person }) => person.staff === staff)
      if (!known) throw new Error('Nobody of that name is here.')
      return known
    }
    expect(await takeOff(of(wang.staff))).toBe(false)
    expect(knownPeople()).toHaveLength(2)
    expect(await database.outbox.count()).toBe(1)

    await database.outbox.toCollection().modify({ state: 'refused' })
    expect(await takeOff(of(wang.staff))).toBe(false)

    await database.outbox.clear()
    database.close()
    expect(await takeOff(of(wang.staff))).toBe(true)
    expect(knownPeople().map(({ person }) => person.name)).toEqual([li.name])
    expect(await Dexie.exists(databaseName(wang.company, wang.staff))).toBe(false)
    expect(people.value.map(({ person }) => person.name)).toEqual([li.name])
    // His session went when Li signed in; hers is nobody else's to end.
    expect(door.ended).toBe(0)
  })

  it('[TD16] ends the session of whoever is taken off, with no network as soon as there is one', async () => {
    await enter('limin')
    stepAside()
    const { people, takeOff } = usePeople()
    const [li] = people.value
    if (!li) throw new Error('Nobody is here.')
    door.isReached = false
    expect(await takeOff(li)).toBe(true)
    expect(door.ended).toBe(0)
    door.isReached = true
    await endOwedSession()
    expect(door.ended).toBe(1)
  })
})
