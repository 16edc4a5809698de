import { HOUR, SECOND } from '../domain/instant'

/** Statuses by which a server, or a gateway before it, asks to be left alone for a while. */
export const isBusy = (status: number): boolean => status === 429 || status === 503

/** Seconds to wait, where an answer says so; more than an hour is no plan for a phone. */
export const retryAfterOf = (said: string | null | undefined): number | null => {
  const seconds = Number(said ?? '')
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds, HOUR / SECOND) : null
}
