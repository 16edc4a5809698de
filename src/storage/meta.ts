import type { DeviceId } from '../domain/id'
import type { Instant } from '../domain/instant'
import type { StandInDuty } from '../protocol/stand-in-duty'
import type { PhoneDatabase } from './phone-database'
import type { SavedFilter } from './saved-filter-item'

/** What this person's app rang for: since when it rings at all, and the newest names. */
export interface Rung {
  readonly from: Instant
  readonly ids: readonly string[]
}

/** What was on this phone only when it was looked at last, before its memory was emptied. */
export interface Emptied {
  readonly unsent: number
  readonly at: Instant
}

/** The few things the phone remembers about itself. */
export interface Meta {
  readonly device: DeviceId
  /** The number the next change gets. */
  readonly nextSeq: number
  readonly cursor: string | null
  readonly clockOffset: number | null
  readonly lastSuccessAt: Instant
  /** Scopes not yet read to their end. */
  readonly incomplete: readonly string[]
  /** When everything was here for the first time; phones of an earlier app lack it for a moment. */
  readonly wholeSince: Instant
  /** Which reading of a scope is the current one; rows of an older one are set aside when it ends. */
  readonly scopeEpochs: Readonly<Record<string, number>>
  readonly restarting: readonly string[]
  readonly backedUpTo: number
  /** How many days the server keeps what is settled on phones; see `prune.ts`. */
  readonly keptDays: number
  /** [DV3] An administrator revoked this device: it only sends what it holds. */
  readonly revoked: boolean
  /** The server no longer sends rows to this version of the app. */
  readonly mustUpdate: boolean
  /** What the phone rang for already; see `rung.ts`. */
  readonly rung: Rung
  /** Hints this person is done with; see `seen.ts`. */
  readonly seen: readonly string[]
  /** Ready words this person does not want offered; see `hidden-phrase.ts`. */
  readonly hiddenPhrases: readonly string[]
  /** [DK6] How this person looks at tickets, by the names they gave; see `saved-filter.ts`. */
  readonly ticketFilters: readonly SavedFilter[]
  /** Records the server is to be asked for again, by their keys; see `asked-anew.ts`. */
  readonly fetchAnew: readonly string[]
  /** [ST15] Photos wait for a network nobody pays for by the megabyte. */
  readonly photosOnWifi: boolean
  /** [ST14] Until its person has read of it. */
  readonly emptied: Emptied
  /** [AC12] For whom this person stands in, as the server said last. */
  readonly standIns: readonly StandInDuty[]
}

export const readMeta = async <Key extends keyof Meta>(
  database: PhoneDatabase,
  key: Key,
): Promise<Meta[Key] | undefined> => (await database.meta.get(key))?.value as Meta[Key] | undefined

export const writeMeta = async <Key extends keyof Meta>(
  database: PhoneDatabase,
  key: Key,
  value: Meta[Key],
): Promise<void> => {
  await database.meta.put({ key, value })
}

/** Mints the device's id the first time; it belongs to this database for ever after. */
export const ensureDevice = (database: PhoneDatabase, mint: () => DeviceId): Promise<DeviceId> =>
  database.transaction('rw', database.meta, async () => {
    const held = await readMeta(database, 'device')
    if (held) return held
    const device = mint()
    await writeMeta(database, 'device', device)
    return device
  })
