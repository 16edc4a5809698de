import type { App } from 'vue'
import { after } from '../device/after'
import { DAY, MINUTE, SECOND } from '../domain/instant'
import { mend } from '../storage/mend'
import type { Phone } from '../stores/phone'
import { fetchAnew } from '../sync/fetch-anew'
import { askHistoryOver } from '../sync/history-wire'
import type { SyncState } from '../sync/sync-state'
import { onFault } from './faults'

/** The page has its first moments to itself. */
const FIRST_LOOK = 10 * SECOND

/** A run of sending that broke of itself says the error's name, not a word of the server's. */
const isOurs = (state: SyncState): boolean => state.is === 'trouble' && /Error$/.test(state.kind)

/**
 * [ST12] Looks over what is kept on this phone when it is opened, each day, and when something broke on
 * a page or in sending; what no longer reads is set aside and asked for again. `reopen` is called where
 * anything was: a page may have broken over it.
 */
export const mindDamage = (app: App, phone: Phone, reopen: () => void): void => {
  const { database, nameId, now, sync, person } = phone
  const ask = askHistoryOver((input, init) => fetch(input, init), person.staff)
  let working: Promise<void> = Promise.resolve()
  let lookedAt = 0

  const fetchMissing = () => fetchAnew({ database, ask, nameId, now })
  const look = async (): Promise<void> => {
    lookedAt = now()
    const found = await mend(database, { now: now(), nameId })
    if (found > 0) reopen()
    await fetchMissing()
  }
  /** One after the other; a database that is being closed is looked over at the next opening. */
  const then = (work: () => Promise<void>) => {
    working = working.then(work).catch(() => undefined)
  }
  const broke = () => {
    if (now() - lookedAt > MINUTE) then(look)
  }
  const lookDaily = () => {
    then(look)
    after(DAY, lookDaily)
  }

  after(FIRST_LOOK, lookDaily)
  onFault(app, broke)
  sync.onState((state) => {
    if (isOurs(state)) broke()
    else if (state.is === 'idle' || state.is === 'awaits-wifi') then(fetchMissing)
  })
}
