import type { Instant } from '../domain/instant'
import type { Photo } from '../domain/photo'
import type { PhoneDatabase } from './phone-database'

/** What a form keeps of itself, as far as it matters here. */
interface Written {
  readonly words?: string
  readonly photos?: readonly Photo[]
}

/** What was typed in that form meanwhile stays, before what was refused. */
const bothWords = (held: string, refused: string): string => {
  if (held.trim() === '') return refused
  return held.includes(refused.trim()) ? held : `${held}\n${refused}`
}

/**
 * [EX6] What was refused fills the form it came from, its photos with it; nothing typed there is lost.
 * The refused act stays as it is until the form is saved.
 */
export const fillDraft = <Value extends Written>(
  database: PhoneDatabase,
  key: string,
  refused: Value,
  at: Instant,
): Promise<void> =>
  database.transaction('rw', [database.drafts, database.photos], async () => {
    const held = ((await database.drafts.get(key))?.value ?? {}) as Written
    const before = held.photos ?? []
    const known = new Set(before.map(({ sha256 }) => sha256))
    const further = (refused.photos ?? []).filter(({ sha256 }) => !known.has(sha256))
    for (const ref of further) {
      const blob = (await database.photos.get(ref.sha256))?.blob
      if (blob)
        await database.drafts.put({ key: `${key}/photo/${ref.sha256}`, value: { blob, ref }, at })
    }
    const words = bothWords(held.words ?? '', refused.words ?? '')
    const value = { ...held, ...refused, words, photos: [...before, ...further] }
    await database.drafts.put({ key, value, at })
  })
