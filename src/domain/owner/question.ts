import type { CalendarDay } from '../calendar-day'
import type { PlaceId } from '../place'
import type { Care } from './detail'
import type { OwnerFile, Tie } from './owner-file'

export const tieTo = ({ ties }: Pick<OwnerFile, 'ties'>, home: PlaceId): Tie | null =>
  ties.find((each) => each.home === home) ?? null

/** [OF8] Agreed for a time; after it they are asked anew. */
export type CareState = 'cared' | 'lapsed'
export const careState = ({ expiresOn }: Pick<Care, 'expiresOn'>, today: CalendarDay): CareState =>
  expiresOn < today ? 'lapsed' : 'cared'

const RANK = { owner: 0, occupant: 1, lessee: 2 } as const

/** Who is there now, owners first, and who was, the last first; each with the files merged into theirs. */
export const peopleAt = (files: readonly OwnerFile[], home: PlaceId) => {
  const tied = files.flatMap((file) => {
    const tie = file.mergedInto ? null : tieTo(file, home)
    const merged = files.filter(({ mergedInto }) => mergedInto?.into === file.id)
    return tie ? [{ file, tie, merged }] : []
  })
  const since = ({ tie, file }: (typeof tied)[number]) => `${tie.since ?? ''}${file.openedAt}`
  return {
    now: tied
      .filter(({ tie }) => !tie.leftOn)
      .sort(
        (a, b) => RANK[a.tie.relation] - RANK[b.tie.relation] || (since(a) < since(b) ? -1 : 1),
      ),
    before: tied
      .filter(({ tie }) => tie.leftOn)
      .sort((a, b) => ((a.tie.leftOn ?? '') > (b.tie.leftOn ?? '') ? -1 : 1)),
  }
}
export type HomePerson = ReturnType<typeof peopleAt>['now'][number]

/** [OF8] What a home answers when it is asked for special care: the most pressing of its people. */
export const careAt = (
  files: readonly OwnerFile[],
  today: CalendarDay,
): ReadonlyMap<PlaceId, CareState> => {
  const found = new Map<PlaceId, CareState>()
  for (const { care, ties, mergedInto } of files)
    if (care && !mergedInto)
      for (const { home, leftOn } of ties) {
        const state = careState(care, today)
        if (!leftOn && found.get(home) !== 'lapsed') found.set(home, state)
      }
  return found
}
