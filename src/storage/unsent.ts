import { Dexie } from 'dexie'
import { databaseName, openPhoneDatabase } from './phone-database'
import { uploadSummary } from './upload-state'

/** How many pieces of somebody's work wait on this phone; opens their database for no more than that. */
export const unsentOf = async (company: string, staff: string): Promise<number> => {
  if (!(await Dexie.exists(databaseName(company, staff)))) return 0
  const database = await openPhoneDatabase(company, staff)
  try {
    const { changes, photos } = await uploadSummary(database)
    return changes + photos
  } finally {
    database.close()
  }
}
