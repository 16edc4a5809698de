import { Hono } from 'hono'
import * as v from 'valibot'
import { deviceIdSchema, recordIdSchema, staffIdSchema } from '../../src/domain/id'
import { changeSchema } from '../../src/protocol/change'
import { syncRequestSchema } from '../../src/protocol/sync-request'
import { LIMITS } from '../../src/protocol/version'
import { acceptSync } from '../acceptance/accept-sync'
import { readHistory } from '../acceptance/history'
import { importChanges } from '../acceptance/import-changes'
import type { Env, ServerParts } from '../http/environment'
import { readBody } from '../http/read-body'
import { callerOf } from '../http/require-session'
import { WireFailure } from '../http/wire-failure'

/** Exported work: each change with the device it was made on. */
export const importRequestSchema = v.object({
  changes: v.pipe(
    v.array(v.object({ ...changeSchema.entries, device: deviceIdSchema, by: staffIdSchema })),
    v.minLength(1),
    v.maxLength(LIMITS.changesPerCall),
  ),
})

export const syncRoutes = (parts: ServerParts): Hono<Env> =>
  new Hono<Env>()
    .post('/sync', async (c) => {
      const request = await readBody(c, syncRequestSchema, LIMITS.bodyBytes)
      const answer = await acceptSync(parts.store, callerOf(c), request, parts.services)
      if (request.changes.length > 0) parts.watch.lookSoon()
      return c.json(answer)
    })
    .get('/history', async (c) => {
      const about = c.req.query('record') ?? c.req.query('place') ?? ''
      const before = Number(c.req.query('before') ?? Number.MAX_SAFE_INTEGER)
      if (!v.is(recordIdSchema, about) || !Number.isSafeInteger(before) || before < 0)
        throw new WireFailure('malformed', { details: ['record', 'place', 'before'] })
      return c.json(await readHistory(parts.store, callerOf(c), about, before))
    })
    .post('/changes/import', async (c) => {
      const { changes } = await readBody(c, importRequestSchema, LIMITS.bodyBytes)
      const caller = callerOf(c)
      const rolesOf = async (staff: (typeof caller)['staff']) =>
        (await parts.accounts.byStaff(caller.company, staff))?.roles ?? []
      const outcomes = await importChanges(parts.store, caller, changes, rolesOf, parts.services)
      return c.json({ outcomes })
    })
    .get('/presence', async (c) => {
      const caller = callerOf(c)
      return c.json({ devices: await parts.store.read(caller.company, (r) => presence(r, caller)) })
    })

type Reader = Parameters<Parameters<ServerParts['store']['read']>[1]>[0]

/** Who was last heard from and what they still hold, as far as the caller serves the same places. */
const presence = async (reader: Reader, caller: ReturnType<typeof callerOf>) => {
  const mine = new Set(caller.scopes.filter((scope) => scope.startsWith('community:')))
  const devices = []
  for (const device of await reader.devices()) {
    const periods = await reader.periodsOf(device.staff)
    const isShared = periods.some(({ scope, takenAt }) => takenAt === null && mine.has(scope))
    if (isShared) {
      const { device: id, staff, heardAt, waiting, app } = device
      devices.push({ device: id, staff, heardAt, waiting, app })
    }
  }
  return devices
}
