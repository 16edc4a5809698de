import type { ChangeId } from '../../src/domain/id'
import type { Instant } from '../../src/domain/instant'
import { anyKind } from '../../src/protocol/apply-change'
import { ERASED, type Outcome } from '../../src/protocol/outcome'
import { SCHEMA } from '../../src/protocol/version'
import { emptyBatch, type Batch } from '../store/batch'
import { keyOf } from '../store/store'
import type {
  GoneMark,
  LoggedChange,
  ParkedChange,
  PhotoName,
  PhotoVoucher,
  RecordKey,
  StoredRecord,
} from '../store/stored'
import type { IncomingChange, ReadableChange } from './incoming'
import { markedOn } from './marked'
import { photoHashes } from './photo-hashes'
import type { Settled, Taken } from './take-changes'
import type { WorkingRecord, WorkingSet } from './working-set'

type Publishable = WorkingRecord & { readonly body: NonNullable<WorkingRecord['body']> }

const isPublishable = (record: WorkingRecord): record is Publishable => record.body !== null

const rowOf = (
  { key, before, body }: Publishable,
  taken: readonly Taken[],
): Omit<StoredRecord, 'revision'> => {
  const kind = anyKind(key.kind)
  return {
    ...key,
    scope: kind.scopeOf(body),
    schema: SCHEMA,
    body,
    settledAt: kind.settledAt(body),
    about: [...new Set([key.id, ...kind.about(body)])],
    marked: [...(before?.marked ?? []), ...markedOn(key, taken)],
  }
}

/** [SY15] A record that changes scope leaves a mark in the old one, in the same version. */
const goneOf = (record: Publishable, at: Instant): Omit<GoneMark, 'revision'>[] => {
  const { before, key, body } = record
  if (!before || before.scope === anyKind(key.kind).scopeOf(body)) return []
  return [{ ...key, scope: before.scope, why: 'moved', at }]
}

/** Whose act brought a photo: of those on this record, the one that speaks of it. */
const bringerOf = (acts: readonly ReadableChange[], sha256: string): ReadableChange | undefined =>
  acts.find(({ act }) => JSON.stringify(act).includes(sha256)) ?? acts.at(-1)

/** Whoever named a photo, and whoever brought that in for them. */
interface NewPhoto {
  readonly name: PhotoName
  readonly voucher: PhotoVoucher | null
}

const newPhotosOf = (record: Publishable, acts: readonly ReadableChange[]): NewPhoto[] => {
  const { key, before, body } = record
  const known = before && photoHashes(key.kind, before.body)
  return [...photoHashes(key.kind, body)]
    .filter((sha256) => !known?.has(sha256))
    .flatMap((sha256) => {
      const bringer = bringerOf(acts, sha256)
      if (!bringer) return []
      const { device, by, importedBy } = bringer
      const isOthers = importedBy !== null && importedBy !== by
      const voucher = isOthers ? { ...key, sha256, staff: importedBy } : null
      return [{ name: { ...key, sha256, device, staff: by }, voucher }]
    })
}

export const outcomeOf = (
  id: ChangeId,
  change: IncomingChange,
  settled: Settled,
  version: number,
  revisionOf: (key: RecordKey) => number,
): Outcome => {
  if (settled.outcome === 'parked') return { id, outcome: 'parked' }
  if (settled.outcome === 'refused')
    return 'cause' in settled
      ? { id, outcome: 'refused', kind: 'group', cause: settled.cause }
      : { id, outcome: 'refused', kind: settled.kind }
  if (settled.outcome === 'withdrawn' || !change.readable)
    return { id, outcome: 'accepted', version, revision: 0, effectiveAt: 0 }
  const { effectiveAt, key } = change
  const marks = settled.marks.length > 0 ? { marks: settled.marks } : {}
  const head = { id, version, revision: revisionOf(key), effectiveAt, ...marks }
  return settled.outcome === 'noted'
    ? { ...head, outcome: 'noted', why: settled.why }
    : { ...head, outcome: 'accepted' }
}

/** What is said of an erased record is not kept; that it was said, and the answer, is. */
const isOfErased = (outcome: Outcome): boolean =>
  outcome.outcome === 'noted' && outcome.why === ERASED

const logged = (change: IncomingChange, outcome: Outcome, receivedAt: Instant): LoggedChange => ({
  id: change.id,
  device: change.device,
  seq: change.seq,
  group: change.group,
  schema: SCHEMA,
  receivedAt,
  outcome,
  ...(change.readable
    ? {
        by: change.by,
        key: change.key,
        act: isOfErased(outcome) ? null : change.act,
        at: change.at,
        clockOffset: change.clockOffset,
        importedBy: change.importedBy,
        importId: change.importId ?? null,
      }
    : {
        by: null,
        key: null,
        act: change.raw,
        at: receivedAt,
        clockOffset: null,
        importedBy: null,
        importId: null,
      }),
})

const parkedOf = (change: IncomingChange): ParkedChange[] => {
  if (!change.readable) return []
  const { readable: _, creates: _c, ...parked } = change
  return [{ ...parked, schema: SCHEMA }]
}

export interface Settlement {
  readonly set: WorkingSet
  readonly taken: readonly Taken[]
  /** Changes that were parked before and are settled now, or wait on. */
  readonly unparked: readonly Taken[]
  /** What waits for records of this batch and is left to the next. */
  readonly left: readonly ChangeId[]
  readonly receivedAt: Instant
  readonly mark: string
}

const effectiveOn = (key: RecordKey, taken: readonly Taken[]): readonly ReadableChange[] =>
  taken.flatMap(({ change, settled }) =>
    change.readable &&
    keyOf(change.key) === keyOf(key) &&
    (settled.outcome === 'accepted' || settled.outcome === 'noted')
      ? [change]
      : [],
  )

/** Everything one call writes, as a batch for the store. */
export const batchOf = (settlement: Settlement): Batch => {
  const { set, taken, unparked, left, receivedAt, mark } = settlement
  const changed = set.changed().filter(isPublishable)
  const all = [...taken, ...unparked]
  const written = new Set(changed.map(({ key }) => keyOf(key)))
  const isParked = ({ settled }: Taken) => settled.outcome === 'parked'
  const parked = taken.filter(isParked).flatMap(({ change }) => parkedOf(change))
  const named = changed.flatMap((record) => newPhotosOf(record, effectiveOn(record.key, all)))
  const created = changed.filter(({ before }) => before === null).map(({ key }) => key)
  return {
    ...emptyBatch(mark, receivedAt),
    records: changed.map((record) => rowOf(record, all)),
    gone: changed.flatMap((record) => goneOf(record, receivedAt)),
    changes: (version) =>
      all
        .filter((each) => !isParked(each))
        .map(({ change, settled }) =>
          logged(
            change,
            outcomeOf(change.id, change, settled, version, (key) =>
              written.has(keyOf(key)) ? version : (set.get(key).before?.revision ?? version),
            ),
            receivedAt,
          ),
        ),
    parked,
    unparked: unparked.filter((each) => !isParked(each)).map(({ change }) => change.id),
    absent: [
      ...created,
      ...parked.map((change) => change.key).filter((key) => set.get(key).body === null),
    ],
    created,
    stillParked: [
      ...parked.map(({ id }) => id),
      ...unparked.filter(isParked).map(({ change }) => change.id),
      ...left,
    ],
    photos: named.map(({ name }) => name),
    vouchers: named.flatMap(({ voucher }) => voucher ?? []),
  }
}
