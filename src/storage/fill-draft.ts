import type { Instant } from '../domain/instant'
import type { Photo } from '../domain/photo'
import type { Sound } from '../domain/sound'
import type { PhoneDatabase } from './phone-database'

/** What a form keeps of itself, as far as it matters here. */
interface Written {
  readonly words?: string
  readonly photos?: readonly Photo[]
  readonly sounds?: readonly Sound[]
  readonly replaces?: readonly number[]
}

/** Of what the form holds, what somebody put there: neither empty nor as the form begins. */
const putThere = (held: object, blank: object): object => {
  const begins = new Map<string, unknown>(Object.entries(blank))
  return Object.fromEntries(
    Object.entries(held).filter(
      ([field, value]) => value !== null && value !== '' && value !== begins.get(field),
    ),
  )
}

/** What was typed in that form meanwhile stays, before what was refused. */
const bothWords = (held: string, refused: string): string => {
  if (held.trim() === '') return refused
  return held.includes(refused.trim()) ? held : `${held}\n${refused}`
}

/**
 * [EX6] What was refused fills the form it came from, its photos with it; nothing put there by
 * hand is lost. The refused act stays as it is until the form is saved.
 */
export const fillDraft = <Value extends Written>(
  database: PhoneDatabase,
  key: string,
  refused: Value,
  at: Instant,
  /** What the form begins with. */
  blank: Partial<Value> = {},
): Promise<void> =>
  database.transaction('rw', [database.drafts, database.photos], async () => {
    const held = ((await database.drafts.get(key))?.value ?? {}) as Written
    const before = held.photos ?? []
    const known = new Set(before.map(({ sha256 }) => sha256))
    const further = (refused.photos ?? []).filter(({ sha256 }) => !known.has(sha256))
    for (const ref of [...further, ...(refused.sounds ?? [])]) {
      const blob = (await database.photos.get(ref.sha256))?.blob
      if (blob)
        await database.drafts.put({ key: `${key}/photo/${ref.sha256}`, value: { blob, ref }, at })
    }
    const words = bothWords(held.words ?? '', refused.words ?? '')
    const replaces = [...new Set([...(held.replaces ?? []), ...(refused.replaces ?? [])])]
    const value = {
      ...{ ...held, ...refused, ...putThere(held, blank) },
      ...{ words, photos: [...before, ...further], replaces },
    }
    await database.drafts.put({ key, value, at })
  })
