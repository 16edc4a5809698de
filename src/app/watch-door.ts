import { MINUTE, SECOND } from '../domain/instant'
import { isLocked, lockUp, noteTouched, readLock } from '../stores/lock'
import { leaveRevoked } from '../stores/leave-revoked'
import type { Phone } from '../stores/phone'
import { isSame, noteSessionLost, rememberedPerson } from '../stores/remembered'
import type { SyncState } from '../sync/sync-state'

export interface DoorParts {
  /** Somebody is in the middle of a form or a recording. */
  readonly isBusy: () => boolean
  /** Milliseconds by a clock that nobody sets. */
  readonly elapsed: () => number
}

const EVERY = 10 * SECOND
const SEEN_APART = SECOND

/**
 * [LK6] [LK7] Watches that the page that is open is still its person's: locked, away for long, or with
 * somebody else come to the phone in another tab, it is opened anew and the way in asks. What was typed
 * is kept as a draft before. Answers how to stop.
 */
export const watchDoor = (
  phone: Pick<Phone, 'person' | 'now' | 'sync' | 'database'>,
  { isBusy, elapsed }: DoorParts,
): (() => void) => {
  const { person, now, sync } = phone
  const over = new AbortController()
  const { signal } = over
  let touchedAt = elapsed()

  const isAway = (): boolean => {
    const minutes = readLock(person)?.minutes ?? 0
    return minutes > 0 && elapsed() - touchedAt >= minutes * MINUTE
  }
  /** Answers whether the page is on its way out. */
  const look = (): boolean => {
    const here = rememberedPerson()
    const isTheirs = here !== null && isSame(here, person)
    if (isTheirs && !isAway() && !isLocked(person, now())) return false
    if (isTheirs) lockUp(person)
    over.abort()
    document.body.hidden = true
    location.reload()
    return true
  }
  const touch = () => {
    if (elapsed() - touchedAt < SEEN_APART || look()) return
    touchedAt = elapsed()
    noteTouched(now())
  }
  const tick = () => {
    if (document.visibilityState === 'visible' && isBusy()) touch()
    else look()
  }

  /** [DV4] Said at the way in, once nothing of theirs is left here. */
  const leave = async () => {
    if (!(await leaveRevoked(phone))) return
    over.abort()
    location.assign('/sign-in?why=revoked')
  }

  const timer = setInterval(tick, EVERY)
  signal.addEventListener('abort', () => clearInterval(timer))
  for (const kind of ['pointerdown', 'keydown'])
    document.addEventListener(kind, touch, { signal, capture: true, passive: true })
  document.addEventListener('visibilitychange', () => void look(), { signal })
  window.addEventListener('storage', () => void look(), { signal })
  // Brought back by the back button as it stood.
  const back = ({ persisted }: PageTransitionEvent) => persisted && look()
  window.addEventListener('pageshow', back, { signal })
  const hear = ({ is }: SyncState) => {
    if (is === 'signed-out' || is === 'other-person') noteSessionLost(person)
    if (is === 'revoked') void leave()
  }
  const stopHearing = sync.onState(hear)
  hear(sync.state)
  signal.addEventListener('abort', stopHearing)
  return () => over.abort()
}
