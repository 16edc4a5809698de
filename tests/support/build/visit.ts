import type { ChangeId, StaffId } from '../../../src/domain/id'
import type { Instant } from '../../../src/domain/instant'
import {
  ownerVisitKind,
  type OwnerVisit,
  type OwnerVisitAct,
  type RecordVisit,
} from '../../../src/domain/visit/owner-visit'
import { nameId, newId } from './ids'

const COMMUNITY = newId<RecordVisit['community']>()
const PLACE = newId<RecordVisit['home']>()

/** Somebody met at the door, or whatever is said otherwise. */
export const visitAct = (said: Partial<RecordVisit> = {}): RecordVisit => ({
  ...{ act: 'record', community: COMMUNITY, building: PLACE, home: PLACE },
  ...{
    happenedAt: null,
    channel: 'door',
    result: 'met',
    slip: false,
    with: [],
    said: '',
    wish: '',
  },
  ...{ consent: false, photos: [], next: null, heeds: [], quiet: null },
  ...{ handed: [], fee: null, asked: null },
  ...said,
})

export const doVisit = (
  visit: OwnerVisit | null,
  act: OwnerVisitAct,
  at: Instant,
  change = newId<ChangeId>(),
) => {
  const record = visit?.id ?? newId()
  return ownerVisitKind.apply(visit, act, { at, by: newId<StaffId>(), change, record, nameId })
}

export const visited = (at: Instant, said: Partial<RecordVisit> = {}): OwnerVisit => {
  const done = doVisit(null, visitAct(said), at)
  if (done.outcome !== 'applied') throw new Error(`It was ${done.outcome}`)
  return done.record
}
