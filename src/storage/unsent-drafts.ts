import type { Instant } from '../domain/instant'
import { draftOfToday } from './draft-of-today'
import type { Draft } from './draft-item'
import { allBegun } from './in-hand'
import type { PhoneDatabase } from './phone-database'

/** Something begun, with what is attached to it. */
export interface UnsentDraft {
  readonly key: string
  readonly at: Instant
  readonly value: object
  readonly pieces: readonly DraftPiece[]
}

export interface DraftPiece {
  readonly sha256: string
  readonly blob: Blob
  readonly value: { readonly ref: object }
}

const pieceOf = (value: unknown): DraftPiece[] => {
  if (typeof value !== 'object' || value === null) return []
  const { blob, ...rest } = value as { blob?: unknown; ref?: { sha256?: unknown } }
  const { ref } = rest
  if (!(blob instanceof Blob) || typeof ref?.sha256 !== 'string') return []
  return [{ sha256: ref.sha256, blob, value: { ...rest, ref } }]
}

/** [EX10] The forms somebody began and left, with their words and pictures. */
export const unsentDrafts = async (database: PhoneDatabase): Promise<readonly UnsentDraft[]> => {
  const all: UnsentDraft[] = []
  for (const { key, at } of await allBegun(database)) {
    const value = (await database.drafts.get(key))?.value
    const beside = await database.drafts.where('key').startsWith(`${key}/photo/`).toArray()
    if (typeof value === 'object' && value !== null)
      all.push({ key, at, value, pieces: beside.flatMap((each) => pieceOf(each.value)) })
  }
  return all
}

const isOf = (form: string, key: string): boolean =>
  key === form || key.startsWith(`${form}/photo/`)

/** [EX10] Where the same form is begun here already, all of it stays as it is. Answers how many did. */
export const keepDrafts = (database: PhoneDatabase, drafts: readonly Draft[]): Promise<number> =>
  database.transaction('rw', database.drafts, async () => {
    let stayed = 0
    for (const draft of drafts.filter(({ key }) => !/\/photo\//.test(key))) {
      const held = await database.drafts.get(draft.key)
      if (held && held.at !== draft.at) stayed += 1
      if (held) continue
      for (const each of drafts.filter(({ key }) => isOf(draft.key, key)))
        await database.drafts.put(draftOfToday(each))
    }
    return stayed
  })
