import { Dexie, type Table } from 'dexie'
import type { KindName, RecordOf } from '../domain/kind-table'
import type { LiveRow } from '../protocol/row'
import type { DamagedItem } from './damaged-item'
import type { Draft } from './draft-item'
import type { Held } from './held'
import type { JournalItem, OutboxItem } from './outbox-item'
import type { PhotoItem } from './photo-item'
import { declareVersions } from './versions'

/** The server's last row of a record that has unsent acts; null while the server has none. */
export interface Shadow {
  readonly key: string
  readonly row: LiveRow | null
}

export interface MetaItem {
  readonly key: string
  readonly value: unknown
}

export interface UploadItem {
  readonly urlStorageKey: string
  readonly fingerprint: string
  readonly upload: object
}

type Rows<Kind extends KindName> = Table<Held<RecordOf<Kind>>, string>

export const TABLE_OF = {
  Community: 'communities',
  Staff: 'staff',
  Place: 'places',
  Facility: 'facilities',
  Maintenance: 'maintenances',
  Form: 'forms',
  Checkpoint: 'checkpoints',
  Route: 'routes',
  PatrolPlan: 'patrolPlans',
  Round: 'rounds',
  CheckpointVisit: 'checkpointVisits',
  Ticket: 'tickets',
  Caller: 'callers',
  OwnerPromise: 'ownerPromises',
  OwnerVisit: 'ownerVisits',
  OwnerNotice: 'ownerNotices',
  RepairNote: 'repairNotes',
  OwnerLetter: 'ownerLetters',
  WrapUp: 'wrapUps',
  ShiftHandover: 'shiftHandovers',
  WeeklySheet: 'weeklySheets',
  Clause: 'clauses',
  OwnerFile: 'ownerFiles',
  DutyRoster: 'dutyRosters',
  ServiceInterruption: 'serviceInterruptions',
  InterruptionReach: 'interruptionReaches',
} as const satisfies { readonly [Kind in KindName]: string }

/** Everything one person of one company has on this phone. */
export class PhoneDatabase extends Dexie {
  declare communities: Rows<'Community'>
  declare staff: Rows<'Staff'>
  declare places: Rows<'Place'>
  declare facilities: Rows<'Facility'>
  declare maintenances: Rows<'Maintenance'>
  declare forms: Rows<'Form'>
  declare checkpoints: Rows<'Checkpoint'>
  declare routes: Rows<'Route'>
  declare patrolPlans: Rows<'PatrolPlan'>
  declare rounds: Rows<'Round'>
  declare checkpointVisits: Rows<'CheckpointVisit'>
  declare tickets: Rows<'Ticket'>
  declare callers: Rows<'Caller'>
  declare ownerPromises: Rows<'OwnerPromise'>
  declare ownerVisits: Rows<'OwnerVisit'>
  declare ownerNotices: Rows<'OwnerNotice'>
  declare repairNotes: Rows<'RepairNote'>
  declare ownerLetters: Rows<'OwnerLetter'>
  declare wrapUps: Rows<'WrapUp'>
  declare shiftHandovers: Rows<'ShiftHandover'>
  declare weeklySheets: Rows<'WeeklySheet'>
  declare clauses: Rows<'Clause'>
  declare ownerFiles: Rows<'OwnerFile'>
  declare dutyRosters: Rows<'DutyRoster'>
  declare serviceInterruptions: Rows<'ServiceInterruption'>
  declare interruptionReaches: Rows<'InterruptionReach'>
  declare shadows: Table<Shadow, string>
  declare outbox: Table<OutboxItem, number, Omit<OutboxItem, 'order'> & { order?: number }>
  declare journal: Table<JournalItem, string>
  declare photos: Table<PhotoItem, string>
  declare uploads: Table<UploadItem, string>
  declare drafts: Table<Draft, string>
  declare meta: Table<MetaItem, string>
  declare damaged: Table<DamagedItem, string>

  constructor(name: string, indexedDb?: IDBFactory, keyRange?: typeof IDBKeyRange) {
    super(name, {
      chromeTransactionDurability: 'strict',
      // Screens show what the database holds, not a second copy of it that runs ahead of the disk.
      cache: 'disabled',
      ...(indexedDb && keyRange ? { indexedDB: indexedDb, IDBKeyRange: keyRange } : {}),
    })
    declareVersions(this)
  }

  held(kind: KindName): Table<Held, string> {
    return this.table(TABLE_OF[kind])
  }
}

export const databaseName = (company: string, staff: string): string => `mengya/${company}/${staff}`

/**
 * [ST7] [ST11] Opens it. Another tab's newer schema closes it for good; deleted under the open app, it
 * is made anew, and what stands on the screen stays.
 */
export const openPhoneDatabase = async (company: string, staff: string): Promise<PhoneDatabase> => {
  const database = new PhoneDatabase(databaseName(company, staff))
  database.on('versionchange', ({ newVersion }) => {
    database.close({ disableAutoOpen: newVersion !== null })
  })
  await database.open()
  return database
}
