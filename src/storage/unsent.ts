import { Dexie } from 'dexie'
import type { DamagedItem } from './damaged-item'
import { isKept } from './discard'
import { allBegun } from './in-hand'
import { databaseName, openPhoneDatabase, type PhoneDatabase } from './phone-database'
import { uploadSummary } from './upload-summary'

/** What of somebody's work is on this phone only. */
export interface Unsent {
  /** Pieces that were not uploaded, or not taken. */
  readonly unsent: number
  /** Forms they began and left. */
  readonly begun: number
}

/** What of a spoilt row can still be told. */
const wasHad = ({ raw }: DamagedItem): boolean => {
  const { state, replacedBy } = (raw ?? {}) as Readonly<Record<string, unknown>>
  return state === 'settled' || state === 'confirmed' || replacedBy !== undefined
}

/** [TD16] What was put away and never said anew, and what was set aside spoilt: nobody else has it. */
const onlyHere = async (database: PhoneDatabase): Promise<Unsent> => {
  const away = await database.outbox.where('state').equals('putAway').toArray()
  const spoilt = (await database.damaged.toArray()).filter((item) => !wasHad(item))
  const of = (tables: readonly string[]) =>
    spoilt.filter(({ table }) => tables.includes(table)).length
  const open = away.filter(isKept)
  return { unsent: open.length + of(['outbox', 'photos']), begun: of(['drafts']) }
}

/** Opens somebody's database for no more than to count. */
export const unsentOf = async (company: string, staff: string): Promise<Unsent> => {
  if (!(await Dexie.exists(databaseName(company, staff)))) return { unsent: 0, begun: 0 }
  const database = await openPhoneDatabase(company, staff)
  try {
    const { changes, photos, refused } = await uploadSummary(database)
    const begun = (await allBegun(database)).length
    const here = await onlyHere(database)
    return { unsent: changes + photos + refused + here.unsent, begun: begun + here.begun }
  } finally {
    database.close()
  }
}

/** [TD16] Everything of theirs goes from this phone; the server has it. */
export const dropPerson = (company: string, staff: string): Promise<void> =>
  Dexie.delete(databaseName(company, staff))
