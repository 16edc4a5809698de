import { onScopeDispose, shallowRef } from 'vue'
import { now } from '../device/clock'
import { hashPin, newSalt, type HashPin } from '../device/pin/hash-pin'
import { PIN_COST } from '../device/pin/pin-job'
import { SECOND } from '../domain/instant'
import { MOST_WRONG, type AwayMinutes } from '../domain/lock'
import { waitAfter } from '../domain/pin'
import { noteOpened, readLock, unlock, writeLock, type Lock } from './lock'
import type { Person } from './phone'

type Whose = Pick<Person, 'company' | 'staff'>

/** What became of a code: right, wrong, too early, no longer asked, or not worked out for want of room. */
export type PinAnswer = 'right' | 'wrong' | 'early' | 'closed' | 'no-room'

/** [LK2] Sets or changes it. Answers false where the phone had no room to work it out. */
export const setPin = async (
  whose: Whose,
  pin: string,
  hash: HashPin = hashPin,
): Promise<boolean> => {
  const salt = newSalt()
  const made = await hash({ pin, salt, ...PIN_COST })
  if (made === null) return false
  const minutes = readLock(whose)?.minutes ?? 0
  writeLock(whose, { salt, hash: made, ...PIN_COST, wrong: 0, wait: 0, minutes, isLocked: false })
  noteOpened(whose, now())
  return true
}

export const dropPin = (whose: Whose): void => writeLock(whose, null)

/**
 * [LK4] Counted before it is looked at: whoever kills the app meanwhile, or asks in two tabs at once,
 * gains nothing.
 */
export const tryPin = async (
  whose: Whose,
  pin: string,
  hash: HashPin = hashPin,
): Promise<PinAnswer> => {
  const lock = readLock(whose)
  if (!lock || lock.wrong >= MOST_WRONG) return 'closed'
  if (lock.wait > 0) return 'early'
  const wrong = lock.wrong + 1
  writeLock(whose, { ...lock, wrong, wait: waitAfter(wrong) })
  const { salt, memory, passes } = lock
  const made = await hash({ pin, salt, memory, passes })
  if (made === lock.hash) {
    unlock(whose, now())
    return 'right'
  }
  if (made === null) {
    writeLock(whose, lock)
    return 'no-room'
  }
  return wrong >= MOST_WRONG ? 'closed' : 'wrong'
}

/** [LK5] So much of the wait has passed under somebody's eyes. */
export const passWait = (whose: Whose, milliseconds: number): void => {
  const lock = readLock(whose)
  if (lock && lock.wait > 0)
    writeLock(whose, { ...lock, wait: Math.max(0, lock.wait - milliseconds) })
}

/**
 * [LK5] The lock as it stands. A wait is counted by the page while it is seen, not by the phone's
 * clock: setting that forward, or starting anew, shortens nothing.
 */
export const useLock = (whose: Whose) => {
  const lock = shallowRef<Lock | null>(readLock(whose))
  const look = () => (lock.value = readLock(whose))
  let last = performance.now()
  const count = () => {
    const passed = performance.now() - last
    last += passed
    if (document.visibilityState === 'visible') passWait(whose, passed)
    look()
  }
  const timer = setInterval(count, SECOND)
  onScopeDispose(() => clearInterval(timer))
  return {
    lock,
    look,
    lockAfter: (minutes: AwayMinutes) => {
      const held = readLock(whose)
      if (held) writeLock(whose, { ...held, minutes })
      look()
    },
  }
}
