import type { Place } from './place'
import type { Ticket } from './ticket/ticket'

/** What somebody wrote in a ticket, and at what kind of place. */
export interface Written {
  readonly lines: readonly string[]
  readonly at: Place['kind'] | null
}

/** How many phrases are offered at once, how short they are, and how often they were written. */
export const PHRASES_SHOWN = 8
const SHORTEST = 2
const LONGEST = 12
const OFTEN = 2

/** At a place of the same kind it says more. */
const SAME_KIND = 3

/** Numbers this long may be somebody's: a phone, a plate, a home. */
const isPrivate = (line: string) => /\d{3}/u.test(line)

const shortLine = (line: string): string => line.trim().replace(/[。.!！,，;；、\s]+$/u, '')

const isPhrase = (line: string): boolean =>
  line.length >= SHORTEST && line.length <= LONGEST && !isPrivate(line) && !line.includes(' · ')

/** What people wrote: never what the app wrote for them, a place’s name or a checklist’s item. */
export const linesOf = (
  { title, words, origin }: Pick<Ticket, 'title' | 'words' | 'origin'>,
  placeName: string,
): readonly string[] => {
  const isNamed = placeName !== '' && title.startsWith(placeName)
  const isItem = origin.by === 'round' && words.split('\n')[0]?.endsWith(` · ${title}`) === true
  const lines = [...(isNamed || isItem ? [] : [title]), ...words.split('\n')]
  return [...new Set(lines.map(shortLine).filter(isPhrase))]
}

/**
 * [TK23] The community's own phrases and what its people write often, the likeliest here first. A line
 * counts once a ticket; one written in a single ticket is nobody's habit.
 */
export const frequentPhrases = (
  written: readonly Written[],
  at: Place['kind'] | null,
  ready: readonly string[],
  hidden: readonly string[],
): readonly string[] => {
  const times = new Map<string, number>()
  const weights = new Map<string, number>(ready.map((phrase) => [phrase, 1]))
  for (const { lines, at: kind } of written)
    for (const line of new Set(lines)) {
      times.set(line, (times.get(line) ?? 0) + 1)
      weights.set(line, (weights.get(line) ?? 0) + (kind === at ? SAME_KIND : 1))
    }
  return [...weights]
    .filter(([phrase]) => ready.includes(phrase) || (times.get(phrase) ?? 0) >= OFTEN)
    .filter(([phrase]) => !hidden.includes(phrase))
    .sort(([, one], [, other]) => other - one)
    .slice(0, PHRASES_SHOWN)
    .map(([phrase]) => phrase)
}
