import { ticketsOf } from '../storage/ticket-list'
import { useLive } from './live'
import { usePhone } from './phone'

/** What tickets named elsewhere are called; one that is not on this phone is left out. */
export const useTicketTitles = (ids: () => readonly string[]) => {
  const { database } = usePhone()
  return useLive<ReadonlyMap<string, string>>(() => {
    const wanted = ids()
    return async () =>
      new Map((await ticketsOf(database, wanted)).map(({ id, title }) => [id, title]))
  }, new Map())
}
