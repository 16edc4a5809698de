// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest'
import { derivePin } from '../../src/device/pin/derive-pin'
import type { CompanyId, StaffId } from '../../src/domain/id'
import { DAY, MINUTE, SECOND } from '../../src/domain/instant'
import { MOST_WRONG } from '../../src/domain/lock'
import {
  isLocked,
  lockUp,
  noteOpened,
  noteTouched,
  readLock,
  unlock,
  writeLock,
} from '../../src/stores/lock'
import type { Person } from '../../src/stores/phone'
import { dropPin, passWait, setPin, tryPin } from '../../src/stores/pin'
import { noteSessionLost, noteSignedIn, rememberPerson } from '../../src/stores/remembered'
import { newId } from '../support/build/ids'

const company = newId<CompanyId>()
const personNamed = (name: string): Person => ({
  ...{ staff: newId<StaffId>(), name, roles: ['security'], company },
  ...{ companyName: '萌芽物业', scopes: [] },
})
const CODE = '280517'
let li: Person
let wang: Person

/** Right away and on this thread, but the very same derivation, at a cost a test can pay. */
const hash = (job: Parameters<typeof derivePin>[0]) => derivePin({ ...job, memory: 64, passes: 1 })
const guess = (person: Person, pin: string) => tryPin(person, pin, hash)
const restart = () => sessionStorage.clear()

beforeEach(async () => {
  localStorage.clear()
  sessionStorage.clear()
  li = personNamed('李敏')
  wang = personNamed('王强')
  rememberPerson(li)
  noteSignedIn(li, 'limin')
  await setPin(li, CODE, hash)
})

const wrongTimes = async (times: number) => {
  for (let at = 0; at < times; at += 1) {
    passWait(li, 10 * MINUTE)
    await guess(li, '999999')
  }
}

describe('an unlock code', () => {
  it('[LK1] is kept as nothing that says it, with a salt of its own each time', async () => {
    const first = readLock(li)
    expect(JSON.stringify(localStorage)).not.toContain(CODE)
    expect(first?.hash).toMatch(/^[0-9a-f]{64}$/)
    expect(first?.salt).toMatch(/^[0-9a-f]{32}$/)
    await setPin(wang, CODE, hash)
    expect(readLock(wang)?.salt).not.toBe(first?.salt)
    expect(readLock(wang)?.hash).not.toBe(first?.hash)
  })

  it('[LK1] is derived by argon2id at the cost kept beside it', async () => {
    const job = { pin: CODE, salt: '00112233445566778899aabbccddeeff', memory: 19_456, passes: 2 }
    const hard = await derivePin(job)
    expect(hard).toHaveLength(64)
    expect(await derivePin({ ...job, passes: 3 })).not.toBe(hard)
    expect(await derivePin({ ...job, pin: '280518' })).not.toBe(hard)
    expect(await derivePin(job)).toBe(hard)
  })

  it('[LK4] opens by the right one alone, and that wipes the slate', async () => {
    lockUp(li)
    expect(await guess(li, '999999')).toBe('wrong')
    expect(isLocked(li, Date.now())).toBe(true)
    expect(readLock(li)?.wrong).toBe(1)
    expect(await guess(li, CODE)).toBe('right')
    expect(isLocked(li, Date.now())).toBe(false)
    expect(readLock(li)?.wrong).toBe(0)
  })

  it('[LK4] slows after four, closes after ten, and the right one comes too late then', async () => {
    await wrongTimes(4)
    expect(readLock(li)?.wait).toBe(0)
    expect(await guess(li, '999999')).toBe('wrong')
    expect(readLock(li)?.wait).toBe(30 * SECOND)
    expect(await guess(li, CODE)).toBe('early')
    expect(readLock(li)?.wrong).toBe(5)
    await wrongTimes(MOST_WRONG - 5)
    expect(readLock(li)?.wrong).toBe(MOST_WRONG)
    passWait(li, DAY)
    expect(await guess(li, CODE)).toBe('closed')
    noteOpened(li, Date.now())
    expect(await guess(li, CODE)).toBe('closed')
    unlock(li, Date.now())
    expect(await guess(li, CODE)).toBe('right')
  })

  it('[LK4] counts a try before it is looked at: killed meanwhile, or asked twice at once', async () => {
    const never = tryPin(li, '999999', () => new Promise(() => undefined))
    expect(readLock(li)?.wrong).toBe(1)
    restart()
    expect(readLock(li)?.wrong).toBe(1)
    await Promise.all([guess(li, '999999'), guess(li, '999998')])
    expect(readLock(li)?.wrong).toBe(3)
    await Promise.race([never, Promise.resolve()])
  })

  it('[LK4] counts no try the phone had no memory for', async () => {
    expect(await tryPin(li, CODE, () => Promise.resolve(null))).toBe('no-room')
    expect(readLock(li)?.wrong).toBe(0)
  })

  it('[LK5] has its wait shortened by what passed under somebody’s eyes, and by nothing else', async () => {
    await wrongTimes(5)
    restart()
    expect(await guess(li, CODE)).toBe('early')
    passWait(li, 29 * SECOND)
    expect(await guess(li, CODE)).toBe('early')
    passWait(li, SECOND)
    expect(await guess(li, CODE)).toBe('right')
  })

  it('[LK8] keeps shut what cannot be read, until its owner signs in', async () => {
    localStorage.setItem(`mengya/lock/${li.company}/${li.staff}`, '{"salt":')
    expect(isLocked(li, Date.now())).toBe(true)
    expect(await guess(li, CODE)).toBe('closed')
    dropPin(li)
    expect(isLocked(li, Date.now())).toBe(false)
  })
})

describe('the app opened anew', () => {
  it('[LK3] asks for the code once the session has ended, and not within a window at work', () => {
    const now = Date.now()
    restart()
    expect(isLocked(li, now)).toBe(false)
    noteOpened(li, now)
    noteSessionLost(li)
    expect(isLocked(li, now)).toBe(false)
    restart()
    expect(isLocked(li, now)).toBe(true)
  })

  it('[LK3] asks for nothing where no code was set', () => {
    noteSessionLost(wang)
    lockUp(wang)
    expect(readLock(wang)).toBeNull()
    expect(isLocked(wang, Date.now())).toBe(false)
  })

  it('[LK6] is locked after the minutes chosen, with the clock gone forward or back', () => {
    const now = Date.now()
    const lock = readLock(li)
    if (lock) writeLock(li, { ...lock, minutes: 5 })
    noteTouched(now)
    const after = [0, 4 * MINUTE, 5 * MINUTE, DAY, -30 * SECOND, -2 * MINUTE]
    expect(after.map((passed) => isLocked(li, now + passed))).toEqual([
      ...[false, false, true, true, false, true],
    ])
    if (lock) writeLock(li, { ...lock, minutes: 0 })
    expect(after.some((passed) => isLocked(li, now + passed))).toBe(false)
  })
})
