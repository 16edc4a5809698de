import { computed, onScopeDispose, ref, shallowRef } from 'vue'
import * as v from 'valibot'
import { communityIdSchema } from '../domain/community'
import { staffIdSchema } from '../domain/id'
import type { Immutable } from '../domain/immutable'
import { SECOND } from '../domain/instant'
import { placeIdSchema } from '../domain/place'
import { roleSchema } from '../domain/role'
import { withoutSteward } from '../domain/served-building'
import { inForce, standInSchema } from '../domain/stand-in'
import { useBuildings } from './homes'
import { usePhone } from './phone'
import { useServerCall, type ServerFailure } from './server-call'

const dutySchema = v.object({
  role: roleSchema,
  community: communityIdSchema,
  buildings: v.array(placeIdSchema),
  standIn: v.optional(standInSchema),
})
export type Duty = Immutable<v.InferOutput<typeof dutySchema>>

const whole = {
  staff: staffIdSchema,
  account: v.string(),
  name: v.string(),
  roles: v.array(roleSchema),
  grants: v.array(dutySchema),
  closedAt: v.nullable(v.number()),
}
export const accountSchema = v.object(whole)
export const openedSchema = v.object({ ...whole, password: v.string() })

export const accountsSchema = v.object({
  accounts: v.array(v.object({ ...whole, heardAt: v.nullable(v.number()), sessions: v.number() })),
})

/** Somebody of the company who may sign in, as the server has them now. */
export type Account = Immutable<v.InferOutput<typeof accountsSchema>['accounts'][number]>

const EVERY = 30 * SECOND

/** [AC1] Everybody's account, asked for while somebody looks: only the server has them. */
export const useAccounts = () => {
  const call = useServerCall()
  const { tick } = usePhone()
  const buildings = useBuildings()
  const accounts = shallowRef<readonly Account[] | null>(null)
  const trouble = ref<ServerFailure | null>(null)

  const ask = async () => {
    const asked = await call('/accounts', { answer: accountsSchema })
    if (asked.ok) accounts.value = asked.value.accounts
    trouble.value = asked.ok ? null : asked.error
  }
  void ask()
  const timer = setInterval(() => void ask(), EVERY)
  onScopeDispose(() => clearInterval(timer))

  /** [AC4] Buildings with homes that nobody serves as steward just now. */
  const unserved = computed(() => {
    const open = (accounts.value ?? []).filter(({ closedAt }) => closedAt === null)
    const grants = inForce(
      open.flatMap((each) => each.grants),
      tick.value,
    )
    const ids = new Set(
      withoutSteward(
        buildings.lines.map(({ building }) => building.id),
        grants,
      ),
    )
    return accounts.value ? buildings.lines.filter(({ building }) => ids.has(building.id)) : []
  })
  return { accounts, trouble, ask, unserved }
}
