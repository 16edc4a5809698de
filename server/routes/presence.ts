import { Hono } from 'hono'
import type { Caller } from '../acceptance/caller'
import type { Env, ServerParts } from '../http/environment'
import { callerOf, checkPerson } from '../http/require-session'
import type { StoreReader } from '../store/store'

const isPlace = (scope: string) => scope.startsWith('community:')

/** Whose devices a caller may know of: people who serve a community the caller serves too. */
const devicesNear = async (reader: StoreReader, { scopes }: Caller) => {
  const mine = new Set<string>(scopes.filter(isPlace))
  const isNear = new Map<string, boolean>()
  const devices = []
  for (const { device, staff, heardAt, waiting, app, revokedAt } of await reader.devices()) {
    if (revokedAt !== null) continue
    if (!isNear.has(staff)) {
      const periods = await reader.periodsOf(staff)
      const shared = periods.some(({ scope, takenAt }) => takenAt === null && mine.has(scope))
      isNear.set(staff, shared)
    }
    if (isNear.get(staff)) devices.push({ device, staff, heardAt, waiting, app })
  }
  return devices
}

/** Who was last heard from and what they still hold; no versions, no pokes. */
export const presenceRoutes = (parts: ServerParts): Hono<Env> => {
  const routes = new Hono<Env>()
  routes.get('/', async (c) => {
    checkPerson(c)
    const caller = callerOf(c)
    const devices = await parts.store.read(caller.company, (reader) => devicesNear(reader, caller))
    return c.json({ devices })
  })
  return routes
}
