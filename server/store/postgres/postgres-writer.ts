import { sql } from 'kysely'
import type { DeviceId } from '../../../src/domain/id'
import type { Instant } from '../../../src/domain/instant'
import type { Batch } from '../batch'
import type { CallGround, CallNeeds, CallWrites } from '../call'
import { keyOf, type StoreWriter, type VerifiedPhoto } from '../store'
import type { ParkedChange, RecordKey, ScopePeriod } from '../stored'
import { recordFromRow } from './from-row'
import { PostgresReader } from './postgres-reader'
import { publishBatch } from './publish-batch'
import { lockCounter, readGround } from './read-ground'
import { writeCalls } from './write-calls'

const byKind = (keys: readonly RecordKey[]): ReadonlyMap<string, string[]> => {
  const kinds = new Map<string, string[]>()
  for (const { kind, id } of keys) kinds.set(kind, [...(kinds.get(kind) ?? []), id])
  return new Map([...kinds].sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** Writes of one company inside a transaction. */
export class PostgresWriter extends PostgresReader implements StoreWriter {
  /** Holds the company's counter until commit: nobody can step over a version not yet seen. */
  protected lockCounter(): Promise<number | null> {
    return lockCounter(this.sql, this.company)
  }

  ground(needs: CallNeeds): Promise<CallGround> {
    return readGround(this.sql, this.company, needs, () => this.lockCounter())
  }

  publishCalls(writes: CallWrites): Promise<void> {
    return writeCalls(this.sql, this.company, writes)
  }

  async lockRecords(keys: readonly RecordKey[]) {
    const found = []
    for (const [kind, ids] of byKind(keys)) {
      const rows = await this.db
        .selectFrom('record')
        .selectAll()
        .where('company', '=', this.company)
        .where('kind', '=', kind)
        .where('id', 'in', ids)
        .orderBy('id')
        .forUpdate()
        .execute()
      found.push(...rows.map(recordFromRow))
    }
    return found
  }

  async parkedFor(keys: readonly RecordKey[]): Promise<readonly ParkedChange[]> {
    const wanted = new Set(keys.map(keyOf))
    if (keys.length === 0) return []
    const rows = await sql<{ body: ParkedChange }>`
      with direct as (
        select id, group_id from parked_change where company = ${this.company}
        and record in (${sql.join(keys.map(({ id }) => id))}))
      select p.body from parked_change p where p.company = ${this.company}
      and (p.id in (select id from direct) or p.group_id in (select group_id from direct))
      order by p.received_at, (p.body ->> 'device'), p.seq`.execute(this.db)
    const parked = rows.rows.map(({ body }) => body)
    const groups = new Set(
      parked.filter(({ key }) => wanted.has(keyOf(key))).map(({ group }) => group),
    )
    return parked.filter(
      ({ key, group }) => wanted.has(keyOf(key)) || (group !== null && groups.has(group)),
    )
  }

  publish(batch: Batch): Promise<number> {
    return publishBatch(this.db, this.company, batch)
  }

  async savePeriods(periods: readonly ScopePeriod[]) {
    for (const { staff, scope, grantedAt, takenAt } of periods)
      await this.db
        .insertInto('scope_grant')
        .values({ company: this.company, staff, scope, granted_at: grantedAt, taken_at: takenAt })
        .onConflict((conflict) =>
          conflict
            .columns(['company', 'staff', 'scope', 'granted_at'])
            .doUpdateSet({ taken_at: takenAt }),
        )
        .execute()
  }

  async savePhoto({ sha256, bytes, type, staff, verifiedAt }: VerifiedPhoto) {
    await this.db
      .insertInto('photo')
      .values({ company: this.company, sha256, bytes, type, staff, verified_at: verifiedAt })
      .onConflict((conflict) => conflict.columns(['company', 'sha256']).doNothing())
      .execute()
    await this.db
      .insertInto('photo_sender')
      .values({ company: this.company, sha256, staff })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }

  async setRevoked(device: DeviceId, at: Instant | null) {
    const [row] = await this.db
      .updateTable('device')
      .set({ revoked_at: at })
      .where('company', '=', this.company)
      .where('id', '=', device)
      .returning('id')
      .execute()
    return row !== undefined
  }
}
