import type { CompanyId, StaffId } from '../../src/domain/id'
import type { Instant } from '../../src/domain/instant'
import type { Grant } from '../../src/domain/permission'
import type { Role } from '../../src/domain/role'

/** Somebody who may sign in. */
export interface Account {
  readonly company: CompanyId
  readonly staff: StaffId
  readonly account: string
  readonly name: string
  readonly roles: readonly Role[]
  readonly pastRoles?: readonly Role[]
  /** All of them; those that stand in for somebody count only while they do. */
  readonly grants: readonly Grant[]
  /** [AC11] When what counts of them changes next by itself; null where it never does. */
  readonly edgeAt?: Instant | null
  /** A closed account may still sign in to send what it holds; it reads nothing. */
  readonly closedAt: Instant | null
}

/** Whoever changes an account, and when. */
export interface AccountAct {
  readonly by: StaffId
  readonly at: Instant
}
