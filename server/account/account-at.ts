import type { Instant } from '../../src/domain/instant'
import type { Grant } from '../../src/domain/permission'
import type { Role } from '../../src/domain/role'
import { inForce, nextEdge } from '../../src/domain/stand-in'
import type { Account } from './account'

export const rolesOf = (grants: readonly Grant[]): Role[] => [
  ...new Set(grants.map(({ role }) => role)),
]

/** [AC10] As an account counts at an instant: what somebody stands in for is theirs while it lasts. */
export const accountAt = (account: Account, at: Instant): Account => {
  const grants = inForce(account.grants, at)
  return { ...account, grants, roles: rolesOf(grants), edgeAt: nextEdge(account.grants, at) }
}
