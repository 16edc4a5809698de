import { letterAsks } from '../domain/letter/turn'
import type { Errand } from '../domain/today/errand'
import type { PhoneDatabase } from '../storage/phone-database'
import type { Person } from './phone'

/** [LE8] The letters that wait for this person. */
export const letterErrands = async (
  database: PhoneDatabase,
  { person }: { readonly person: Person },
): Promise<readonly Errand[]> => {
  const letters = (await database.ownerLetters.toArray()).map(({ record }) => record)
  return letters.flatMap((letter) => {
    const what = letterAsks(letter, person.staff, person.roles)
    const by = letter.thread.at(-1)?.by ?? letter.written.by
    return what
      ? [
          {
            ...{ key: `letter/${letter.id}`, what, to: `/letters/${letter.id}` },
            ...{ standing: 'now' as const, at: null, by, count: 0, where: '' },
          },
        ]
      : []
  })
}
