import * as v from 'valibot'

/**
 * Who may hold a row. A row belongs to exactly one scope:
 * `company` · `community:<id>` (work, no personal data) · `callers:<communityId>` (who reported) ·
 * `homes:<buildingId>` (owner files, visits, promises) · `own:<staffId>` (one person's, until it is
 * over) · `checks:<communityId>` (what night checks found).
 */
export type Scope =
  | 'company'
  | `community:${string}`
  | `callers:${string}`
  | `homes:${string}`
  | `own:${string}`
  | `checks:${string}`

const SCOPE = /^(company|(community|callers|homes|own|checks):[0-9a-f-]{36})$/

export const scopeSchema = v.pipe(v.string(), v.regex(SCOPE))

export const isScope = (text: string): text is Scope => SCOPE.test(text)

export const COMPANY_SCOPE: Scope = 'company'
export const communityScope = (community: string): Scope => `community:${community}`
export const callersScope = (community: string): Scope => `callers:${community}`
export const homesScope = (building: string): Scope => `homes:${building}`
export const ownScope = (staff: string): Scope => `own:${staff}`
export const checksScope = (community: string): Scope => `checks:${community}`
