import type { CommunityId } from './community'
import { mayAct, type Grant } from './permission'
import { rolesIn } from './served-building'

/** What of a leaver's work passes to somebody by name: buildings first, for promises need them. */
export const HANDED_ON = ['buildings', 'tickets', 'first', 'promises'] as const
export type HandedOn = (typeof HANDED_ON)[number]

/** [AC8] Whether somebody's duties in a community let them take it. */
export const mayTakeOn = (
  what: HandedOn,
  grants: readonly Grant[],
  community: CommunityId,
): boolean => {
  const roles = rolesIn(grants, community)
  switch (what) {
    case 'buildings':
      return mayAct(roles, 'OwnerVisit', 'record')
    case 'tickets':
      return mayAct(roles, 'Ticket', 'accept')
    case 'first':
      return mayAct(roles, 'Ticket', 'takeFirst')
    case 'promises':
      return mayAct(roles, 'OwnerPromise', 'takeOver')
  }
}
