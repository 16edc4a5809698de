import type { StaffId } from '../domain/id'
import type { Instant } from '../domain/instant'
import type { RecordOf } from '../domain/kind-table'
import type { Ticket, TicketStatus } from '../domain/ticket/ticket'
import { concerns } from '../domain/ticket/question'
import type { Begun, Refused } from '../domain/today/matter'
import { readKey } from './held'
import type { PhoneDatabase } from './phone-database'

const OPEN: readonly TicketStatus[] = [
  ...(['received', 'assigned', 'accepted', 'inProgress', 'putOff', 'resolved'] as const),
]
/** After these a ticket is done, for good or for whoever did them. */
const ENDING = ['receive', 'resolve', 'recheck', 'close', 'cancel']

const hasWords = (value: unknown): boolean => typeof value === 'string' && value.trim() !== ''

/** A form looked at and left as it was is nothing begun; a word, a picture or a check-in is. */
const holdsSomething = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  Object.entries(value).some(
    ([key, each]) =>
      (Array.isArray(each) ? each.length > 0 : typeof each === 'object' && each !== null) ||
      (['words', 'title', 'text'].includes(key) && hasWords(each)),
  )

/** What was begun and left, without the photos kept beside it. */
export const begunDrafts = async (database: PhoneDatabase): Promise<readonly Begun[]> => {
  const keys = (await database.drafts.toCollection().primaryKeys()).filter(
    (key) => !/\/(photo|sound)\//.test(key),
  )
  const drafts = await database.drafts.bulkGet(keys)
  return drafts.flatMap((draft) =>
    draft && holdsSomething(draft.value) ? [{ key: draft.key, at: draft.at }] : [],
  )
}

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

const recordsAt = async (
  database: PhoneDatabase,
  ids: readonly string[],
): Promise<readonly RecordOf<'Ticket'>[]> =>
  (await database.tickets.bulkGet([...ids])).flatMap((held) => held?.record ?? [])

/** The open tickets of one person, and those this phone helped to an end since the day began. */
export const ticketsInHand = async (
  database: PhoneDatabase,
  staff: StaffId,
  dayBegan: Instant,
): Promise<readonly Ticket[]> => {
  const open = (await database.tickets.where('status').anyOf(OPEN).toArray())
    .map(({ record }) => record)
    .filter((ticket) => concerns(ticket, staff))
  const sent = await database.journal.where('settledAt').aboveOrEqual(dayBegan).toArray()
  const ended = [...(await database.outbox.toArray()), ...sent].filter(
    ({ change }) =>
      change.kind === 'Ticket' && change.at >= dayBegan && ENDING.includes(change.act.act),
  )
  const ids = [...new Set(ended.map(({ change }) => change.record))]
  return [...open, ...(await recordsAt(database, ids))]
}
