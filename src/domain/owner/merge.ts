import { isSame } from '../same'
import type { DetailEdits, OwnerFileAct } from './act'
import { DETAILS, type Details } from './detail'
import type { OwnerFile } from './owner-file'
import { tieTo } from './question'

const digits = (number: string): string => number.replace(/\D/g, '')

/** [OF13] Files of the building that may be the same person's: of that name, or with a number of theirs. */
export const perhapsSame = (file: OwnerFile, files: readonly OwnerFile[]): readonly OwnerFile[] => {
  const numbers = new Set(file.phones.map(digits))
  return files.filter(
    (each) =>
      each.id !== file.id &&
      each.building === file.building &&
      !each.mergedInto &&
      (each.name === file.name || each.phones.some((number) => numbers.has(digits(number)))),
  )
}

const isBlank = (value: unknown): boolean =>
  value === '' || value === null || (Array.isArray(value) && value.length === 0)

const MOST = { phones: 5, plates: 10 } as const

/** What stands in the one, and from the other what the one does not say. */
const joined = (into: OwnerFile, from: OwnerFile, part: keyof Details): unknown => {
  if (part === 'phones' || part === 'plates')
    return [...new Set([...into[part], ...from[part]])].slice(0, MOST[part])
  return isBlank(into[part]) ? from[part] : into[part]
}

/** [OF13] What the one takes over, by ordinary acts: what it did not say, and the homes. */
export const takenOver = (into: OwnerFile, from: OwnerFile): readonly OwnerFileAct[] => {
  const fields = Object.fromEntries(
    DETAILS.filter((part) => !isSame(into[part], joined(into, from, part))).map((part) => [
      part,
      { seen: into[part], meant: joined(into, from, part) },
    ]),
  ) as DetailEdits
  const ties = from.ties.flatMap(({ leftOn, home, ...meant }): readonly OwnerFileAct[] => {
    if (tieTo(into, home)) return []
    const tie: OwnerFileAct = { act: 'tie', home, seen: null, meant }
    return leftOn ? [tie, { act: 'leave', home, on: leftOn }] : [tie]
  })
  return [...(Object.keys(fields).length > 0 ? [{ act: 'amend' as const, fields }] : []), ...ties]
}
