import type { OwnerFile } from './owner-file'
import { initialsOf } from './pinyin-initial'

/** [OF11] A person made ready to be looked for. */
export interface FindablePerson {
  readonly file: OwnerFile
  readonly name: string
  readonly initials: readonly string[]
  readonly numbers: readonly string[]
  readonly plates: readonly string[]
}

export interface FoundPerson {
  readonly file: OwnerFile
  /** The last figures of the number they were found by; empty where it was none. */
  readonly tail: string
}

const TAIL = 4
const LEAST_OF_PLATE = 3

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s·.\-—]/gu, '')

export const findablePeople = (files: readonly OwnerFile[]): readonly FindablePerson[] =>
  // [OF13] Who was merged is found under the other file.
  files
    .filter(({ mergedInto }) => !mergedInto)
    .map((file) => ({
      ...{ file, name: plain(file.name), initials: initialsOf(file.name) },
      numbers: file.phones.map((each) => each.replace(/\D/g, '')),
      plates: file.plates.map(plain),
    }))

/** How near what was said comes to a person, 0 the nearest; null is somebody else. */
const nearnessOf = (
  { name, initials, numbers, plates }: FindablePerson,
  said: string,
): { readonly rank: number; readonly tail: string } | null => {
  if (/^\d+$/.test(said)) {
    const number =
      said.length < TAIL ? undefined : numbers.find((each) => each.endsWith(said) || each === said)
    if (number) return { rank: 0, tail: number.slice(-TAIL) }
  }
  if (name === said) return { rank: 0, tail: '' }
  if (/\D/.test(said) && name.includes(said)) return { rank: 1, tail: '' }
  if (/^[a-z]+$/.test(said)) {
    if (initials.includes(said)) return { rank: 1, tail: '' }
    if (said.length > 1 && initials.some((each) => each.startsWith(said)))
      return { rank: 2, tail: '' }
  }
  const isPlate = said.length >= LEAST_OF_PLATE && plates.some((each) => each.includes(said))
  return isPlate ? { rank: 3, tail: '' } : null
}

/** Who is there before who was; a number in the whole is found by its tail. */
export const searchPeople = (
  people: readonly FindablePerson[],
  words: string,
): readonly FoundPerson[] => {
  const said = plain(words)
  if (!said) return []
  return people
    .flatMap((person) => {
      const near = nearnessOf(person, said)
      if (!near) return []
      const { file } = person
      return [{ file, tail: near.tail, rank: near.rank + (file.closedAt === null ? 0 : 10) }]
    })
    .sort((a, b) => a.rank - b.rank)
    .map(({ file, tail }) => ({ file, tail }))
}
