import { DAY, type Instant } from '../../src/domain/instant'
import type { Scope } from '../../src/domain/scope'
import { anyKind } from '../../src/protocol/apply-change'
import type { Row } from '../../src/protocol/row'
import type { SyncAnswer } from '../../src/protocol/sync-answer'
import { isGoneMark, type StoreReader, type VersionMark } from '../store/store'
import type { GoneMark, StoredRecord } from '../store/stored'
import { readCursor, thinMarks, writeCursor, type Cursor, type ScopePosition } from './cursor'
import { CallFailed } from './failure'

/** [SY19] What was settled longer ago is not brought by a first pull; `/history` has it. */
export const KEPT_ON_PHONES = 90 * DAY

export interface Pull {
  readonly cursor: string | null
  readonly want: number
  readonly scopes: readonly Scope[]
  readonly now: Instant
}

export type Pulled = Pick<SyncAnswer, 'rows' | 'scopes' | 'cursor' | 'more'>

/** [SY18] The newest pair must be of this history; else the device is told where the two part. */
const checkHistory = async (reader: StoreReader, cursor: Cursor): Promise<void> => {
  const marks = await reader.marksOf(cursor.marks.map(({ version }) => version))
  const isOurs = ({ version, mark }: VersionMark) =>
    version === 0 ? mark === '' : marks.get(version) === mark
  const [newest] = cursor.marks
  if (!newest || isOurs(newest)) return
  const common = cursor.marks.find(isOurs)?.version ?? 0
  throw new CallFailed({ kind: 'history-changed', common })
}

/** [SY18] Reads a device's cursor and sees that it belongs to this history. */
export const checkCursor = async (
  reader: StoreReader,
  text: string | null,
  now: Instant,
): Promise<Cursor | null> => {
  const cursor = readCursor(text, now)
  if (cursor) await checkHistory(reader, cursor)
  return cursor
}

export const rowsWithPhotos = async (
  reader: StoreReader,
  stored: readonly (StoredRecord | GoneMark)[],
): Promise<Row[]> => {
  const photosOf = (row: StoredRecord) =>
    anyKind(row.kind)
      .photosOf(row.body)
      .map(({ sha256 }) => sha256)
  const named = stored.flatMap((row) => (isGoneMark(row) ? [] : photosOf(row)))
  const missing = await reader.missingPhotos([...new Set(named)])
  return stored.map((row) => {
    const { kind, id, scope, revision } = row
    if (isGoneMark(row)) return { kind, id, scope, revision, gone: row.why }
    const photosMissing = [...new Set(photosOf(row))].filter((sha256) => missing.has(sha256))
    const head = { kind, id, scope, revision, schema: row.schema, record: { ...row.body } }
    return photosMissing.length > 0 ? { ...head, photosMissing } : head
  })
}

const positionsOf = (
  pull: Pull,
  cursor: Cursor | null,
  current: number,
): readonly ScopePosition[] => {
  const held = new Map(cursor?.scopes.map((position) => [position.scope, position]))
  return pull.scopes.map((scope) => held.get(scope) ?? { scope, at: 0, base: current })
}

/** [SY16] A page of rows for the scopes held now, and the cursor after it. */
export const pullRows = async (reader: StoreReader, pull: Pull): Promise<Pulled> => {
  const cursor = await checkCursor(reader, pull.cursor, pull.now)
  const current = await reader.currentVersion()
  const positions = positionsOf(pull, cursor, current.version)
  const page = await reader.rowsOf(
    positions.map(({ scope, at, base }) => ({ scope, after: at, base })),
    current.version,
    pull.want,
    pull.now - KEPT_ON_PHONES,
  )
  const next = positions.map((position) => ({ ...position, at: Math.max(position.at, page.upTo) }))
  const incomplete = next.filter(({ at }) => at < current.version).map(({ scope }) => scope)
  const known = new Set(cursor?.scopes.map(({ scope }) => scope))
  const held = new Set(pull.scopes)
  return {
    rows: await rowsWithPhotos(reader, page.rows),
    scopes: {
      granted: pull.scopes.filter((scope) => !known.has(scope)),
      revoked: [...known].filter((scope) => !held.has(scope)),
      incomplete,
    },
    cursor: writeCursor({
      issuedAt: pull.now,
      marks: thinMarks([current, ...(cursor?.marks ?? [])]),
      scopes: next,
    }),
    more: incomplete.length > 0,
  }
}
