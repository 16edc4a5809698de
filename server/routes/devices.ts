import { Hono, type Context } from 'hono'
import * as v from 'valibot'
import { deviceIdSchema } from '../../src/domain/id'
import type { Instant } from '../../src/domain/instant'
import type { Env, ServerParts } from '../http/environment'
import { checkPerson, requireRole } from '../http/require-session'
import { WireFailure } from '../http/wire-failure'

const list = async (c: Context<Env>, { store, sessions, services }: ServerParts) => {
  checkPerson(c)
  const { company } = c.get('account')
  const devices = await store.read(company, (reader) => reader.devices())
  const open = await sessions.devicesOpen(company, services.now())
  return c.json({
    devices: devices.map((state) => ({ ...state, isSignedIn: open.has(state.device) })),
  })
}

/**
 * [DV3] Tells the device at once where it can be reached. Nobody revokes the one they speak from: who
 * would give it back?
 */
const setRevoked = async (c: Context<Env>, parts: ServerParts, at: Instant | null) => {
  const { company, device: own } = c.get('session')
  const device = v.safeParse(deviceIdSchema, c.req.param('device'))
  if (!device.success) throw new WireFailure('not-found')
  if (device.output === own) throw new WireFailure('forbidden')
  const act = { by: c.get('account').staff, at: parts.services.now() }
  const staff = await parts.accountDesk.setRevoked(company, device.output, at, act)
  if (staff === null) throw new WireFailure('not-found')
  parts.streams.endStaff(staff)
  return c.body(null, 204)
}

/** [WI13] [DV1] Every device of the company, for its administrator. */
export const deviceRoutes = (parts: ServerParts): Hono<Env> => {
  const routes = new Hono<Env>()
  routes.use(requireRole('administrator'))
  routes.get('/', (c) => list(c, parts))
  routes.post('/:device/revoke', (c) => setRevoked(c, parts, parts.services.now()))
  routes.post('/:device/reinstate', (c) => setRevoked(c, parts, null))
  return routes
}
