/** Where people's own words stand in acts. */
const WORDS: readonly string[] = ['title', 'words', 'text', 'note']

/** [EX5] Whatever a person wrote in an act, wherever it stands in it. */
export const saidIn = (value: unknown): readonly string[] => {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, each]) => {
    if (typeof each !== 'string') return saidIn(each)
    return WORDS.includes(key) && each.trim() !== '' ? [each.trim()] : []
  })
}

const hashesIn = (value: unknown): readonly string[] => {
  if (typeof value !== 'object' || value === null) return []
  const own = 'sha256' in value && typeof value.sha256 === 'string' ? [value.sha256] : []
  return [...own, ...Object.values(value).flatMap(hashesIn)]
}

/** How many photos and sounds an act names. */
export const attachedTo = (value: unknown): number => new Set(hashesIn(value)).size
