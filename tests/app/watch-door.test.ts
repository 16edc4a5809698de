import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { watchDoor } from '../../src/app/watch-door'
import type { CompanyId, StaffId } from '../../src/domain/id'
import { MINUTE, SECOND } from '../../src/domain/instant'
import { PhoneDatabase } from '../../src/storage/phone-database'
import { isLocked, noteOpened, readLock, writeLock } from '../../src/stores/lock'
import type { Person } from '../../src/stores/phone'
import { noteSignedIn, rememberPerson } from '../../src/stores/remembered'
import type { SyncState } from '../../src/sync/sync-state'
import { newId } from '../support/build/ids'

const company = newId<CompanyId>()
const personNamed = (name: string): Person => ({
  ...{ staff: newId<StaffId>(), name, roles: ['security'], company },
  ...{ companyName: '萌芽物业', scopes: [] },
})
const LOCK = {
  ...{ salt: '00', hash: '00', memory: 64, passes: 1, wrong: 0, wait: 0 },
  ...{ minutes: 5 as const, isLocked: false },
}

const database = new PhoneDatabase('mengya/test', new IDBFactory(), IDBKeyRange)

let li: Person
let time: number
let isBusy: boolean
let said: (state: SyncState) => void
let stop: () => void
const reload = vi.fn()
const nothing = () => undefined

beforeEach(() => {
  vi.useFakeTimers()
  localStorage.clear()
  sessionStorage.clear()
  reload.mockClear()
  document.body.hidden = false
  time = 1_795_000_000_000
  isBusy = false
  li = personNamed('李敏')
  rememberPerson(li)
  noteSignedIn(li, 'limin')
  writeLock(li, LOCK)
  noteOpened(li, time)
  vi.spyOn(location, 'reload').mockImplementation(reload)
  const sync = {
    ...{ state: { is: 'idle' } as const, wake: nothing, tryAnew: nothing, stop: nothing },
    onState: (listener: (state: SyncState) => void) => {
      said = listener
      return () => undefined
    },
  }
  stop = watchDoor(
    { person: li, now: () => time, sync, database },
    { isBusy: () => isBusy, elapsed: () => time },
  )
})
afterEach(() => {
  stop()
  vi.useRealTimers()
  vi.restoreAllMocks()
})

const pass = (milliseconds: number) => {
  for (let passed = 0; passed < milliseconds; passed += SECOND) {
    time += SECOND
    vi.advanceTimersByTime(SECOND)
  }
}
const touch = () => document.dispatchEvent(new Event('pointerdown'))

describe('the door of the page that is open', () => {
  it('[LK6] locks when nobody touched it for the minutes chosen, and not before', () => {
    pass(4 * MINUTE)
    touch()
    pass(4 * MINUTE)
    expect(reload).not.toHaveBeenCalled()
    pass(MINUTE)
    expect(reload).toHaveBeenCalledOnce()
    expect(document.body.hidden).toBe(true)
    expect(isLocked(li, time)).toBe(true)
  })

  it('[LK6] cuts off no form in sight', () => {
    isBusy = true
    pass(30 * MINUTE)
    expect(reload).not.toHaveBeenCalled()
    isBusy = false
    pass(5 * MINUTE)
    expect(reload).toHaveBeenCalledOnce()
  })

  it('[LK6] is not opened by the touch that comes too late', () => {
    time += 6 * MINUTE
    touch()
    expect(reload).toHaveBeenCalledOnce()
    expect(isLocked(li, time)).toBe(true)
  })

  it('[LK7] goes when another tab locked it, or somebody else has the phone now', () => {
    const wang = personNamed('王强')
    rememberPerson(wang)
    window.dispatchEvent(new StorageEvent('storage', { key: 'mengya/person' }))
    expect(reload).toHaveBeenCalledOnce()
    // It was not Li who left it: her own lock is as it was.
    expect(readLock(li)?.isLocked).toBe(false)
  })

  it('[LK7] goes when the back button brings it back after its person left', () => {
    rememberPerson(null)
    window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }))
    expect(reload).toHaveBeenCalledOnce()
  })

  it('[LK3] remembers that the session ended, and interrupts nobody', () => {
    said({ is: 'signed-out' })
    pass(MINUTE)
    expect(reload).not.toHaveBeenCalled()
    sessionStorage.clear()
    expect(isLocked(li, time)).toBe(true)
  })
})
