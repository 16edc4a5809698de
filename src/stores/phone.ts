import { inject, type InjectionKey, type Ref } from 'vue'
import type { CompanyId, NameId, StaffId } from '../domain/id'
import type { Instant } from '../domain/instant'
import type { Role } from '../domain/role'
import type { PhoneDatabase } from '../storage/phone-database'
import type { Sync } from '../sync/create-sync'

/** Whoever this phone remembers; no secret is among it. */
export interface Person {
  readonly staff: StaffId
  readonly name: string
  readonly roles: readonly Role[]
  readonly company: CompanyId
  readonly companyName: string
  readonly scopes: readonly string[]
}

/** What one person works with on this phone. */
export interface Phone {
  readonly person: Person
  readonly database: PhoneDatabase
  readonly sync: Sync
  readonly now: () => Instant
  readonly newId: () => string
  readonly nameId: NameId
  /** Ticks for clocks on the screen. */
  readonly tick: Readonly<Ref<Instant>>
}

export const phoneKey: InjectionKey<Phone> = Symbol('phone')

export const usePhone = (): Phone => {
  const phone = inject(phoneKey)
  if (!phone) throw new Error('Nobody is signed in')
  return phone
}
