import { isSessionOwed, noteSessionOwed } from './remembered'

/** The session is gone as well where the server does not know it any more. */
const SIGNED_OUT = 401
let ending: Promise<void> | null = null

const end = async (): Promise<void> => {
  try {
    const { ok, status } = await fetch('/api/v1/session', { method: 'DELETE' })
    if (ok || status === SIGNED_OUT) noteSessionOwed(false)
  } catch {
    // No network: it stays noted, and is ended at the next contact.
  }
}

/** [TD16] Ends the session this browser has; with no network, as soon as there is one. */
export const endSession = (): Promise<void> => {
  noteSessionOwed(true)
  return (ending ??= end().finally(() => (ending = null)))
}

/** What could not be ended when somebody left. */
export const endOwedSession = async (): Promise<void> => {
  await ending
  if (isSessionOwed()) await endSession()
}
