import * as v from 'valibot'
import { MINUTE, type Instant } from '../domain/instant'
import { AWAY_MINUTES, MOST_WRONG } from '../domain/lock'
import type { Person } from './phone'
import { hasSessionHere } from './remembered'

type Whose = Pick<Person, 'company' | 'staff'>

const TOUCHED = 'mengya/touched-at'
const OPENED = 'mengya/opened'
/** A clock put right by so much is nobody's trick. */
const CLOCK_SLACK = MINUTE

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
const lockSchema = v.object({
  salt: v.string(),
  hash: v.string(),
  memory: count,
  passes: count,
  /** Wrong codes in a row, and what is still to be waited for them, in milliseconds. */
  wrong: count,
  wait: v.pipe(v.number(), v.minValue(0)),
  minutes: v.picklist(AWAY_MINUTES),
  isLocked: v.boolean(),
})

/** The lock somebody put before their data on this phone; of their code only what is made of it. */
export type Lock = Readonly<v.InferOutput<typeof lockSchema>>

/** A lock nobody can read keeps shut, until its owner signs in. */
const JAMMED: Lock = {
  ...{ salt: '', hash: '', memory: 0, passes: 0, minutes: 0 },
  ...{ wrong: MOST_WRONG, wait: 0, isLocked: true },
}

const nameOf = ({ company, staff }: Whose): string => `${company}/${staff}`
export const lockKey = (whose: Whose): string => `mengya/lock/${nameOf(whose)}`

export const readLock = (whose: Whose): Lock | null => {
  const text = localStorage.getItem(lockKey(whose))
  if (text === null) return null
  try {
    const read = v.safeParse(lockSchema, JSON.parse(text))
    return read.success ? read.output : JAMMED
  } catch {
    return JAMMED
  }
}

export const writeLock = (whose: Whose, lock: Lock | null): void => {
  if (lock) localStorage.setItem(lockKey(whose), JSON.stringify(lock))
  else localStorage.removeItem(lockKey(whose))
}

/** [LK6] From now on it takes the code, whatever is opened anew. */
export const lockUp = (whose: Whose): void => {
  const lock = readLock(whose)
  if (lock) writeLock(whose, { ...lock, isLocked: true })
}

/** [LK6] Somebody touched the app that is open. */
export const noteTouched = (now: Instant): void => localStorage.setItem(TOUCHED, String(now))

/** The person is here, in this window. */
export const noteOpened = (whose: Whose, now: Instant): void => {
  sessionStorage.setItem(OPENED, nameOf(whose))
  noteTouched(now)
}

/** [LK4] By their code, or by signing in: the slate is wiped. */
export const unlock = (whose: Whose, now: Instant): void => {
  const lock = readLock(whose)
  if (lock) writeLock(whose, { ...lock, wrong: 0, wait: 0, isLocked: false })
  noteOpened(whose, now)
}

const isAway = ({ minutes }: Lock, now: Instant): boolean => {
  const touched = localStorage.getItem(TOUCHED)
  if (minutes === 0 || touched === null) return false
  const away = now - Number(touched)
  return away >= minutes * MINUTE || away < -CLOCK_SLACK
}

/**
 * [LK3] [LK6] Whether it takes the code before anything of theirs is read: locked by hand or by
 * stepping aside, away for long, or opened anew after the session ended.
 */
export const isLocked = (whose: Whose, now: Instant): boolean => {
  const lock = readLock(whose)
  if (!lock) return false
  const isOpenHere = sessionStorage.getItem(OPENED) === nameOf(whose)
  return lock.isLocked || isAway(lock, now) || (!isOpenHere && !hasSessionHere(whose))
}
