import type { Dexie } from 'dexie'

/** Append-only: a released step never changes; each is tested from a database of the step before. */
export const STEPS: readonly {
  readonly version: number
  readonly stores: Record<string, string>
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
]

export const declareVersions = (database: Dexie): void => {
  for (const { version, stores } of STEPS) database.version(version).stores(stores)
}
