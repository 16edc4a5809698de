import type { CompanyId, StaffId } from '../../src/domain/id'
import type { Instant } from '../../src/domain/instant'
import { scopesOf, type Grant } from '../../src/domain/permission'
import type { Store, StoreWriter } from '../store/store'

/** Brings a person's periods in line with their grants: opens what is new, ends what is gone. */
export const grantWithin = async (
  writer: StoreWriter,
  staff: StaffId,
  grants: readonly Grant[],
  at: Instant,
): Promise<void> => {
  const wanted = new Set(scopesOf(grants, staff))
  const open = (await writer.periodsOf(staff)).filter(({ takenAt }) => takenAt === null)
  const held = new Set(open.map(({ scope }) => scope))
  await writer.savePeriods([
    ...open.filter(({ scope }) => !wanted.has(scope)).map((each) => ({ ...each, takenAt: at })),
    ...[...wanted]
      .filter((scope) => !held.has(scope))
      .map((scope) => ({ staff, scope, grantedAt: at, takenAt: null })),
  ])
}

/** The same by itself, where no account stands behind it. */
export const grantScopes = (
  store: Store,
  company: CompanyId,
  staff: StaffId,
  grants: readonly Grant[],
  at: Instant,
): Promise<void> => store.write(company, (writer) => grantWithin(writer, staff, grants, at))
