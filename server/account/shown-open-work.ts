import type { CommunityId } from '../../src/domain/community'
import { HANDED_ON } from '../../src/domain/hand-on'
import type { StaffId } from '../../src/domain/id'
import { scopesOf } from '../../src/domain/permission'
import { communityScope } from '../../src/domain/scope'
import type { OpenWork } from '../../src/protocol/open-work'
import type { Account } from './account'
import type { HeldOpen } from './held-open'
import type { OpenThing } from './open-work'

/** [AC8] By what it is and where; of what an administrator may not read, no more than that it is there. */
export const shownOpenWork = (
  things: readonly OpenThing[],
  { tickets, told }: HeldOpen,
  staff: StaffId,
  asker: Account,
): OpenWork => {
  const scopes = new Set(scopesOf(asker.grants, asker.staff))
  const communities = [...new Set(things.map(({ community }) => community))].sort()
  const all = HANDED_ON.flatMap((what) => communities.map((community) => ({ what, community })))
  const of = (group: { readonly what: string; readonly community: CommunityId }) =>
    things.filter(({ what, community }) => what === group.what && community === group.community)
  return {
    groups: all
      .map((group) => ({
        ...group,
        lines: of(group)
          .filter(({ passingTo }) => passingTo === null)
          .sort((a, b) => (a.dueAt ?? 0) - (b.dueAt ?? 0))
          .map(({ id, title, dueAt }) => ({
            ...{ id, dueAt },
            title: scopes.has(communityScope(group.community)) ? title : '',
          })),
      }))
      .filter(({ lines }) => lines.length > 0),
    waiting: all.flatMap((group) => {
      const waits = of(group).flatMap(({ passingTo }) => passingTo ?? [])
      return [...new Set(waits)].map((to) => ({
        ...{ ...group, to, n: waits.filter((each) => each === to).length },
      }))
    }),
    told: {
      ...told,
      resolved: tickets.filter((each) => each.status === 'resolved' && each.handler === staff)
        .length,
    },
  }
}
