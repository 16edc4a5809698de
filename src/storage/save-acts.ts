import type { Attachment } from '../domain/attachment'
import type { ChangeId, GroupId, ImportId, NameId, StaffId } from '../domain/id'
import type { Instant } from '../domain/instant'
import type { AnyAct, KindName } from '../domain/kind-table'
import type { NotedReason } from '../domain/record-kind'
import type { Photo } from '../domain/photo'
import { failed, ok, type Result } from '../domain/result'
import { applyChange } from '../protocol/apply-change'
import type { Change } from '../protocol/change'
import { fitAct } from '../protocol/fit-act'
import { LIMITS, SCHEMA } from '../protocol/version'
import type { Meta } from './meta'
import type { PhoneDatabase } from './phone-database'
import type { PhotoItem } from './photo-item'
import { recordKey } from './record-key'
import { RecordsInHand } from './records-in-hand'
import { storageFailure, type StorageFailure } from './storage-failure'
import { writeStrictly, type Hand } from './strict-write'

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
  /** What else is written to the outbox with them. */
  readonly also?: (hand: Hand, changes: readonly Change[]) => Promise<void>
  /** All acts stand or fall together on the server too, or those of them that are meant. */
  readonly whole?: boolean | ((act: ActToSave) => boolean)
  /** [IM15] Several groups in one transaction: each stands or falls by itself on the server. */
  readonly groups?: readonly (readonly ActToSave[])[]
  /** [IM15] The import they are part of. */
  readonly importId?: ImportId
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
  importId: ImportId | undefined,
): Change => ({
  id: author.newId() as ChangeId,
  seq,
  ...(group ? { group } : {}),
  ...(importId ? { importId } : {}),
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
  groupOf: (act: ActToSave) => GroupId | undefined,
  importId: ImportId | undefined,
): readonly Change[] =>
  acts.map((given, index) => {
    const item = { ...given, act: fitAct(given.act) }
    const change = changeOf(item, firstSeq + index, author, groupOf(given), importId)
    const result = hand.apply(recordKey(item.kind, item.record), (record) =>
      applyChange(record, { ...change, act: item.act }, author.at, author.nameId),
    )
    if (result.outcome === 'refused') throw new NotApplied({ kind: 'refused' })
    if (result.outcome === 'noted') throw new NotApplied({ kind: 'noted', why: result.why })
    return change
  })

/** Read before anything is written: one that is here already may be further on its way. */
const photosToKeep = async (
  database: PhoneDatabase,
  hand: Hand,
  photos: readonly AttachmentToKeep[],
): Promise<readonly PhotoItem[]> => {
  const held = await Promise.all(photos.map(({ ref }) => hand.get(database.photos, ref.sha256)))
  return photos.flatMap(({ blob, ref: { sha256, bytes, takenAt } }, index) =>
    held[index] ? [] : [{ sha256, blob, type: blob.type, bytes, state: 'waiting', takenAt }],
  )
}

/** Only what a save writes is locked: everything else goes on being read and written. */
const tablesFor = (database: PhoneDatabase, acts: readonly ActToSave[], extras: SaveExtras) => {
  const { shadows, outbox, meta, photos, drafts } = database
  return [
    ...acts.map(({ kind }) => database.held(kind)),
    ...[shadows, outbox, meta],
    ...(extras.photos?.length ? [photos] : []),
    ...(extras.dropDrafts?.length ? [drafts] : []),
  ]
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
  const { whole = false } = extras
  const isGrouped = typeof whole === 'function' ? whole : () => whole
  const groups = extras.groups ?? [acts.filter(isGrouped)]
  if (groups.some(({ length }) => length > LIMITS.changesPerGroup))
    throw new Error('A group holds at most 50 changes')
  const ids = new Map(
    groups.flatMap((group) => {
      const id = author.newId() as GroupId
      return group.map((each) => [each, id] as const)
    }),
  )
  const groupOf = (each: ActToSave) => ids.get(each)
  try {
    const saved = await writeStrictly(database, tablesFor(database, acts, extras), async (hand) => {
      const [held, records, photos] = await Promise.all([
        hand.get(database.meta, 'nextSeq'),
        RecordsInHand.read(database, hand, acts),
        photosToKeep(database, hand, extras.photos ?? []),
      ])
      const seq = (held?.value ?? 1) as Meta['nextSeq']
      const changes = applyAll(records, acts, seq, author, groupOf, extras.importId)
      records.write(database, hand)
      for (const [index, item] of acts.entries()) {
        const change = changes[index]
        if (change) hand.add(database.outbox, outboxItem(change, item))
      }
      hand.put(database.meta, 'nextSeq', { key: 'nextSeq', value: seq + acts.length })
      for (const photo of photos) hand.put(database.photos, photo.sha256, photo)
      for (const draft of extras.dropDrafts ?? []) hand.delete(database.drafts, draft)
      await extras.also?.(hand, changes)
      return changes.map(({ id }) => id)
    })
    return ok(saved)
  } catch (error) {
    if (error instanceof NotApplied) return failed(error.failure)
    return failed(storageFailure(error))
  }
}
