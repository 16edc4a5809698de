import { filesOf, type PersonalRecords } from '../domain/owner/data-of'
import type { OwnerFile } from '../domain/owner/owner-file'
import { allFiles } from './owner-files'
import type { PhoneDatabase } from './phone-database'

interface Kept<Thing> {
  readonly record: Thing
}
const recordsOf = <Thing>(rows: readonly Kept<Thing>[]): readonly Thing[] =>
  rows.map(({ record }) => record)

/** [OF14] What this device holds that may speak of a person; which of it does is for the rule to say. */
export const personalRecordsHere = async (
  database: PhoneDatabase,
  file: OwnerFile,
): Promise<PersonalRecords> => {
  const files = filesOf(file, await allFiles(database))
  const homes = files.flatMap(({ ties }) => ties.map(({ home }) => home))
  const callers = recordsOf(await database.callers.toArray())
  const told = await database.tickets.bulkGet(callers.map(({ ticket }) => ticket))
  const about = await database.tickets.where('home').anyOf(homes).toArray()
  const spoken = told.flatMap((row) => row ?? [])
  const tickets = new Map([...spoken, ...about].map(({ record }) => [record.id, record]))
  return {
    ...{ files, callers, tickets: [...tickets.values()] },
    visits: recordsOf(await database.ownerVisits.where('home').anyOf(homes).toArray()),
    promises: recordsOf(await database.ownerPromises.toArray()),
    letters: recordsOf(await database.ownerLetters.toArray()),
    repairs: recordsOf(await database.repairNotes.toArray()),
  }
}
