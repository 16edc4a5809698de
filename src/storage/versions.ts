import type { Dexie, Transaction } from 'dexie'
import type { KindName } from '../domain/kind-table'
import { upcastRecord } from '../protocol/upcast'
import { draftOfToday } from './draft-of-today'
import type { Draft } from './draft-item'
import { indexOf, type Held } from './held'

/** Append-only: a released step never changes; each is tested from a database of the step before. */
export const STEPS: readonly {
  readonly version: number
  readonly stores: Record<string, string>
  /** Tables whose records are brought to today's schema, and the index fields with them. */
  readonly indexAnew?: Record<string, KindName>
  readonly draftsAnew?: true
}[] = [
  {
    version: 1,
    stores: {
      communities: 'id, scope',
      staff: 'id, scope',
      places: 'id, scope, within, kind',
      facilities: 'id, scope, place',
      forms: 'id, scope',
      checkpoints: 'id, scope, token',
      routes: 'id, scope',
      patrolPlans: 'id, scope',
      rounds: 'id, scope, day, plan, status',
      checkpointVisits: 'id, scope, round, visitedAt, [checkpoint+visitedAt]',
      tickets: 'id, scope, status, dueAt, receivedAt, place, home',
      callers: 'id, scope, ticket',
      shadows: 'key',
      outbox: '++order, key, state',
      journal: 'id, key, version, order, settledAt',
      photos: 'sha256, state',
      uploads: 'urlStorageKey, fingerprint',
      drafts: 'key',
      meta: 'key',
    },
  },
  {
    version: 2,
    stores: {
      tickets:
        'id, scope, status, dueAt, receivedAt, place, home, kind, title, openAt, lateAt, closedAt, *lists, *terms',
    },
    indexAnew: { tickets: 'Ticket' },
  },
  // [TK24] What is put right stands after all whose clock runs.
  { version: 3, stores: {}, indexAnew: { tickets: 'Ticket' } },
  // [ST8] Which tickets show a photo that is not up, whoever's phone it is on.
  {
    version: 4,
    stores: {
      tickets:
        'id, scope, status, dueAt, receivedAt, place, home, kind, title, openAt, lateAt, closedAt, *lists, *terms, *photosMissing',
    },
  },
  // [TK25] A word agreed with an owner is a clock.
  { version: 5, stores: {}, indexAnew: { tickets: 'Ticket' } },
  // [SY70] Schema 2.
  { version: 6, stores: {}, indexAnew: { tickets: 'Ticket' }, draftsAnew: true },
  // [ST12] What no longer reads is kept apart.
  { version: 7, stores: { damaged: 'key' } },
  // [CK4] A community says by which calendar its clocks go.
  { version: 9, stores: {}, indexAnew: { communities: 'Community' } },
  { version: 10, stores: { repairNotes: 'id, scope, ticket' } },
  // [CO1] [CL3] Clauses; which tickets wait for a follow-up, are watched, or lie outside the contract.
  { version: 11, stores: { clauses: 'id, scope' }, indexAnew: { tickets: 'Ticket' } },
  // [PR3] [PR12] Promises, which tickets have a word agreed, and who rang a caller.
  {
    version: 12,
    stores: { ownerPromises: 'id, scope, ticket, openAt, settledAt, *lists' },
    indexAnew: { tickets: 'Ticket', callers: 'Caller' },
  },
  // [WU1] [HO1] The end of a day.
  { version: 13, stores: { wrapUps: 'id, scope, day', shiftHandovers: 'id, scope, status' } },
  // [WS1] The end of a week.
  { version: 14, stores: { weeklySheets: 'id, scope, week' } },
  // [ST12] What stands or falls together is found by an index, though one of them no longer reads.
  { version: 15, stores: { outbox: '++order, key, state, change.group' } },
  // [FA2] What is open at a facility, and what was.
  {
    version: 16,
    stores: {
      tickets:
        'id, scope, status, dueAt, receivedAt, place, home, kind, title, openAt, lateAt, closedAt, *lists, *terms, *photosMissing, [facility+openAt], [facility+closedAt]',
    },
    indexAnew: { tickets: 'Ticket' },
  },
  // [LE1] Letters to owners.
  { version: 17, stores: { ownerLetters: 'id, scope, ticket' } },
  // [OF1] Owner files, by their homes.
  { version: 18, stores: { ownerFiles: 'id, scope, *homes' } },
  // [VI5] Visits and contacts, of a home and of a building.
  { version: 19, stores: { ownerVisits: 'id, scope, home, building' } },
  // [VI14] What happened in a home, or who moved in, since a day; [VI10] what was agreed, by its end.
  {
    version: 20,
    stores: {
      repairNotes: 'id, scope, ticket, homeEndedAt',
      ownerFiles: 'id, scope, *homes, *movedInOn',
      ownerVisits: 'id, scope, home, building, agreedUntil, *handed',
      ownerNotices: 'id, scope',
    },
    indexAnew: { repairNotes: 'RepairNote', ownerFiles: 'OwnerFile', ownerVisits: 'OwnerVisit' },
  },
  // [RO1] Who works when, by month.
  { version: 21, stores: { dutyRosters: 'id, scope, month' } },
  // [FA9] [FA12] Which facilities somebody is to be reminded of, and whose a label is.
  {
    version: 22,
    stores: { facilities: 'id, scope, place, remindOn, token' },
    indexAnew: { facilities: 'Facility' },
  },
  // [SI1] [SI5] What stops, and which homes of a building were told.
  {
    version: 23,
    stores: {
      serviceInterruptions: 'id, scope, status',
      interruptionReaches: 'id, scope, interruption',
    },
  },
  // [FA11] Who maintained what.
  {
    version: 24,
    stores: { maintenances: 'id, scope, facility' },
    indexAnew: { facilities: 'Facility' },
  },
]

const FIRST = 1

const indexAnew = async (transaction: Transaction, tables: Record<string, KindName>) => {
  for (const [table, kind] of Object.entries(tables))
    await transaction
      .table<Held>(table)
      .toCollection()
      .modify((held) => {
        try {
          // Which schema it is of is not kept: a step taken twice changes nothing.
          const record = upcastRecord(kind, 1, held.record)
          Object.assign(held, { record }, indexOf(kind, record))
        } catch {
          // [ST12] What does not read stays as it is: it keeps no database from opening.
        }
      })
}

const draftsAnew = async (transaction: Transaction) => {
  const drafts = transaction.table<Draft>('drafts')
  await drafts.toCollection().modify((draft) => {
    Object.assign(draft, draftOfToday(draft))
  })
}

/** Every table as it is today. */
const TODAY: Record<string, string> = Object.fromEntries(
  STEPS.flatMap(({ stores }) => Object.entries(stores)),
)
const NEWEST = Math.max(...STEPS.map(({ version }) => version))

/**
 * All steps stand on the tables of today: none needs them as they were. Each step with tables of its
 * own made Dexie read all of them some 150 times over at every opening.
 */
export const declareVersions = (database: Dexie): void => {
  for (const { version, indexAnew: tables, draftsAnew: hasDrafts } of STEPS)
    if (tables)
      database.version(version).upgrade(async (transaction) => {
        await indexAnew(transaction, tables)
        if (hasDrafts) await draftsAnew(transaction)
      })
  database.version(NEWEST)
  database.version(FIRST).stores(TODAY)
}
