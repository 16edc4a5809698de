import type { CompanyId, StaffId } from '../../src/domain/id'
import type { Role } from '../../src/domain/role'
import type { Scope } from '../../src/domain/scope'

/** Whoever the session says is calling. */
export interface Caller {
  readonly company: CompanyId
  readonly staff: StaffId
  readonly roles: readonly Role[]
  /** Every role ever held: what was done in a scope since taken away counts by these. */
  readonly pastRoles?: readonly Role[]
  /** What may be read now; empty for a closed account, which may still drain. */
  readonly scopes: readonly Scope[]
}
