import type { Attachment } from '../domain/attachment'
import type { ChangeId, GroupId, NameId, StaffId } from '../domain/id'
import type { Instant } from '../domain/instant'
import type { AnyAct, KindName } from '../domain/kind-table'
import type { NotedReason } from '../domain/record-kind'
import type { Photo } from '../domain/photo'
import { failed, ok, type Result } from '../domain/result'
import { applyChange } from '../protocol/apply-change'
import type { Change } from '../protocol/change'
import { fitAct } from '../protocol/fit-act'
import { LIMITS, SCHEMA } from '../protocol/version'
import { readMeta, writeMeta } from './meta'
import type { PhoneDatabase } from './phone-database'
import { recordKey } from './record-key'
import { RecordsInHand } from './records-in-hand'
import { storageFailure, type StorageFailure } from './storage-failure'

export interface ActToSave {
  readonly kind: KindName
  readonly record: string
  readonly act: AnyAct
}

export interface Author {
  readonly staff: StaffId
  readonly at: Instant
  readonly clockOffset: number | null
  readonly newId: () => string
  readonly nameId: NameId
}

export interface AttachmentToKeep {
  readonly blob: Blob
  readonly ref: Attachment
}

export interface PhotoToKeep extends AttachmentToKeep {
  readonly ref: Photo
}

export interface SaveExtras {
  readonly photos?: readonly AttachmentToKeep[]
  readonly dropDrafts?: readonly string[]
  /** All acts stand or fall together on the server too. */
  readonly whole?: boolean
}

export type SaveFailure =
  | StorageFailure
  | { readonly kind: 'refused' }
  | { readonly kind: 'noted'; readonly why: NotedReason }

/** Leaves the transaction, so that nothing of it remains. */
class NotApplied extends Error {
  constructor(readonly failure: SaveFailure) {
    super(failure.kind)
  }
}

const changeOf = (
  { kind, record, act }: ActToSave,
  seq: number,
  author: Author,
  group: GroupId | undefined,
): Change => ({
  id: author.newId() as ChangeId,
  seq,
  ...(group ? { group } : {}),
  at: author.at,
  clockOffset: author.clockOffset,
  by: author.staff,
  kind,
  record,
  schema: SCHEMA,
  act: act,
})

const outboxItem = (change: Change, { kind, record }: ActToSave) => ({
  key: recordKey(kind, record),
  ...{ state: 'waiting' as const, change, withdrawn: false, outcome: null },
})

/** The domain is asked about each act in turn, on what the ones before made of the record. */
const applyAll = (
  hand: RecordsInHand,
  acts: readonly ActToSave[],
  firstSeq: number,
  author: Author,
  group: GroupId | undefined,
): readonly Change[] =>
  acts.map((given, index) => {
    const item = { ...given, act: fitAct(given.act) }
    const change = changeOf(item, firstSeq + index, author, group)
    const result = hand.apply(recordKey(item.kind, item.record), (record) =>
      applyChange(record, { ...change, act: item.act }, author.at, author.nameId),
    )
    if (result.outcome === 'refused') throw new NotApplied({ kind: 'refused' })
    if (result.outcome === 'noted') throw new NotApplied({ kind: 'noted', why: result.why })
    return change
  })

const keepPhotos = async (database: PhoneDatabase, photos: readonly AttachmentToKeep[]) => {
  for (const { blob, ref } of photos) {
    const held = await database.photos.get(ref.sha256)
    if (held) continue
    const { sha256, bytes, takenAt } = ref
    await database.photos.put({ sha256, blob, type: blob.type, bytes, state: 'waiting', takenAt })
  }
}

/** Only what a save writes is locked: lists go on reading everything else. */
const tablesFor = (database: PhoneDatabase, acts: readonly ActToSave[]) => {
  const { shadows, outbox, meta, photos, drafts } = database
  const held = new Set(acts.map(({ kind }) => kind))
  return [...[...held].map((kind) => database.held(kind)), shadows, outbox, meta, photos, drafts]
}

/**
 * [ST1] The domain is asked, then record, change, number and photos are written in one strict
 * transaction, and the drafts they came from removed. Any act that is not applied saves none.
 */
export const saveActs = async (
  database: PhoneDatabase,
  acts: readonly ActToSave[],
  author: Author,
  extras: SaveExtras = {},
): Promise<Result<readonly ChangeId[], SaveFailure>> => {
  if (extras.whole && acts.length > LIMITS.changesPerGroup)
    throw new Error('A group holds at most 50 changes')
  const group = extras.whole ? (author.newId() as GroupId) : undefined
  try {
    const ids = await database.transaction('rw', tablesFor(database, acts), async () => {
      const [held, hand] = await Promise.all([
        readMeta(database, 'nextSeq'),
        RecordsInHand.read(database, acts),
      ])
      const seq = held ?? 1
      const changes = applyAll(hand, acts, seq, author, group)
      const items = acts.flatMap((item, index) => {
        const change = changes[index]
        return change ? [outboxItem(change, item)] : []
      })
      await Promise.all([
        ...hand.write(database),
        database.outbox.bulkAdd(items),
        writeMeta(database, 'nextSeq', seq + acts.length),
        keepPhotos(database, extras.photos ?? []),
        ...(extras.dropDrafts ? [database.drafts.bulkDelete([...extras.dropDrafts])] : []),
      ])
      return changes.map(({ id }) => id)
    })
    return ok(ids)
  } catch (error) {
    if (error instanceof NotApplied) return failed(error.failure)
    return failed(storageFailure(error))
  }
}
