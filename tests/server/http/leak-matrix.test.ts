import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { KIND_EXAMPLES } from '../../../server/openapi/example/kind-examples'
import { BUILDING, COMMUNITY, HOME } from '../../../server/openapi/example/names'
import type { StaffId } from '../../../src/domain/id'
import { KIND_NAMES, type KindName } from '../../../src/domain/kind-table'
import { mayAct, scopesOf, type Grant } from '../../../src/domain/permission'
import type { PlaceId } from '../../../src/domain/place'
import { ROLES, type Role } from '../../../src/domain/role'
import type { CalendarDay } from '../../../src/domain/calendar-day'
import { weeklySheetId } from '../../../src/domain/weekly-sheet/weekly-sheet'
import { wrapUpId } from '../../../src/domain/wrap-up/wrap-up'
import { anyKind } from '../../../src/protocol/apply-change'
import { nameId, newId } from '../../support/build/ids'
import { databasePrint } from '../../support/database-print'
import type { HttpClient } from '../../support/http-client'
import type { HttpCompany } from '../../support/http-company'
import { testServer, type TestServer } from '../../support/server'
import { sha256Of, upload, webpBytes } from '../../support/tus-upload'

/**
 * Role × buildings served × kind × route, over the real server: what is outside somebody's scopes does
 * not come back by any way, and an act without the right is refused and leaves no trace.
 */

let server: TestServer
let company: HttpCompany
let author: HttpClient
const bytes = webpBytes()
const sha256 = sha256Of(bytes)

type Example = Readonly<Record<string, unknown>> & { readonly act: string }
const exampleOf = (kind: KindName, name: string): Example =>
  (KIND_EXAMPLES[kind].acts as unknown as Record<string, Example>)[name] ?? { act: name }

/** A day and a week are somebody's own: their records are named after them. */
const recordOf = (kind: KindName): string => {
  const staff = author.staff as StaffId
  const { day, week } = exampleOf(kind, KIND_EXAMPLES[kind].story[0] ?? '') as unknown as {
    day: CalendarDay
    week: CalendarDay
  }
  if (kind === 'WrapUp') return wrapUpId(staff, COMMUNITY, day, nameId)
  if (kind === 'WeeklySheet') return weeklySheetId(staff, COMMUNITY, week, nameId)
  return KIND_EXAMPLES[kind].record
}
const photo = {
  ...{ sha256, width: 10, height: 10, bytes: bytes.length, takenAt: 1_790_000_000_000 },
  preview: 'data:image/webp;base64,AAAA',
}
const paper = { ...exampleOf('OwnerFile', 'paper'), photos: [photo] }

/** What only those may read who hold the scope of the record: names, numbers, words. */
const SECRETS: { readonly [scope: string]: readonly string[] } = {
  [`homes:${BUILDING}`]: ['退休教师', '在家用制氧机', 'OwnerFile', 'OwnerVisit'],
  [`callers:${COMMUNITY}`]: ['"kind":"Caller"', 'OwnerLetter', 'RepairNote'],
}

beforeAll(async () => {
  server = await testServer()
  company = Object.assign(await server.company('萌芽物业'), {
    ...{ community: COMMUNITY, building: BUILDING },
  })
  author = await company.signedIn(...ROLES)
  const opened = KIND_NAMES.map((kind) => {
    const act = exampleOf(kind, KIND_EXAMPLES[kind].story[0] ?? '')
    const own = kind === 'WrapUp' || kind === 'WeeklySheet' ? { staff: author.staff } : {}
    return author.change(kind, recordOf(kind), { ...act, ...own })
  })
  const changes = [...opened, author.change('OwnerFile', recordOf('OwnerFile'), paper)]
  const { outcomes } = await author.sync(changes)
  const odd = outcomes.filter(({ outcome }) => outcome !== 'accepted')
  if (odd.length > 0) throw new Error(`not taken: ${JSON.stringify(odd)}`)
  await upload(author, bytes)
})
afterAll(() => server.close())

const ELSEWHERE = newId<typeof COMMUNITY>()
/** How somebody stands to the building whose homes the records speak of. */
const STANDINGS = {
  'with the building': { community: COMMUNITY, buildings: [BUILDING] },
  'without a building': { community: COMMUNITY, buildings: [] },
  'with another building': { community: COMMUNITY, buildings: [newId<PlaceId>()] },
  'of another community': { community: ELSEWHERE, buildings: [newId<PlaceId>()] },
} as const
type Standing = keyof typeof STANDINGS | 'whose account is closed'

const signIn = async (role: Role, standing: Standing) => {
  const isClosed = standing === 'whose account is closed'
  const { community, buildings } = STANDINGS[isClosed ? 'with the building' : standing]
  const grant: Grant = { role, community, buildings: [...buildings] }
  const [building = newId<PlaceId>()] = buildings
  // Granted so from the first day: work where somebody once served is taken for ever ([SY9]).
  Object.assign(company, { community, building })
  const who = await company.signedIn(role)
  Object.assign(company, { community: COMMUNITY, building: BUILDING })
  if (isClosed) await author.call('POST', `/api/v1/accounts/${who.staff}/close`)
  const scopes = isClosed ? [] : scopesOf([grant], who.staff as StaffId)
  if (buildings.length === 0) {
    const { sql } = server.database
    await sql`update account set grants = ${sql.json([{ ...grant }])} where staff = ${who.staff}`
  }
  return { who, scopes: new Set<string>(scopes) }
}

const expectOnly = (text: string, scopes: ReadonlySet<string>) => {
  for (const [scope, secrets] of Object.entries(SECRETS))
    if (!scopes.has(scope)) for (const secret of secrets) expect(text).not.toContain(secret)
}

const CASES = ROLES.flatMap((role) =>
  ([...Object.keys(STANDINGS), 'whose account is closed'] as Standing[]).map(
    (standing) => [role, standing] as const,
  ),
)

describe.each(CASES)('a %s %s', (role, standing) => {
  let who: HttpClient
  let scopes: ReadonlySet<string>
  beforeAll(async () => {
    ;({ who, scopes } = await signIn(role, standing))
  })

  it('is given their own scopes and no more, by every route', async () => {
    const reply = await who.json('POST', '/api/v1/sync', who.envelope([], { cursor: null }))
    const isIn = reply.status === 200
    const { rows } = isIn ? (reply.body as { rows: { scope: string }[] }) : { rows: [] }
    for (const { scope } of rows) expect(scopes).toContain(scope)
    expectOnly(reply.text, scopes)
    for (const about of [HOME, BUILDING, COMMUNITY, ...KIND_NAMES.map(recordOf)]) {
      const history = await who.call('GET', `/api/v1/history?record=${about}&staff=${who.staff}`)
      const older = history.status === 200 ? (history.body as { rows: typeof rows }).rows : []
      for (const { scope } of older) expect(scopes).toContain(scope)
      expectOnly(history.text, scopes)
    }
    const mayLook = scopes.has(`homes:${BUILDING}`)
    for (const method of ['HEAD', 'GET']) {
      const [real, invented] = [
        await who.call(method, `/api/v1/photos/${sha256}?staff=${who.staff}`),
        await who.call(method, `/api/v1/photos/${'d'.repeat(64)}?staff=${who.staff}`),
      ]
      expect(real.status === 200).toBe(mayLook)
      if (!mayLook) expect([real.status, real.text]).toEqual([invented.status, invented.text])
    }
    const paths = ['/presence', '/erasures', '/accounts', '/devices', '/audit']
    for (const path of [...paths, `/accounts/${author.staff}/open-work`])
      expectOnly((await who.call('GET', `/api/v1${path}?staff=${who.staff}`)).text, scopes)
  })

  // Whoever is closed may still drain: what they did where they served is taken, marked ([SY9]).
  if (standing === 'whose account is closed') return
  it('changes nothing of what is not theirs', async () => {
    const tables = ['record', 'gone', 'photo_name']
    const before = await databasePrint(server.database.sql, tables)
    const tried = KIND_NAMES.flatMap((kind) => {
      const { body } = held(kind)
      const isTheirs = scopes.has(anyKind(kind).scopeOf(body))
      return Object.keys(KIND_EXAMPLES[kind].acts).flatMap((name) =>
        isTheirs && mayAct([role], kind, name) ? [] : [{ kind, name }],
      )
    })
    const changes = tried.map(({ kind, name }) =>
      who.change(kind, recordOf(kind), exampleOf(kind, name)),
    )
    const reply = await who.json('POST', '/api/v1/sync', who.envelope(changes.slice(0, 200)))
    expect(reply.status).toBe(200)
    const { outcomes } = reply.body as { outcomes: { outcome: string; kind?: string }[] }
    const odd = outcomes.flatMap((each, index) =>
      each.outcome === 'refused' ? [] : [{ ...each, ...tried[index] }],
    )
    expect(odd).toEqual([])
    expectOnly(reply.text, scopes)
    expect(await databasePrint(server.database.sql, tables)).toBe(before)
  })
})

const bodies = new Map<string, ReturnType<typeof createdBy>>()
/** The record as its first act makes it: only its scope is asked. */
const createdBy = (kind: KindName) => {
  const name = KIND_EXAMPLES[kind].story[0] ?? ''
  const own = kind === 'WrapUp' || kind === 'WeeklySheet' ? { staff: author.staff } : {}
  const done = anyKind(kind).apply(null, { ...exampleOf(kind, name), ...own } as never, {
    ...{ at: 1, by: author.staff as StaffId, change: newId<never>(), nameId },
    record: recordOf(kind),
  })
  if (done.outcome === 'refused') throw new Error(`${kind} was refused`)
  return { body: done.record }
}
const held = (kind: KindName) => {
  const known = bodies.get(kind) ?? createdBy(kind)
  bodies.set(kind, known)
  return known
}
