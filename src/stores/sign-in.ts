import * as v from 'valibot'
import { showAppBadge } from '../device/app-badge'
import { now } from '../device/clock'
import { closeNotices } from '../device/close-notices'
import { dropShared } from '../device/shared-files'
import { failed, ok, type Result } from '../domain/result'
import { sessionSchema } from '../protocol/session'
import { wireErrorSchema } from '../protocol/wire-error'
import { personOf } from './duties'
import { endOwedSession, endSession } from './end-session'
import { lockUp, noteOpened, unlock } from './lock'
import type { Person } from './phone'
import {
  hasSessionHere,
  isSame,
  noteSessionLost,
  noteSessionOwed,
  noteSignedIn,
  rememberedPerson,
  rememberPerson,
} from './remembered'

export type SignInFailure =
  { readonly kind: 'no-network' } | { readonly kind: 'said'; readonly message: string }

const failureOf = (body: unknown): SignInFailure => {
  const read = v.safeParse(wireErrorSchema, body)
  return read.success
    ? { kind: 'said', message: read.output.error.message }
    : { kind: 'no-network' }
}

/**
 * [TD11] 「换人」: the phone shows who works on it. Whoever stepped aside comes back by their name, until
 * somebody else has signed in. [LK7] Nothing of theirs is left lying for the next.
 */
export const stepAside = (): void => {
  const before = rememberedPerson()
  if (before) lockUp(before)
  rememberPerson(null)
  void showAppBadge(0)
  void dropShared()
  void closeNotices()
}

/** The phone is theirs from now on; whoever had it before has stepped aside. */
export const takeOver = (person: Person): void => {
  const before = rememberedPerson()
  if (before && !isSame(before, person)) stepAside()
  rememberPerson(person)
  noteOpened(person, now())
}

/** The one thing that needs the network. The phone remembers who, and opens by itself from then on. */
export const signIn = async (
  account: string,
  password: string,
  language: string,
): Promise<Result<Person, SignInFailure>> => {
  // Before the new one: its answer would take the new cookie away.
  await endOwedSession()
  try {
    const response = await fetch('/api/v1/session', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Accept-Language': language },
      body: JSON.stringify({ account, password, deviceName: navigator.userAgent.slice(0, 120) }),
    })
    const body: unknown = await response.json()
    const session = v.safeParse(sessionSchema, body)
    if (!response.ok || !session.success) return failed(failureOf(body))
    const person = personOf(session.output)
    takeOver(person)
    unlock(person, now())
    noteSignedIn(person, account)
    // The server has ended whichever session this browser had.
    noteSessionOwed(false)
    return ok(person)
  } catch {
    return failed({ kind: 'no-network' })
  }
}

/** Ends the session, now or at the next contact; the phone forgets who, and deletes nothing. */
export const signOut = async (): Promise<void> => {
  const person = rememberedPerson()
  const isTheirs = person !== null && hasSessionHere(person)
  stepAside()
  if (person) noteSessionLost(person)
  // Opened by the code while a colleague is signed in: that session is not theirs to end.
  if (isTheirs) await endSession()
}
