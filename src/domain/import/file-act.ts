import type { CommunityId } from '../community'
import type { DetailEdits, OwnerFileAct } from '../owner/act'
import type { Details, Terms } from '../owner/detail'
import type { OwnerFile, OwnerFileId, PersonId } from '../owner/owner-file'
import type { PlaceId } from '../place'
import { isSame } from '../same'

/** A file as an import leaves it. */
export interface KnownFile {
  readonly id: OwnerFileId
  readonly person: PersonId
  readonly building: PlaceId
  /** As it was found; null where it is opened here. */
  readonly found: OwnerFile | null
  details: Details
  ties: Map<PlaceId, Terms>
}

export interface FileAct {
  readonly building: PlaceId
  readonly record: OwnerFileId
  readonly act: OwnerFileAct
}

/** More of them are tied one by one. */
const MOST_TIES = 60

export const openActs = (
  { id, person, building, details, ties }: KnownFile,
  community: CommunityId,
): readonly FileAct[] => {
  const all = [...ties].map(([home, terms]) => ({ home, ...terms }))
  const open: OwnerFileAct = {
    ...{ act: 'open', person, community, building, ...details },
    ties: all.slice(0, MOST_TIES),
  }
  const further = all
    .slice(MOST_TIES)
    .map(({ home, ...meant }): OwnerFileAct => ({ act: 'tie', home, seen: null, meant }))
  return [open, ...further].map((act) => ({ building, record: id, act }))
}

export const amendActs = (
  { id, building, details, ties }: KnownFile,
  found: OwnerFile,
): readonly FileAct[] => {
  const acts: OwnerFileAct[] = []
  const fields = Object.fromEntries(
    (['name', 'household', 'phones', 'plates'] as const)
      .filter((name) => !isSame(found[name], details[name]))
      .map((name) => [name, { seen: found[name], meant: details[name] }]),
  ) as DetailEdits
  if (Object.keys(fields).length > 0) acts.push({ act: 'amend', fields })
  for (const [home, meant] of ties) {
    const held = found.ties.find((each) => each.home === home)
    const seen = held
      ? { relation: held.relation, share: held.share, since: held.since, until: held.until }
      : null
    if (held?.leftOn) acts.push({ act: 'comeBack', home })
    if (!isSame(seen, meant)) acts.push({ act: 'tie', home, seen, meant })
  }
  return acts.map((act) => ({ building, record: id, act }))
}
