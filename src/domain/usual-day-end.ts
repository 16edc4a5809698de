import type { Community } from './community'
import type { DayEnd } from './day-end'
import type { Role } from './role'

const post = (name: string, ...roles: Role[]) => ({ name, roles })

/** What counts until a community says otherwise. */
const USUAL: DayEnd = {
  wrapUpFrom: 16 * 60 + 30,
  posts: [
    post('监控中心', 'security'),
    post('门岗', 'security'),
    post('前台', 'customerService', 'steward'),
    post('工程值班室', 'engineer'),
  ],
}

export const dayEndOf = (community: Community | null): DayEnd => community?.dayEnd ?? USUAL
