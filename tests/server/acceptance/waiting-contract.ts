import { describe, expect, it } from 'vitest'
import { readCursor } from '../../../server/acceptance/cursor'
import { eraseAgain, eraseRecord } from '../../../server/acceptance/erase-record'
import { readHistory } from '../../../server/acceptance/history'
import { importChanges } from '../../../server/acceptance/import-changes'
import { photoVerified } from '../../../server/acceptance/photo-verified'
import type { Store } from '../../../server/store/store'
import type { FacilityId } from '../../../src/domain/facility'
import type { Ticket } from '../../../src/domain/ticket/ticket'
import { DAY } from '../../../src/domain/instant'
import { applyChange } from '../../../src/protocol/apply-change'
import { isGone, type Row } from '../../../src/protocol/row'
import { failure, T0, WirePhone, WireServer } from '../../support/acceptance'
import { nameId, newId } from '../../support/build/ids'
import { receiveTicket } from '../../support/build/ticket'
import { SCHEMA } from '../../../src/protocol/version'

const say = { act: 'say', words: '到了', photos: [] }
const photo = {
  width: 10,
  height: 10,
  bytes: 100,
  takenAt: T0,
  preview: 'data:image/webp;base64,A',
}
const ticketOf = (row: Row | undefined) =>
  row && !isGone(row) ? (row.record as unknown as Ticket) : null

/** What comes in the wrong order, in pieces or at the same time. */
export const waitingContract = (name: string, makeStore: () => Promise<Store>) => {
  const setUp = async () => {
    const server = new WireServer(await makeStore())
    const wang = await server.phone(['steward'])
    const li = await server.phone(['steward'])
    const receive = (phone: WirePhone, ticket: string, over: object = {}) =>
      phone.change('Ticket', ticket, receiveTicket(server.community, phone.caller.staff), over)
    return { server, wang, li, ticket: newId<Ticket['id']>(), receive }
  }

  describe(`what waits, over ${name}`, () => {
    it('[SY7] a group that waits goes on whole, brings its own record, and lets others go on', async () => {
      const { wang, li, ticket, receive } = await setUp()
      const [group, other] = [newId(), newId()]
      const waiting = [
        li.change('Ticket', ticket, say, { group }),
        receive(li, other, { group }),
        li.change('Ticket', other, say),
      ]
      const parked = ['parked', 'parked', 'parked']
      const outcomesOf = async () => (await li.sync(waiting)).outcomes.map((each) => each.outcome)
      expect(await outcomesOf()).toEqual(parked)
      const { rows } = await wang.sync([receive(wang, ticket)])
      expect(await outcomesOf()).toEqual(['accepted', 'accepted', 'accepted'])
      expect(rows.map(({ id }) => id)).toContain(other)
      expect(ticketOf(rows.find(({ id }) => id === other))?.thread).toHaveLength(2)
    })

    it('[SY7] what waits is spread over versions of at most 2,000 rows', async () => {
      const { server, wang, li, ticket, receive } = await setUp()
      for (let call = 0; call < 12; call += 1) {
        const groups = Array.from({ length: 4 }, () => newId())
        const waiting = groups.flatMap((group) => [
          li.change('Ticket', ticket, say, { group }),
          ...Array.from({ length: 49 }, () => receive(li, newId(), { group })),
        ])
        const { outcomes } = await li.sync(waiting)
        expect(new Set(outcomes.map(({ outcome }) => outcome))).toEqual(new Set(['parked']))
      }
      await wang.sync([receive(wang, ticket)])
      const all = new WirePhone(server, wang.caller)
      const perVersion = new Map<number, number>()
      for (let more = true; more;) {
        const answer = await all.sync([], { want: 5_000 })
        for (const { revision } of answer.rows)
          perVersion.set(revision, (perVersion.get(revision) ?? 0) + 1)
        more = answer.more
      }
      const counts = [...perVersion.values()]
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(12 * 4 * 49 + 1)
      expect(Math.max(...counts)).toBeLessThanOrEqual(2_000)
    })

    it('[SY29] marks of what is gone are forgotten after 400 days, and so is every older cursor', async () => {
      const { server, wang, ticket, receive } = await setUp()
      const stays = newId()
      await wang.sync([receive(wang, ticket), receive(wang, stays)])
      const old = wang.cursor
      const erasure = {
        ...{ kind: 'Ticket' as const, id: ticket, at: (server.clock += 1) },
        ...{ by: wang.caller.staff, reason: 'asked' as const },
      }
      await eraseRecord(server.store, server.company, erasure, {
        ...{ newMark: () => newId<string>(), nameId, writeDown: () => Promise.resolve() },
      })
      expect(await server.store.sweepGone(server.clock - 400 * DAY)).toBe(0)
      expect((await wang.sync()).rows).toMatchObject([{ id: ticket, gone: 'erased' }])
      server.clock += 401 * DAY
      expect(await server.store.sweepGone(server.clock - 400 * DAY)).toBeGreaterThan(0)
      const answer = await wang.sync([], { cursor: old })
      expect(answer.scopes.granted).toEqual(wang.caller.scopes)
      expect(answer.rows.map(({ id }) => id)).toEqual([stays])
    })

    it('[SY7] an act that stands before its record in one call waits for nothing', async () => {
      const { wang, ticket, receive } = await setUp()
      const changes = [wang.change('Ticket', ticket, say), receive(wang, ticket)]
      const { outcomes, rows } = await wang.sync(changes)
      expect(outcomes.map(({ outcome }) => outcome)).toEqual(['accepted', 'accepted'])
      expect(ticketOf(rows[0])?.thread).toHaveLength(2)
      expect((await wang.sync(changes)).outcomes).toEqual(outcomes)
    })

    it('[SY6] a stand-in inside a group takes the group with it', async () => {
      const { wang, ticket, receive } = await setUp()
      const group = newId()
      const standIn = { id: newId(), seq: 0, withdrawn: true }
      const first = receive(wang, ticket, { group })
      standIn.seq = wang.seq += 1
      const last = wang.change('Ticket', ticket, say, { group })
      const { outcomes, rows } = await wang.sync([first, standIn, last])
      expect(outcomes).toMatchObject([
        { id: first.id, outcome: 'refused', kind: 'group', cause: standIn.id },
        { id: standIn.id },
        { id: last.id, outcome: 'refused', kind: 'group', cause: standIn.id },
      ])
      expect(rows).toEqual([])
    })

    it('[SY6] a group torn apart inside a call is refused, and what stood between is taken', async () => {
      const { wang, ticket, receive } = await setUp()
      const group = newId()
      const changes = [
        receive(wang, ticket, { group }),
        receive(wang, newId()),
        wang.change('Ticket', ticket, say, { group }),
      ]
      const { outcomes, rows } = await wang.sync(changes)
      const told = outcomes.map((each) => ('kind' in each ? each.kind : each.outcome))
      expect(told).toEqual(['malformed', 'accepted', 'malformed'])
      expect(rows).toHaveLength(1)
    })

    it('[SY6] more than fifty are no group', async () => {
      const { wang, ticket, receive } = await setUp()
      const group = newId()
      const many = Array.from({ length: 50 }, () => wang.change('Ticket', ticket, say, { group }))
      const first = { ...receive(wang, ticket, { group }), seq: 1 }
      const changes = [first, ...many.map((change, index) => ({ ...change, seq: index + 2 }))]
      const { outcomes, rows } = await wang.sync(changes)
      expect(outcomes.every((each) => 'kind' in each && each.kind === 'malformed')).toBe(true)
      expect(rows).toEqual([])
    })

    it('[SY20] history is paged between versions, never inside one', async () => {
      const { server, wang } = await setUp()
      const facility = newId<FacilityId>()
      const act = receiveTicket(server.community, wang.caller.staff, { facility })
      const make = () => wang.change('Ticket', newId(), act)
      await wang.sync(Array.from({ length: 10 }, make))
      await wang.sync(Array.from({ length: 200 }, make))
      const page = (before: number) => readHistory(server.store, wang.caller, facility, before)
      await wang.sync([make()])
      const newest = await page(Number.MAX_SAFE_INTEGER)
      expect(newest).toMatchObject({ more: true })
      expect(newest.rows).toHaveLength(201)
      const older = await page(Math.min(...newest.rows.map(({ revision }) => revision)))
      expect(older.rows).toHaveLength(10)
      expect(older.more).toBe(false)
      const stranger = await server.phone(['steward'], [newId()])
      const theirs = await readHistory(server.store, stranger.caller, facility, 9_999)
      expect(theirs.rows).toEqual([])
    })

    it('[SY25] an import takes a change named twice once, and one it cannot read does not stop it', async () => {
      const { server, wang, ticket, receive } = await setUp()
      const { device, caller } = wang
      const administrator = await server.staff(['administrator'])
      const first = { ...receive(wang, ticket), device }
      const bad = { ...wang.change('Ticket', ticket, { act: 'say' }), device }
      const last = { ...wang.change('Ticket', ticket, say), device }
      const services = { now: () => server.clock, newMark: () => newId<string>(), nameId }
      const rolesOf = () => Promise.resolve(caller.roles)
      const take = (by: typeof administrator) =>
        importChanges(server.store, by, [first, first, bad, last], rolesOf, services)
      const outcomes = await take(administrator)
      const told = outcomes.map((each) => ('kind' in each ? each.kind : each.outcome))
      expect(told).toEqual(['accepted', 'accepted', 'malformed', 'accepted'])
      const [row] = (await wang.sync()).rows
      expect(ticketOf(row)?.takenBy).toBe(caller.staff)
      expect(await failure(take(await server.staff(['steward'])))).toEqual({ kind: 'forbidden' })
    })

    it('[SY1] a device that speaks for the first time twice at once has one person and one number', async () => {
      const { server, wang, li, receive } = await setUp()
      const shared = new WirePhone(server, li.caller, wang.device)
      const both = await Promise.all([
        failure(wang.sync([receive(wang, newId())])),
        failure(shared.sync([receive(shared, newId())])),
      ])
      const refused = both.filter((each) => each !== null)
      expect(refused).toEqual([{ kind: 'other-person' }])
      const owner = both[0] === null ? wang : shared
      expect(await failure(owner.sync([receive(owner, newId())]))).toBeNull()
    })

    it('[SY18] asks whose device it is before it says anything of the history', async () => {
      const { server, wang, li, receive, ticket } = await setUp()
      await wang.sync([receive(wang, ticket)])
      const twin = new WireServer(await makeStore(), undefined, server.company, server.community)
      const zhao = await twin.phone(['steward'])
      await zhao.sync([receive(zhao, newId())])
      const thief = new WirePhone(twin, li.caller, zhao.device)
      thief.cursor = wang.cursor
      expect(await failure(thief.sync())).toEqual({ kind: 'other-person' })
    })

    it('[SY24] a photo that comes while it is being named is missed by nobody', async () => {
      const { server, wang, li } = await setUp()
      for (let turn = 0; turn < 12; turn += 1) {
        const sha256 = turn.toString(16).repeat(64).slice(0, 64)
        const over = { photos: [{ ...photo, sha256 }] }
        const act = receiveTicket(server.community, wang.caller.staff, over)
        const arrived = {
          ...{ sha256, bytes: 100, type: 'image/webp' },
          ...{ staff: wang.caller.staff, verifiedAt: server.clock },
        }
        await Promise.all([
          wang.sync([wang.change('Ticket', newId(), act)]),
          photoVerified(server.store, server.company, arrived, newId<string>()),
          li.sync(),
        ])
      }
      const missing = new Map<string, readonly string[]>()
      for (const row of [...(await li.sync([], { cursor: null })).rows])
        if (!isGone(row)) missing.set(row.id, row.photosMissing ?? [])
      expect([...missing.values()].flat()).toEqual([])
      expect((await wang.sync()).missingPhotos).toEqual([])
    })

    it('[SY11] takes an older app’s work, gives it no rows it cannot read, and tells it to update', async () => {
      const store = await makeStore()
      const newer = new WireServer(store, { apply: applyChange, rowSchema: SCHEMA + 1 })
      const wang = await newer.phone(['steward'])
      const act = receiveTicket(newer.community, wang.caller.staff)
      const answer = await wang.sync([wang.change('Ticket', newId(), act)])
      expect(answer).toMatchObject({ update: true, rows: [] })
      expect(answer.outcomes).toMatchObject([{ outcome: 'accepted' }])
    })

    it('[SY61] leaves an older app’s cursor where it was, and names the history it answered from', async () => {
      const store = await makeStore()
      const rules = { apply: applyChange, rowSchema: SCHEMA }
      const server = new WireServer(store, rules)
      const wang = await server.phone(['steward'])
      const write = () => {
        const act = receiveTicket(server.community, wang.caller.staff)
        return wang.sync([wang.change('Ticket', newId(), act)])
      }
      await write()
      const read = readCursor(wang.cursor, server.clock)
      rules.rowSchema = SCHEMA + 1
      await write()
      const held = readCursor(wang.cursor, server.clock)
      expect(held?.scopes).toEqual(read?.scopes)
      expect(held?.issuedAt).toBe(read?.issuedAt)
      expect(held?.marks.map(({ version }) => version)).toEqual([2, 1])
      rules.rowSchema = SCHEMA
      expect((await wang.sync()).rows).toMatchObject([{ revision: 2 }])
      rules.rowSchema = SCHEMA + 1
      const unread = { cursor: 'not one of ours' }
      const late = wang.change(
        'Ticket',
        newId(),
        receiveTicket(server.community, wang.caller.staff),
      )
      expect((await wang.sync([late], unread)).outcomes).toMatchObject([{ outcome: 'accepted' }])
    })

    it('[SY70] an act of schema 1 becomes a record of today; its app gets no rows', async () => {
      const { server, wang, li, ticket } = await setUp()
      const { sounds: _, ...act } = receiveTicket(server.community, wang.caller.staff)
      const old = { schema: 1 }
      const answer = await wang.sync([wang.change('Ticket', ticket, act, old)], old)
      expect(answer).toMatchObject({ update: true, rows: [], outcomes: [{ outcome: 'accepted' }] })
      const [row] = (await li.sync()).rows
      expect(row).toMatchObject({ schema: SCHEMA, record: { sounds: [], joined: [] } })
      const told = li.change('Ticket', ticket, act)
      expect((await li.sync([told])).outcomes).toMatchObject([{ kind: 'malformed' }])
    })

    it('[SY17] a cursor nobody used for 400 days begins again from nothing', async () => {
      const { server, wang, li, ticket, receive } = await setUp()
      await wang.sync([receive(wang, ticket)])
      expect((await li.sync()).rows).toHaveLength(1)
      server.clock += 399 * 86_400_000
      expect((await li.sync()).scopes.granted).toEqual([])
      server.clock += 401 * 86_400_000
      expect((await li.sync()).scopes.granted).toContain(`community:${server.community}`)
    })

    const services = () => ({
      ...{ newMark: () => newId<string>(), nameId },
      writeDown: () => Promise.resolve(),
    })
    const erasureOf = (server: WireServer, id: string, by: WirePhone) => ({
      ...{ kind: 'Ticket' as const, id, at: server.clock, by: by.caller.staff },
      reason: 'asked' as const,
    })

    it('[SY26] an erased record is gone for everyone, and nothing sent again brings it back', async () => {
      const { server, wang, li, ticket, receive } = await setUp()
      const born = receive(wang, ticket)
      const told = wang.change('Ticket', ticket, say)
      const { outcomes } = await wang.sync([born, told])
      await li.sync()
      const erasure = erasureOf(server, ticket, wang)
      const erase = (id: string) =>
        eraseRecord(server.store, server.company, { ...erasure, id }, services())
      expect(await erase(newId())).toBeNull()
      expect(await erase(ticket)).toMatchObject(erasure)
      expect(await erase(ticket)).toMatchObject(erasure)
      expect((await li.sync()).rows).toMatchObject([{ id: ticket, gone: 'erased' }])
      expect((await wang.sync([born, told])).outcomes).toEqual(outcomes)
      const anew = await wang.sync([], { cursor: null })
      expect(anew.rows).toMatchObject([{ id: ticket, gone: 'erased' }])
      const erased = await server.store.read(server.company, (reader) => reader.erasures())
      expect(erased).toEqual([erasure])
    })

    it('[SY26] what is said of it afterwards is noted, kept by nobody, and harms no group', async () => {
      const { server, wang, li, ticket, receive } = await setUp()
      await wang.sync([receive(wang, ticket)])
      await li.sync()
      const erasure = erasureOf(server, ticket, wang)
      await eraseRecord(server.store, server.company, erasure, services())
      const [group, other] = [newId(), newId()]
      const changes = [
        li.change('Ticket', ticket, say),
        receive(li, ticket),
        li.change('Ticket', ticket, say, { group }),
        receive(li, other, { group }),
      ]
      const { outcomes, rows } = await li.sync(changes)
      const late = { outcome: 'noted', why: 'erased' }
      expect(outcomes).toMatchObject([late, late, late, { outcome: 'accepted' }])
      expect(rows.filter((row) => !isGone(row)).map(({ id }) => id)).toEqual([other])
      expect((await li.sync(changes)).outcomes).toEqual(outcomes)
    })

    it('[SY26] photos only it named are no longer held; those a second record names are', async () => {
      const { server, wang, ticket } = await setUp()
      const [own, shared] = ['1'.repeat(64), '2'.repeat(64)]
      const naming = (...hashes: string[]) =>
        receiveTicket(server.community, wang.caller.staff, {
          photos: hashes.map((sha256) => ({ ...photo, sha256 })),
        })
      await wang.sync([
        wang.change('Ticket', ticket, naming(own, shared)),
        wang.change('Ticket', newId(), naming(shared)),
      ])
      for (const sha256 of [own, shared]) {
        const arrived = {
          ...{ sha256, bytes: 100, type: 'image/webp' },
          ...{ staff: wang.caller.staff, verifiedAt: server.clock },
        }
        await photoVerified(server.store, server.company, arrived, newId<string>())
      }
      const erasure = erasureOf(server, ticket, wang)
      const done = await eraseRecord(server.store, server.company, erasure, services())
      expect(done?.photos).toEqual([own])
      const missing = await server.store.read(server.company, (reader) =>
        reader.missingPhotos([own, shared]),
      )
      expect([...missing]).toEqual([own])
    })

    it('[SY27] a restored server that is told again erases what it has, and lets nothing back it has not', async () => {
      const { server, wang, li, ticket, receive } = await setUp()
      const later = newId()
      const born = receive(wang, ticket)
      await wang.sync([born])
      await li.sync()
      const scopes = [`community:${server.community}` as const]
      const again = (id: string) =>
        eraseAgain(
          server.store,
          server.company,
          { ...erasureOf(server, id, wang), scopes, photos: [] },
          services(),
        )
      const waiting = li.change('Ticket', later, say)
      expect((await li.sync([waiting])).outcomes).toMatchObject([{ outcome: 'parked' }])
      expect([await again(ticket), await again(later)]).toEqual([true, true])
      expect([await again(ticket), await again(later)]).toEqual([false, false])
      const gone = { gone: 'erased', scope: scopes[0] }
      expect((await li.sync()).rows).toMatchObject([
        { id: ticket, ...gone },
        { id: later, ...gone },
      ])
      expect((await li.sync([waiting])).outcomes).toMatchObject([{ why: 'erased' }])
      const { outcomes } = await wang.sync([receive(wang, later)])
      expect(outcomes).toMatchObject([{ outcome: 'noted', why: 'erased' }])
      const seen = await wang.sync([], { cursor: null })
      expect(seen.rows.every(isGone)).toBe(true)
    })
  })
}
