import { Hono, type Context } from 'hono'
import * as v from 'valibot'
import { deviceIdSchema, recordIdSchema, type StaffId } from '../../src/domain/id'
import { changeSchema } from '../../src/protocol/change'
import { outcomeSchema } from '../../src/protocol/outcome'
import { syncRequestSchema, type SyncRequest } from '../../src/protocol/sync-request'
import { LIMITS } from '../../src/protocol/version'
import { acceptSync } from '../acceptance/accept-sync'
import { readHistory } from '../acceptance/history'
import { importChanges } from '../acceptance/import-changes'
import type { Env, ServerParts } from '../http/environment'
import { readEnvelope } from '../http/read-body'
import { callerOf, checkPerson } from '../http/require-session'
import { WireFailure } from '../http/wire-failure'

const { id, seq, by } = changeSchema.entries

/** Exported work: each change with the device it was made on; a bad one is an outcome of its own. */
export const importRequestSchema = v.object({
  changes: v.pipe(
    v.array(v.looseObject({ id, seq, by, device: deviceIdSchema })),
    v.minLength(1),
    v.maxLength(LIMITS.changesPerCall),
  ),
})

export const importAnswerSchema = v.object({ outcomes: v.array(outcomeSchema) })

/**
 * [DV3] Which device this session is of. Revoked, one that took a new id stays revoked, and the session
 * ends with the call that says that nothing waits.
 */
const noteDevice = async (
  c: Context<Env>,
  { sessions, store, services, streams }: ServerParts,
  { device, changes, waiting }: SyncRequest,
): Promise<void> => {
  const session = c.get('session')
  const { company, token, revokedAt } = session
  if (session.device !== device) await sessions.noteDevice(session, device)
  if (session.device !== device && revokedAt !== null)
    await store.write(company, (writer) => writer.setRevoked(device, services.now()))
  if (revokedAt === null || changes.length + waiting.changes + waiting.photos > 0) return
  await sessions.close(session)
  streams.endSession(token)
}

const sync = async (c: Context<Env>, parts: ServerParts): Promise<Response> => {
  const request = await readEnvelope(c, syncRequestSchema)
  const { store, services, acceptance } = parts
  const answer = await acceptSync(store, callerOf(c), request, services, acceptance)
  if (request.changes.length > 0) parts.watch.lookSoon()
  await noteDevice(c, parts, request)
  return c.json(answer)
}

const history = async (c: Context<Env>, parts: ServerParts): Promise<Response> => {
  checkPerson(c)
  const about = c.req.query('record') ?? c.req.query('place') ?? ''
  const before = Number(c.req.query('before') ?? Number.MAX_SAFE_INTEGER)
  if (!v.is(recordIdSchema, about) || !Number.isSafeInteger(before) || before < 0)
    throw new WireFailure('malformed', { details: ['record', 'place', 'before'] })
  return c.json(await readHistory(parts.store, callerOf(c), about, before))
}

const takeInExported = async (c: Context<Env>, parts: ServerParts): Promise<Response> => {
  checkPerson(c)
  const { changes } = await readEnvelope(c, importRequestSchema)
  const caller = callerOf(c)
  // A closed account drains what is its own; it no longer stands in for others.
  const roles = c.get('account').closedAt === null ? caller.roles : []
  const rolesOf = async (staff: StaffId) =>
    staff === caller.staff
      ? caller.roles
      : ((await parts.accounts.byStaff(caller.company, staff))?.roles ?? [])
  const importer = { ...caller, roles }
  const outcomes = await importChanges(parts.store, importer, changes, rolesOf, parts.services)
  parts.watch.lookSoon()
  return c.json({ outcomes })
}

export const syncRoutes = (parts: ServerParts): Hono<Env> => {
  const routes = new Hono<Env>()
  routes.post('/sync', (c) => sync(c, parts))
  routes.get('/history', (c) => history(c, parts))
  routes.post('/changes/import', (c) => takeInExported(c, parts))
  return routes
}
