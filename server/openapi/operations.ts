import { ACCOUNT_OPERATIONS } from './operations/account'
import { AUDIT_OPERATIONS } from './operations/audit'
import { ERASURE_OPERATIONS } from './operations/erasure'
import { PHOTO_OPERATIONS } from './operations/photo'
import { SESSION_OPERATIONS } from './operations/session'
import { SYNC_OPERATIONS } from './operations/sync'
import type { Operation } from './operation'

/** Every call there is. */
export const OPERATIONS: readonly Operation[] = [
  ...SESSION_OPERATIONS,
  ...SYNC_OPERATIONS,
  ...PHOTO_OPERATIONS,
  ...ACCOUNT_OPERATIONS,
  ...ERASURE_OPERATIONS,
  ...AUDIT_OPERATIONS,
]
