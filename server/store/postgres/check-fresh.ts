import { sql, type Kysely } from 'kysely'
import type { CompanyId } from '../../../src/domain/id'
import type { Batch } from '../batch'
import { StaleRead } from '../store'
import type { RecordKey } from '../stored'
import type { Tables } from './tables'

const idsOf = (keys: readonly RecordKey[]) => keys.map(({ id }) => id)
const kindsOf = (keys: readonly RecordKey[]) => keys.map(({ kind }) => kind)

/**
 * Under the counter's lock the last look is final: whoever publishes second sees the first. Stale is a
 * record that was not there and is, or was erased; a parked change nobody knew to wait; a name given to
 * a photo while its bytes were being verified.
 */
export const checkFresh = async (
  db: Kysely<Tables>,
  company: CompanyId,
  { absent, created, stillParked, unparked, namers }: Batch,
): Promise<void> => {
  if (absent.length === 0 && created.length === 0 && !namers) return
  const names = namers?.keys ?? []
  const { rows } = await sql<{ stale: boolean }>`
    select exists (
      select from unnest(${kindsOf(absent)}::text[], ${idsOf(absent)}::uuid[]) as a (kind, id)
      where exists (select from record r
        where r.company = ${company} and r.kind = a.kind and r.id = a.id)
      or exists (select from erasure e
        where e.company = ${company} and e.kind = a.kind and e.record = a.id)
    ) or exists (
      select from parked_change where company = ${company}
      and record = any(${idsOf(created)}::uuid[])
      and id <> all(${[...stillParked, ...unparked]}::uuid[])
    ) or exists (
      select from photo_name n where n.company = ${company} and n.sha256 = ${namers?.sha256 ?? ''}
      and (n.kind, n.record) not in (
        select * from unnest(${kindsOf(names)}::text[], ${idsOf(names)}::uuid[]))
    ) as stale`.execute(db)
  if (rows[0]?.stale) throw new StaleRead()
}
