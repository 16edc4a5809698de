import type { Role } from './role'

/** [TD7] Who sees to it that nothing of the community is left lying. */
export const OVERSEERS: readonly Role[] = ['supervisor', 'manager']

export const isOverseer = (roles: readonly Role[]): boolean =>
  roles.some((role) => OVERSEERS.includes(role))
