import * as v from 'valibot'
import { showAppBadge } from '../device/app-badge'
import { dropShared } from '../device/shared-files'
import { failed, ok, type Result } from '../domain/result'
import { sessionSchema } from '../protocol/session'
import { wireErrorSchema } from '../protocol/wire-error'
import { personOf } from './duties'
import { endOwedSession, endSession } from './end-session'
import type { Person } from './phone'
import { noteSessionOwed, noteSignedIn, noteSignedOut, rememberPerson } from './remembered'

export type SignInFailure =
  { readonly kind: 'no-network' } | { readonly kind: 'said'; readonly message: string }

const failureOf = (body: unknown): SignInFailure => {
  const read = v.safeParse(wireErrorSchema, body)
  return read.success
    ? { kind: 'said', message: read.output.error.message }
    : { kind: 'no-network' }
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
    rememberPerson(person)
    noteSignedIn(person, account)
    // The server has ended whichever session this browser had.
    noteSessionOwed(false)
    return ok(person)
  } catch {
    return failed({ kind: 'no-network' })
  }
}

/**
 * [TD11] 「换人」: the phone shows who works on it. Whoever stepped aside comes back by their name, until
 * somebody else has signed in.
 */
export const stepAside = (): void => {
  rememberPerson(null)
  void showAppBadge(0)
  void dropShared()
}

/** Ends the session, now or at the next contact; the phone forgets who, and deletes nothing. */
export const signOut = async (): Promise<void> => {
  stepAside()
  noteSignedOut()
  await endSession()
}
