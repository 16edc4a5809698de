import type { DeviceId, NameId, StaffId } from '../domain/id'
import type { Instant } from '../domain/instant'
import type { PhoneDatabase } from '../storage/phone-database'
import type { Outgoing } from './request'
import type { SyncWire } from './wire'

export interface ExchangeParts {
  readonly database: PhoneDatabase
  readonly wire: SyncWire
  readonly staff: StaffId
  readonly app: string
  readonly now: () => Instant
  readonly newId: () => string
  readonly nameId: NameId
}

/** How one exchange ended. */
export type ExchangeResult =
  | { readonly ended: 'done'; readonly more: boolean; readonly rows: number }
  | { readonly ended: 'again' }
  | { readonly ended: 'offline' }
  | { readonly ended: 'signed-out' }
  | { readonly ended: 'other-person' }
  | { readonly ended: 'trouble'; readonly kind: string; readonly retryAfter: number | null }

export interface Sent {
  readonly outgoing: Outgoing
  readonly device: DeviceId
  readonly sentAt: Instant
  readonly answeredAt: Instant
}
