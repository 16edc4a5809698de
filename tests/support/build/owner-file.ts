import type { CalendarDay } from '../../../src/domain/calendar-day'
import type { CommunityId } from '../../../src/domain/community'
import type { PlaceId } from '../../../src/domain/place'
import type { ActContext } from '../../../src/domain/record-kind'
import type { OwnerFileAct, OwnerFileActOf } from '../../../src/domain/owner/act'
import { ownerFileKind } from '../../../src/domain/owner/apply'
import type { Terms } from '../../../src/domain/owner/detail'
import { ownerFileId, type OwnerFile, type PersonId } from '../../../src/domain/owner/owner-file'
import { nameId, newId } from './ids'

export const day = (text: string) => text as CalendarDay
export const OWNS: Terms = { relation: 'owner', share: null, since: null, until: null }

export const openFile = (
  home: PlaceId,
  other: Partial<OwnerFileActOf<'open'>> = {},
): OwnerFileActOf<'open'> => ({
  ...{ act: 'open', person: newId<PersonId>(), community: newId<CommunityId>() },
  ...{ building: newId<PlaceId>(), name: '陈素琴', address: '陈老师', household: null },
  ...{ occupation: '', phones: ['13800006021'], plates: [], pets: '', language: '', hours: '' },
  ...{ care: null, purpose: '', consent: 'notYet', consentOn: null },
  ties: [{ home, ...OWNS }],
  ...other,
})

export const fileIdOf = ({ person, building }: OwnerFileActOf<'open'>) =>
  ownerFileId(person, building, nameId)

type Step = readonly [
  at: number,
  act: OwnerFileAct,
  by?: ActContext['by'],
  change?: ActContext['change'],
]

/** What becomes of a file, step by step; what is refused leaves it as it was. */
export const fileStory = (opened: OwnerFileActOf<'open'>, steps: readonly Step[]) => {
  const record = fileIdOf(opened)
  const outcomes: string[] = []
  const doneBy = newId<ActContext['by']>()
  let file: OwnerFile | null = null
  for (const [at, act, by = doneBy, change = newId<ActContext['change']>()] of [
    [1, opened] as Step,
    ...steps,
  ]) {
    const done = ownerFileKind.apply(file, act, { at, by, change, record, nameId })
    outcomes.push(done.outcome)
    if (done.outcome !== 'refused') file = done.record
  }
  if (!file) throw new Error('The file was not opened.')
  return { file, outcomes: outcomes.slice(1) }
}
