import { DAY, type Instant } from '../../src/domain/instant'
import type { CompanyId, DeviceId } from '../../src/domain/id'
import type { Scope } from '../../src/domain/scope'
import type { Row } from '../../src/protocol/row'
import type { SyncAnswer } from '../../src/protocol/sync-answer'
import type { Page } from '../store/call'
import { isGoneMark, type Store, type StoreReader, type VersionMark } from '../store/store'
import type { GoneMark, StoredRecord } from '../store/stored'
import {
  readCursor,
  readCursorOrNone,
  thinMarks,
  writeCursor,
  type Cursor,
  type ScopePosition,
} from './cursor'
import { CallFailed } from './failure'
import { photoHashes } from './photo-hashes'

/** [SY19] What was settled longer ago is not brought by a first pull; `/history` has it. */
export const KEPT_ON_PHONES = 90 * DAY

export interface Pull {
  readonly cursor: string | null
  readonly want: number
  readonly scopes: readonly Scope[]
  readonly now: Instant
  readonly device: DeviceId
  readonly keptFor: number
  /** Too old for rows: how far it has read stays, and the history it is answered from is proven. */
  readonly isTooOld: boolean
}

export type Pulled = Pick<
  SyncAnswer,
  'rows' | 'scopes' | 'cursor' | 'more' | 'backedUpTo' | 'missingPhotos' | 'revoked'
>

/** [SY18] The newest pair must be of this history; else the device is told where the two part. */
export const checkHistory = (cursor: Cursor, marks: ReadonlyMap<number, string>): void => {
  const isOurs = ({ version, mark }: VersionMark) =>
    version === 0 ? mark === '' : marks.get(version) === mark
  const [newest] = cursor.marks
  if (!newest || isOurs(newest)) return
  const common = cursor.marks.find(isOurs)?.version ?? 0
  throw new CallFailed({ kind: 'history-changed', common })
}

/** Says of each row which of its photos are not here yet. */
export const rowsWithPhotos = async (
  missingOf: StoreReader['missingPhotos'],
  stored: readonly (StoredRecord | GoneMark)[],
): Promise<Row[]> => {
  const photosOf = ({ kind, body }: StoredRecord) => [...photoHashes(kind, body)]
  const named = stored.flatMap((row) => (isGoneMark(row) ? [] : photosOf(row)))
  const missing = named.length > 0 ? await missingOf([...new Set(named)]) : new Set<string>()
  return stored.map((row) => {
    const { kind, id, scope, revision } = row
    if (isGoneMark(row)) return { kind, id, scope, revision, gone: row.why }
    const photosMissing = photosOf(row).filter((sha256) => missing.has(sha256))
    return {
      ...{ kind, id, scope, revision, schema: row.schema, record: { ...row.body } },
      ...(photosMissing.length > 0 ? { photosMissing } : {}),
      ...(row.marked.length > 0 ? { marked: row.marked } : {}),
    }
  })
}

const saidOfDevice = ({ backedUpTo, awaited, isRevoked }: Page) => ({
  ...{ backedUpTo, missingPhotos: [...awaited] },
  ...(isRevoked ? { revoked: true } : {}),
})

const missingIn = (store: Store, company: CompanyId, hashes: readonly string[]) =>
  store.read(company, (reader) => reader.missingPhotos(hashes))

/** [SY61] It gets no rows; but where the server forgets what it answered now, it will be told so. */
const stayingCursor = (pull: Pull, { version, mark }: VersionMark): string => {
  const cursor = readCursorOrNone(pull.cursor, pull.now)
  return writeCursor({
    issuedAt: cursor?.issuedAt ?? pull.now,
    marks: thinMarks([{ version, mark }, ...(cursor?.marks ?? [])]),
    scopes: cursor?.scopes ?? [],
  })
}

const pullNothing = async (store: Store, company: CompanyId, pull: Pull): Promise<Pulled> => {
  const { want, device, now, keptFor } = pull
  const asked = { ranges: [], want, device, settledAfter: now - keptFor }
  const page = await store.page(company, asked)
  return {
    rows: [],
    scopes: { granted: [], revoked: [], incomplete: [] },
    cursor: stayingCursor(pull, page),
    more: false,
    ...saidOfDevice(page),
  }
}

/** [SY16] A page of rows for the scopes held now, and the cursor after it; its history was checked. */
export const pullRows = async (store: Store, company: CompanyId, pull: Pull): Promise<Pulled> => {
  if (pull.isTooOld) return pullNothing(store, company, pull)
  const cursor = readCursor(pull.cursor, pull.now)
  const held = new Map(cursor?.scopes.map((position) => [position.scope, position]))
  const page = await store.page(company, {
    ranges: pull.scopes.map((scope) => ({
      scope,
      after: held.get(scope)?.at ?? 0,
      base: held.get(scope)?.base ?? null,
    })),
    ...{ want: pull.want, device: pull.device },
    settledAfter: pull.now - pull.keptFor,
  })
  // [DV3] Of a device that is revoked nothing is left to read, and it is told so.
  if (page.isRevoked && pull.scopes.length > 0)
    return pullRows(store, company, { ...pull, scopes: [] })
  const { version, mark } = page
  const next = pull.scopes.map((scope): ScopePosition => {
    const { at = 0, base = version } = held.get(scope) ?? {}
    return { scope, base, at: Math.max(at, page.upTo) }
  })
  const incomplete = next.filter(({ at }) => at < version).map(({ scope }) => scope)
  const isHeld = new Set(pull.scopes)
  return {
    rows: await rowsWithPhotos((hashes) => missingIn(store, company, hashes), page.rows),
    scopes: {
      granted: pull.scopes.filter((scope) => !held.has(scope)),
      revoked: [...held.keys()].filter((scope) => !isHeld.has(scope)),
      incomplete,
    },
    cursor: writeCursor({
      issuedAt: pull.now,
      marks: thinMarks([{ version, mark }, ...(cursor?.marks ?? [])]),
      scopes: next,
    }),
    more: incomplete.length > 0,
    ...saidOfDevice(page),
  }
}
