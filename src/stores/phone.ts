import { inject, type InjectionKey, type Ref } from 'vue'
import type { CompanyId, NameId, StaffId } from '../domain/id'
import type { Instant } from '../domain/instant'
import { failed, type Result } from '../domain/result'
import type { Role } from '../domain/role'
import { readMeta } from '../storage/meta'
import type { PhoneDatabase } from '../storage/phone-database'
import {
  saveActs,
  type ActToSave,
  type Author,
  type SaveExtras,
  type SaveFailure,
} from '../storage/save-acts'
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

const authorOf = async ({ person, database, now, newId, nameId }: Phone): Promise<Author> => ({
  staff: person.staff,
  at: now(),
  clockOffset: (await readMeta(database, 'clockOffset')) ?? null,
  ...{ newId, nameId },
})

/** Every act of staff goes through here: saved first, sent when there is a network. */
export const act = async (
  phone: Phone,
  acts: readonly ActToSave[],
  extras: SaveExtras = {},
): Promise<Result<readonly string[], SaveFailure>> => {
  const saved = await saveActs(phone.database, acts, await authorOf(phone), extras)
  if (!saved.ok) return failed(saved.error)
  phone.sync.wake()
  return saved
}

export type { PhotoToKeep } from '../storage/save-acts'
