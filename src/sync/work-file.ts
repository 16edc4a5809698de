import * as v from 'valibot'
import type { CompanyId, StaffId } from '../domain/id'
import { failed, ok, type Result } from '../domain/result'
import { unsentWorkSchema, WORK_FILE, WORK_LIMITS, type UnsentWork } from '../protocol/unsent-work'
import { SCHEMA } from '../protocol/version'
import type { Draft } from '../storage/draft-item'
import type { PhotoItem } from '../storage/photo-item'
import type { HashOf } from './whole-bytes'

/**
 * One file: a line of 128 bytes that says what it is, its version, how long the head is and the head's
 * SHA-256; the head as JSON; then the photos' bytes one after the other, each checked by the SHA-256
 * that is its name.
 */
const NAME = 'mengya-unsent'
const LEAD = 128

/** [EX4] What is wrong with a file. Nothing of it was taken. */
export const BAD_FILES = [
  ...(['not-ours', 'newer', 'too-large', 'cut', 'damaged'] as const),
  ...(['other-company', 'other-person'] as const),
] as const
export type BadFile = (typeof BAD_FILES)[number]

/** Who wants to take it in. */
export interface Taker {
  readonly company: CompanyId
  readonly staff: StaffId
  readonly isAdministrator: boolean
}

export interface OpenedWork {
  readonly work: UnsentWork
  readonly photos: readonly PhotoItem[]
  /** As their forms keep them. */
  readonly drafts: readonly Draft[]
}

/** The bytes stay where they are until the file is written: forty photos need no memory of their own. */
export const packWork = async (
  work: UnsentWork,
  bytes: readonly Blob[],
  hashOf: HashOf,
): Promise<Blob> => {
  const head = new Blob([JSON.stringify(work)])
  const lead = `${NAME} ${WORK_FILE} ${head.size} ${await hashOf(head)}`
  return new Blob([`${lead.padEnd(LEAD - 1)}\n`, head, ...bytes], {
    type: 'application/octet-stream',
  })
}

const LEAD_LINE = new RegExp(`^${NAME} (\\d{1,9}) (\\d{1,12}) ([0-9a-f]{64}) *\\n$`)

interface Lead {
  readonly headBytes: number
  readonly hash: string
}

const leadOf = async (file: Blob): Promise<Result<Lead, BadFile>> => {
  const text = await file.slice(0, LEAD).text()
  if (!text.startsWith(`${NAME} `)) return failed('not-ours')
  const [, version, length, hash] = LEAD_LINE.exec(text) ?? []
  if (Number(text.split(' ')[1]) > WORK_FILE) return failed('newer')
  if (!version || !length || !hash) return failed(file.size < LEAD ? 'cut' : 'damaged')
  return ok({ headBytes: Number(length), hash })
}

const fromJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    // Whole, but never written by us: no shape fits.
    return undefined
  }
}

const headOf = async (
  file: Blob,
  { headBytes, hash }: Lead,
  hashOf: HashOf,
): Promise<Result<UnsentWork, BadFile>> => {
  if (headBytes > WORK_LIMITS.headBytes) return failed('too-large')
  const head = file.slice(LEAD, LEAD + headBytes)
  if (head.size < headBytes) return failed('cut')
  if ((await hashOf(head)) !== hash) return failed('damaged')
  const read = v.safeParse(unsentWorkSchema, fromJson(await head.text()))
  if (!read.success) return failed('damaged')
  const work = read.output
  const all = [...work.changes, ...work.refused.map(({ change }) => change)]
  return all.some(({ schema }) => schema > SCHEMA) ? failed('newer') : ok(work)
}

const whoseOf = (work: UnsentWork, taker: Taker): BadFile | null => {
  if (work.company.id !== taker.company) return 'other-company'
  const all = [...work.changes, ...work.refused.map(({ change }) => change)]
  if (all.some(({ by }) => by !== work.staff.id)) return 'damaged'
  return work.staff.id === taker.staff || taker.isAdministrator ? null : 'other-person'
}

interface Piece {
  readonly sha256: string
  readonly type: string
  readonly bytes: number
}

/** Each is hashed by itself: one at a time is in memory. */
const blobsOf = async (
  file: Blob,
  from: number,
  pieces: readonly Piece[],
  hashOf: HashOf,
): Promise<Result<readonly Blob[], BadFile>> => {
  const length = pieces.reduce((sum, { bytes }) => sum + bytes, from)
  if (file.size !== length) return failed(file.size < length ? 'cut' : 'damaged')
  const blobs: Blob[] = []
  let at = from
  for (const { sha256, type, bytes } of pieces) {
    const blob = file.slice(at, at + bytes, type)
    if ((await hashOf(blob)) !== sha256) return failed('damaged')
    blobs.push(blob)
    at += bytes
  }
  return ok(blobs)
}

const photosIn = ({ photos }: UnsentWork, blobs: readonly Blob[]): readonly PhotoItem[] =>
  photos.flatMap((photo, index) => {
    const blob = blobs[index]
    return blob ? [{ ...photo, blob, state: 'waiting' as const }] : []
  })

/** [EX10] Whose places in another phone's outbox a form stands for means nothing here. */
const withoutPlaces = ({ replaces: _, ...value }: Readonly<Record<string, unknown>>) => value

const draftsIn = ({ drafts }: UnsentWork, blobs: readonly Blob[]): readonly Draft[] => {
  let next = 0
  return drafts.flatMap(({ key, at, value, pieces }) => [
    { key, at, value: withoutPlaces(value) },
    ...pieces.map((piece) => {
      const blob = blobs[next]
      next += 1
      return { key: `${key}/photo/${piece.sha256}`, at, value: { ...piece.value, blob } }
    }),
  ])
}

/** [EX4] Looks at all of it before anything is taken. */
export const openWork = async (
  file: Blob,
  taker: Taker,
  hashOf: HashOf,
): Promise<Result<OpenedWork, BadFile>> => {
  const lead = await leadOf(file)
  if (!lead.ok) return lead
  if (file.size > WORK_LIMITS.fileBytes) return failed('too-large')
  const head = await headOf(file, lead.value, hashOf)
  if (!head.ok) return head
  const work = head.value
  const wrong = whoseOf(work, taker)
  if (wrong) return failed(wrong)
  const pieces = [...work.photos, ...work.drafts.flatMap((draft) => draft.pieces)]
  const blobs = await blobsOf(file, LEAD + lead.value.headBytes, pieces, hashOf)
  if (!blobs.ok) return blobs
  const photos = photosIn(work, blobs.value)
  return ok({ work, photos, drafts: draftsIn(work, blobs.value.slice(photos.length)) })
}
