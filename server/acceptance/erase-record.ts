import type { CompanyId, NameId } from '../../src/domain/id'
import { applyChange } from '../../src/protocol/apply-change'
import { keyOf, type Store, type StoreWriter } from '../store/store'
import type { Erasure, ErasureTrace, RecordKey } from '../store/stored'
import { batchOf } from './publish'
import { settleParked } from './settle-parked'
import { WorkingSet } from './working-set'

export interface EraseServices {
  readonly newMark: () => string
  readonly nameId: NameId
  /** Written down outside the database before it is done, so that a restore can do it again. */
  readonly writeDown: (erasure: Erasure & ErasureTrace) => Promise<void>
}

const eraseWithin = async (
  writer: StoreWriter,
  erasure: Erasure & ErasureTrace,
  { newMark, nameId }: Pick<EraseServices, 'newMark' | 'nameId'>,
): Promise<void> => {
  const key = { kind: erasure.kind, id: erasure.id }
  const set = new WorkingSet([key], [])
  set.erase([keyOf(key)])
  const rules = {
    ...{ writer, set, apply: applyChange, nameId },
    rightsOf: ({ by }: { by: Erasure['by'] }) => ({
      ...{ staff: by, roles: [], pastRoles: [], periods: [] },
    }),
  }
  for (let here: readonly RecordKey[] | null = [key]; here !== null;) {
    const settled = await settleParked(rules, [], here)
    const batch = batchOf({ ...settled, set, receivedAt: erasure.at, mark: newMark() })
    // Last, because with it goes what still waits for the record.
    const erased = settled.further === null ? [erasure] : []
    const revision = await writer.publish({ ...batch, erased })
    set.settle(batch.records.map((record) => ({ ...record, revision })))
    here = settled.further
  }
}

/**
 * [SY26] Erases a record for ever: the row, what waits for it, and what its acts said. Every scope it
 * was in is told, so that phones purge it. Change ids and outcomes stay, so nothing comes back. Answers
 * with the erasure, an earlier one if it was erased already; null where there never was such a record.
 */
export const eraseRecord = (
  store: Store,
  company: CompanyId,
  erasure: Erasure,
  services: EraseServices,
): Promise<(Erasure & ErasureTrace) | null> =>
  store.write(company, async (writer) => {
    const { kind, id } = erasure
    const [held] = await writer.lockRecords([{ kind, id }])
    if (!held) {
      const earlier = await writer.erasures()
      const found = earlier.find((each) => each.kind === kind && each.id === id)
      return found ? { ...found, scopes: [], photos: [] } : null
    }
    const whole = { ...erasure, ...(await writer.traceOf({ kind, id })) }
    await services.writeDown(whole)
    await eraseWithin(writer, whole, services)
    return whole
  })

/** [SY27] Does again what a restored database forgot, even where it does not know the record. */
export const eraseAgain = (
  store: Store,
  company: CompanyId,
  erasure: Erasure & ErasureTrace,
  services: Pick<EraseServices, 'newMark' | 'nameId'>,
): Promise<boolean> =>
  store.write(company, async (writer) => {
    const key = { kind: erasure.kind, id: erasure.id }
    const [held] = await writer.lockRecords([key])
    if (!held && (await writer.erasedOf([key])).size > 0) return false
    const { scopes, photos } = await writer.traceOf(key)
    await eraseWithin(
      writer,
      {
        ...erasure,
        scopes: [...new Set([...erasure.scopes, ...scopes])],
        photos: [...new Set([...erasure.photos, ...photos])],
      },
      services,
    )
    return true
  })
