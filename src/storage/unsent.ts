import { Dexie } from 'dexie'
import { begunDrafts } from './in-hand'
import { databaseName, openPhoneDatabase } from './phone-database'
import { uploadSummary } from './upload-summary'

/** What of somebody's work is on this phone only. */
export interface Unsent {
  /** Pieces that were not uploaded, or not taken. */
  readonly unsent: number
  /** Forms they began and left. */
  readonly begun: number
}

/** Opens somebody's database for no more than to count. */
export const unsentOf = async (company: string, staff: string): Promise<Unsent> => {
  if (!(await Dexie.exists(databaseName(company, staff)))) return { unsent: 0, begun: 0 }
  const database = await openPhoneDatabase(company, staff)
  try {
    const { changes, photos, refused } = await uploadSummary(database)
    const begun = (await begunDrafts(database)).length
    return { unsent: changes + photos + refused, begun }
  } finally {
    database.close()
  }
}

/** [TD16] Everything of theirs goes from this phone; the server has it. */
export const dropPerson = (company: string, staff: string): Promise<void> =>
  Dexie.delete(databaseName(company, staff))
