import type { StaffId } from '../domain/id'
import type { Instant } from '../domain/instant'
import type { TicketList } from '../domain/ticket/list'
import { concerns } from '../domain/ticket/question'
import type { Ticket } from '../domain/ticket/ticket'
import type { Begun, Refused } from '../domain/today/matter'
import type { PhoneDatabase } from './phone-database'
import { isPutAway } from './put-away-key'
import { readKey } from './record-key'

const hasWords = (value: unknown): boolean => typeof value === 'string' && value.trim() !== ''

/** What somebody says in their own words, on any form; all else has a beginning of its own. */
const SAID = new Set([
  ...['words', 'title', 'text', 'why', 'name', 'phone', 'said', 'wanted', 'happened'],
  ...['found', 'done', 'courtesy', 'unattended', 'unsigned', 'arrivedAt', 'endedAt', 'source'],
])

/** A form looked at and left as it was is nothing begun; a word, a picture or a check-in is. */
const holdsSomething = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  Object.entries(value).some(
    ([key, each]) =>
      (Array.isArray(each) ? each.length > 0 : typeof each === 'object' && each !== null) ||
      (SAID.has(key) && hasWords(each)),
  )

/** All that was begun and left, without the photos kept beside it; what was put away too. */
export const allBegun = async (database: PhoneDatabase): Promise<readonly Begun[]> => {
  const keys = (await database.drafts.toCollection().primaryKeys()).filter(
    (key) => !/\/(photo|sound)\//.test(key),
  )
  const drafts = await database.drafts.bulkGet(keys)
  return drafts.flatMap((draft) =>
    draft && holdsSomething(draft.value) ? [{ key: draft.key, at: draft.at }] : [],
  )
}

/** What was begun and is still to be gone on with. */
export const begunDrafts = async (database: PhoneDatabase): Promise<readonly Begun[]> =>
  (await allBegun(database)).filter(({ key }) => !isPutAway(key))

/** The records of which the server would not take something, each once. */
export const refusedRecords = async (database: PhoneDatabase): Promise<readonly Refused[]> => {
  const items = await database.outbox.where('state').equals('refused').toArray()
  const times = new Map(items.map(({ key, change }) => [key, change.at]))
  const found = await Promise.all(
    [...times].map(async ([key, at]): Promise<readonly Refused[]> => {
      const named = readKey(key)
      if (!named) return []
      const visit =
        named.kind === 'CheckpointVisit' ? await database.checkpointVisits.get(named.id) : undefined
      return [{ ...named, at, round: visit?.record.round ?? null }]
    }),
  )
  return found.flat()
}

/** Everything open, for what each has in hand. */
export const ticketsAtWork = async (database: PhoneDatabase): Promise<readonly Ticket[]> => {
  const open: TicketList = 'open'
  const held = await database.tickets.where('lists').equals(open).toArray()
  return held.map(({ record }) => record)
}

/** The open tickets on one person's plate, and theirs that were closed since the day began. */
export const ticketsInHand = async (
  database: PhoneDatabase,
  staff: StaffId,
  dayBegan: Instant,
): Promise<readonly Ticket[]> => {
  const plate: TicketList = `of/${staff}`
  const open = await database.tickets.where('lists').equals(plate).toArray()
  const closed = await database.tickets.where('closedAt').aboveOrEqual(dayBegan).toArray()
  return [...open, ...closed].map(({ record }) => record).filter((each) => concerns(each, staff))
}

export const ticketsReceivedSince = async (
  database: PhoneDatabase,
  dayBegan: Instant,
): Promise<readonly Ticket[]> =>
  (await database.tickets.where('receivedAt').aboveOrEqual(dayBegan).toArray()).map(
    ({ record }) => record,
  )
