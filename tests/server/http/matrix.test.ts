import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Operation } from '../../../server/openapi/operation'
import { OPERATIONS } from '../../../server/openapi/operations'
import { scopesOf } from '../../../src/domain/permission'
import { ROLES, type Role } from '../../../src/domain/role'
import type { Ticket } from '../../../src/domain/ticket/ticket'
import { newId } from '../../support/build/ids'
import { receiveTicket } from '../../support/build/ticket'
import { BUSINESS_TABLES, databasePrint } from '../../support/database-print'
import type { HttpClient } from '../../support/http-client'
import type { HttpCompany } from '../../support/http-company'
import { testServer, type TestServer } from '../../support/server'
import { createUpload, offsetOf, sha256Of, upload, webpBytes } from '../../support/tus-upload'

/** Route × role × company: whoever does not belong sees nothing, not even that there is something. */

let server: TestServer
let ours: HttpCompany
let theirs: HttpCompany
let author: HttpClient
const ids = { ticket: '', caller: '', place: '', photo: '', device: '', staff: '', upload: '' }
const SECRET = '陈立 13800006021 要求保密'

const populate = async () => {
  author = await ours.signedIn('customerService', 'manager')
  const bytes = webpBytes()
  Object.assign(ids, { ticket: newId(), caller: newId(), place: newId() })
  Object.assign(ids, { photo: sha256Of(bytes), device: author.device, staff: author.staff })
  const photo = {
    ...{ sha256: ids.photo, width: 10, height: 10, bytes: 4_000, takenAt: 1_790_000_000_000 },
    preview: 'data:image/webp;base64,AAAA',
  }
  const receive = receiveTicket(ours.community, author.staff as Ticket['takenBy'], {
    place: ids.place as Ticket['place'],
    caller: ids.caller as Ticket['caller'],
  })
  const caller = {
    ...{ id: ids.caller, community: ours.community, ticket: ids.ticket, name: SECRET },
    ...{ phone: '13800006021', words: SECRET, saidAt: 1_790_000_000_000 },
  }
  await author.sync([
    author.change('Ticket', ids.ticket, { ...receive, photos: [photo] }),
    author.change('Caller', ids.caller, { act: 'note', caller }),
  ])
  await upload(author, bytes)
  const unfinished = await createUpload(author, 10, {
    ...{ sha256: 'e'.repeat(64), filetype: 'image/webp' },
  })
  ids.upload = unfinished.headers.get('location')?.split('/').at(-1) ?? ''
}

beforeAll(async () => {
  server = await testServer()
  ours = await server.company('萌芽物业')
  theirs = await server.company('青禾物业')
  await populate()
})
afterAll(() => server.close())

const closed = OPERATIONS.filter(({ open }) => !open)
/** What a call without ids of ours may answer: it did nothing, or something of their own. */
const ANY = [200, 201, 204, 400]
const isForAdministrator = ({ path }: Operation) => /\/(accounts|audit|devices|erasures)/.test(path)

/** The operation's address with the ids of our company's things in it. */
const addressOf = ({ path }: Operation, who: HttpClient) => {
  const filled = path
    .replace('{sha256}', ids.photo)
    .replace('{staff}', ids.staff)
    .replace('{device}', ids.device)
    .replace('{id}', ids.upload)
  const query = path.endsWith('/history') ? `record=${ids.ticket}` : `staff=${who.staff}`
  return `${filled}?${query}`
}

const bodyOf = ({ path }: Operation, who: HttpClient): unknown => {
  if (path.endsWith('/sync')) return who.envelope()
  if (path.endsWith('/accounts')) return { account: `x-${newId()}`, name: 'x', grants: [] }
  return {}
}

const callIt = async (operation: Operation, who: HttpClient) => {
  const { method } = operation
  if (operation.path.endsWith('/live')) {
    const abort = new AbortController()
    const response = await who.raw('GET', addressOf(operation, who), { signal: abort.signal })
    const { status } = response
    abort.abort()
    return { status, text: '' }
  }
  const hasBody = method === 'post' || method === 'patch'
  const type = operation.path.includes('/uploads')
    ? 'application/offset+octet-stream'
    : 'application/json'
  const init: RequestInit = {
    headers: { 'content-type': type, 'tus-resumable': '1.0.0', 'upload-offset': '0' },
    ...(hasBody ? { body: JSON.stringify(bodyOf(operation, who)) } : {}),
  }
  return who.call(method.toUpperCase(), addressOf(operation, who), init)
}

const expectNothingOf = (text: string) => {
  for (const secret of [...Object.values(ids).filter(Boolean), ours.id, ours.community, SECRET])
    expect(text).not.toContain(secret)
}

const named = closed.map(
  (operation) => [`${operation.method} ${operation.path}`, operation] as const,
)

describe('signed out', () => {
  it.each(named)('%s is 401', async (_name, operation) => {
    const reply = await callIt(operation, ours.stranger())
    expect(reply.status).toBe(401)
    expectNothingOf(reply.text)
  })

  it('an invented or foreign token is no token', async () => {
    const stranger = ours.stranger()
    for (const cookie of [
      'mengya=',
      `mengya=${'A'.repeat(43)}`,
      `mengya=${author.staff}`,
      'mengya=%00',
    ]) {
      stranger.cookie = cookie
      expect([cookie, (await stranger.call('GET', '/api/v1/session')).status]).toEqual([
        cookie,
        401,
      ])
    }
  })
})

describe.each(ROLES)('a %s of another company', (role: Role) => {
  it('learns nothing of ours on any route, and changes nothing', async () => {
    const who = await theirs.signedIn(role)
    const own = [...BUSINESS_TABLES].filter((table) => !['account', 'device'].includes(table))
    await who.sync()
    const before = await databasePrint(server.database.sql, own)
    for (const operation of closed.filter(({ path }) => !/\/(session|accounts)$/.test(path))) {
      const reply = await callIt(operation, who)
      expectNothingOf(reply.text)
      const isDenied = isForAdministrator(operation) && role !== 'administrator'
      const statuses = isDenied ? [403] : /\{/.test(operation.path) ? [400, 404] : ANY
      expect([operation.path, statuses.includes(reply.status)]).toEqual([operation.path, true])
    }
    expect(await databasePrint(server.database.sql, own)).toBe(before)
    const left = await offsetOf(author, `/api/v1/uploads/${ids.upload}`)
    expect([left.status, left.headers.get('upload-offset')]).toEqual([200, '0'])
  })

  it('cannot tell our photo, record or person from one that never was', async () => {
    const who = await theirs.signedIn(role)
    const pairs = [
      [`/photos/${ids.photo}?staff=${who.staff}`, `/photos/${'d'.repeat(64)}?staff=${who.staff}`],
      [`/history?record=${ids.ticket}`, `/history?record=${newId()}`],
      [`/history?place=${ids.place}`, `/history?place=${newId()}`],
    ]
    for (const [real = '', invented = ''] of pairs) {
      const [one, other] = [
        await who.call('GET', `/api/v1${real}`),
        await who.call('GET', `/api/v1${invented}`),
      ]
      expect([one.status, one.text]).toEqual([other.status, other.text])
    }
    const [real, invented] = [
      await who.call('POST', `/api/v1/accounts/${ids.staff}/close`),
      await who.call('POST', `/api/v1/accounts/${newId()}/close`),
    ]
    expect([real.status, real.text]).toEqual([invented.status, invented.text])
  })

  it('cannot touch our ticket by its id, or borrow our device or cursor', async () => {
    const who = await theirs.signedIn(role)
    const held = () =>
      server.database.sql`select * from record where company = ${ours.id} order by id`
    const before = await held()
    const say = who.change('Ticket', ids.ticket, { act: 'say', words: '越界', photos: [] })
    const answer = await who.sync([say])
    expect(['parked', 'refused']).toContain(answer.outcomes[0]?.outcome)
    const borrowed = await who.json('POST', '/api/v1/sync', {
      ...who.envelope(),
      ...{ device: ids.device, cursor: author.cursor },
    })
    expectNothingOf(borrowed.text.replaceAll(author.cursor ?? '-', ''))
    expect(await held()).toEqual(before)
  })
})

describe.each(ROLES)('a %s of our company', (role: Role) => {
  it('gets rows of their own scopes and no others, on every route that gives rows', async () => {
    const who = await ours.signedIn(role)
    const grants = [{ role, community: ours.community, buildings: [ours.building] }]
    const scopes = new Set<string>(scopesOf(grants, who.staff as Ticket['takenBy']))
    const { rows } = await who.sync([], { cursor: null })
    const history = await who.call('GET', `/api/v1/history?record=${ids.ticket}`)
    const older = (history.body as { rows: typeof rows }).rows
    for (const row of [...rows, ...older]) expect(scopes).toContain(row.scope)
    const hears = scopes.has(`callers:${ours.community}`)
    const text = JSON.stringify([rows, older])
    expect(text.includes(SECRET)).toBe(hears)
    expect(text.includes(ids.ticket)).toBe(true)
  })

  it('reaches what an administrator may only as one', async () => {
    const who = await ours.signedIn(role)
    for (const operation of closed.filter(isForAdministrator)) {
      if (role === 'administrator') continue
      const reply = await callIt(operation, who)
      expect([operation.path, reply.status]).toEqual([operation.path, 403])
    }
    const list = await who.call('GET', '/api/v1/accounts')
    expect(list.status).toBe(role === 'administrator' ? 200 : 403)
  })

  it('of another community sees neither ticket, caller, photo nor device', async () => {
    const who = await ours.signedIn(role)
    const { sql } = server.database
    await sql`update account set grants = ${sql.json([
      { role, community: newId(), buildings: [] },
    ])} where staff = ${who.staff}`
    const { rows } = await who.sync([], { cursor: null })
    const photo = await who.call('GET', `/api/v1/photos/${ids.photo}?staff=${who.staff}`)
    const history = await who.call('GET', `/api/v1/history?place=${ids.place}`)
    const presence = await who.call('GET', '/api/v1/presence')
    // Colleagues are the company's; nothing else of it came.
    expect(new Set(rows.map(({ kind }) => kind))).toEqual(new Set(['Staff']))
    expect(photo.status).toBe(404)
    expect(history.body).toEqual({ rows: [], more: false })
    expectNothingOf(presence.text)
  })
})
