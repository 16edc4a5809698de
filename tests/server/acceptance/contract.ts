import { describe, expect, it } from 'vitest'
import { grantScopes } from '../../../server/acceptance/grant-scopes'
import { importChanges } from '../../../server/acceptance/import-changes'
import { photoVerified } from '../../../server/acceptance/photo-verified'
import type { Store } from '../../../server/store/store'
import type { CommunityId } from '../../../src/domain/community'
import type { Ticket } from '../../../src/domain/ticket/ticket'
import { isGone } from '../../../src/protocol/row'
import { nameId, newId } from '../../support/build/ids'
import { receiveTicket } from '../../support/build/ticket'
import { failure, T0, WirePhone, WireServer } from '../../support/acceptance'
import { SCHEMA } from '../../../src/protocol/version'

const photo = (letter: string) => ({
  sha256: letter.repeat(64),
  width: 10,
  height: 10,
  bytes: 100,
  takenAt: T0,
  preview: 'data:image/webp;base64,AAAA',
})

/** What every store must give acceptance; run once for memory and once for PostgreSQL. */
export const acceptanceContract = (name: string, makeStore: () => Promise<Store>) => {
  const setUp = async () => {
    const server = new WireServer(await makeStore())
    const wang = await server.phone(['steward'])
    const ticket = newId<Ticket['id']>()
    const receive = wang.change(
      'Ticket',
      ticket,
      receiveTicket(server.community, wang.caller.staff),
    )
    return { server, wang, ticket, receive }
  }

  describe(`acceptance over ${name}`, () => {
    it('[SY1] processes nothing for anyone but the session’s person', async () => {
      const { server, wang, receive } = await setUp()
      const li = await server.phone(['steward'])
      const foreign = { kind: 'other-person' }
      expect(await failure(wang.sync([receive], { staff: li.caller.staff }))).toEqual(foreign)
      expect(await failure(wang.sync([{ ...receive, by: li.caller.staff }]))).toEqual(foreign)
      await wang.sync([receive])
      const stolen = new WirePhone(server, li.caller, wang.device)
      expect(await failure(stolen.sync())).toEqual(foreign)
    })

    it('[SY2] remembers each outcome for ever, whatever device or number brings it', async () => {
      const { wang, receive } = await setUp()
      const first = await wang.sync([receive])
      expect(first.outcomes).toMatchObject([{ id: receive.id, outcome: 'accepted', version: 1 }])
      expect((await wang.sync([receive])).outcomes).toEqual(first.outcomes)
      const again = new WirePhone(wang.server, wang.caller)
      expect((await again.sync([{ ...receive, seq: 1 }])).outcomes).toEqual(first.outcomes)
      expect((await again.sync()).rows).toEqual([])
    })

    it('[DV3] takes from a device that is revoked, marked, and gives it nothing until it is given back', async () => {
      const { server, wang, receive, ticket } = await setUp()
      await wang.sync([receive])
      const before = server.clock
      const set = (at: number | null) =>
        server.store.write(server.company, (writer) => writer.setRevoked(wang.device, at))
      expect(await set(server.clock)).toBe(true)
      const words = { act: 'say', words: '停用前写的', photos: [] }
      const late = await wang.sync([wang.change('Ticket', ticket, words, { at: before })])
      expect(late.outcomes).toMatchObject([{ outcome: 'accepted', marks: ['after-revocation'] }])
      expect(late).toMatchObject({ revoked: true, rows: [], more: false })
      expect(late.scopes).toMatchObject({ granted: [], revoked: wang.caller.scopes })
      const fresh = await wang.sync([], { cursor: null })
      expect(fresh).toMatchObject({ revoked: true, rows: [] })
      expect(await set(null)).toBe(true)
      const back = await wang.sync()
      expect(back.rows).toHaveLength(1)
      expect(back).not.toHaveProperty('revoked')
      const other = new WirePhone(server, wang.caller)
      expect((await other.sync()).rows).toHaveLength(1)
      const unknown = newId<typeof wang.device>()
      expect(await server.store.write(server.company, (w) => w.setRevoked(unknown, T0))).toBe(false)
    })

    it('[SY3] names a gap and a fork, and processes nothing of either call', async () => {
      const { server, wang, receive } = await setUp()
      const gap = { ...receive, seq: 3 }
      expect(await failure(wang.sync([gap]))).toEqual({ kind: 'sequence-gap', expected: 1 })
      await wang.sync([receive])
      const act = receiveTicket(server.community, wang.caller.staff)
      const fork = { ...wang.change('Ticket', newId(), act), seq: 1 }
      expect(await failure(wang.sync([fork]))).toEqual({ kind: 'device-forked' })
      expect((await wang.sync([], { cursor: null })).rows).toHaveLength(1)
    })

    it('[SY4] answers a bad change with an outcome, and goes on with what follows', async () => {
      const { server, wang, ticket, receive } = await setUp()
      const say = { act: 'say', words: '到了', photos: [] }
      const changes = [
        receive,
        { ...wang.change('Ticket', ticket, { act: 'say' }) },
        { ...wang.change('Ticket', ticket, say), kind: 'Dragon' },
        wang.change('Ticket', ticket, { act: 'fly' }),
        wang.change('Ticket', ticket, { ...say, words: 'x'.repeat(140_000) }),
        wang.change('Staff', newId(), {
          act: 'enrol',
          ...{ staff: { id: newId(), name: '王', roles: ['steward'], active: true } },
        }),
        wang.change('Ticket', ticket, { act: 'close', from: 'received' }),
        { id: newId(), seq: (wang.seq += 1), withdrawn: true },
        wang.change('Ticket', ticket, say),
      ]
      const { outcomes } = await wang.sync(changes)
      expect(outcomes.map((each) => ('kind' in each ? each.kind : each.outcome))).toEqual([
        ...['accepted', 'malformed', 'unknown-kind', 'unknown-kind', 'too-large', 'forbidden'],
        ...['malformed', 'accepted', 'accepted'],
      ])
      expect(server.clock).toBeGreaterThan(T0)
    })

    it('[SY6] takes a group whole or not at all', async () => {
      const { wang, ticket, receive } = await setUp()
      const group = newId()
      const good = { ...receive, group }
      const bad = { ...wang.change('Ticket', ticket, { act: 'say' }), group }
      const { outcomes, rows } = await wang.sync([good, bad])
      expect(outcomes).toEqual([
        { id: good.id, outcome: 'refused', kind: 'group', cause: bad.id },
        { id: bad.id, outcome: 'refused', kind: 'malformed' },
      ])
      expect(rows).toEqual([])
    })

    it('[SY6] a change that cannot even be read takes its group with it', async () => {
      const { wang, ticket, receive } = await setUp()
      const group = newId()
      const say = { act: 'say', words: 'x', photos: [] }
      const bad = wang.change('Ticket', ticket, say, { group, at: 'yesterday' })
      const { outcomes } = await wang.sync([{ ...receive, group }, bad])
      expect(outcomes.map((each) => 'kind' in each && each.kind)).toEqual(['group', 'malformed'])
    })

    it('[SY2] the same change twice in one call is one change', async () => {
      const { wang, receive } = await setUp()
      const { outcomes } = await wang.sync([receive, receive])
      expect(outcomes.map(({ outcome }) => outcome)).toEqual(['accepted', 'accepted'])
    })

    it('[SY7] parks what speaks of a record not here, and applies it when the record comes', async () => {
      const { server, wang, ticket, receive } = await setUp()
      const li = await server.phone(['steward'])
      const say = li.change('Ticket', ticket, { act: 'say', words: '我先到了', photos: [] })
      expect((await li.sync([say])).outcomes).toEqual([{ id: say.id, outcome: 'parked' }])
      expect((await li.sync([say])).outcomes).toEqual([{ id: say.id, outcome: 'parked' }])
      const { rows } = await wang.sync([receive])
      const [row] = rows
      expect(row && !isGone(row) && (row.record as unknown as Ticket).thread).toHaveLength(2)
      expect((await li.sync([say])).outcomes).toMatchObject([{ id: say.id, outcome: 'accepted' }])
    })

    it('[SY8] corrects the time, never past its arrival, and marks what it cannot believe', async () => {
      const { server, wang, ticket, receive } = await setUp()
      const hour = 3_600_000
      const early = { ...receive, at: server.clock - hour, clockOffset: 1_000 }
      const say = (over: object) =>
        wang.change('Ticket', ticket, { act: 'say', words: 'x', photos: [] }, over)
      const future = say({ at: server.clock + hour })
      const off = say({ clockOffset: 11 * 60_000, at: server.clock })
      const { outcomes, serverTime } = await wang.sync([early, future, off])
      expect(outcomes[0]).toMatchObject({
        effectiveAt: T0 - hour + 1_000,
        marks: ['before-registration'],
      })
      expect(outcomes[1]).toMatchObject({ outcome: 'accepted' })
      const [, second, third] = outcomes
      expect(second && 'effectiveAt' in second && second.effectiveAt <= serverTime).toBe(true)
      expect(third).toMatchObject({ marks: ['clock-offset'] })
    })

    it('[SY9] accepts work in a scope once held, marks it, and brings no row back', async () => {
      const { server, wang, ticket, receive } = await setUp()
      await wang.sync([receive])
      await grantScopes(
        server.store,
        server.company,
        wang.caller.staff,
        [],
        (server.clock += 1_000),
      )
      const { caller } = wang
      const closed = { ...caller, roles: [], pastRoles: caller.roles, scopes: [] }
      const gone = new WirePhone(server, closed, wang.device)
      gone.seq = wang.seq
      gone.cursor = wang.cursor
      server.clock += 1_000
      const say = gone.change('Ticket', ticket, { act: 'say', words: '还在做', photos: [] })
      const answer = await gone.sync([say])
      expect(answer.outcomes).toMatchObject([{ outcome: 'accepted', marks: ['after-revocation'] }])
      expect(answer.rows).toEqual([])
      expect([...answer.scopes.revoked].sort()).toEqual([...wang.caller.scopes].sort())
      const elsewhere = receiveTicket(newId<CommunityId>(), wang.caller.staff)
      const foreign = gone.change('Ticket', newId(), elsewhere)
      expect((await gone.sync([foreign])).outcomes).toMatchObject([{ kind: 'forbidden' }])
    })

    it('[SY10] keeps a step that came too late in the thread', async () => {
      const { wang, ticket, receive } = await setUp()
      await wang.sync([receive])
      const accept = () => wang.change('Ticket', ticket, { act: 'accept', from: 'received' })
      const { outcomes } = await wang.sync([accept(), accept()])
      expect(outcomes).toMatchObject([
        { outcome: 'accepted' },
        { outcome: 'noted', why: 'came-too-late' },
      ])
    })

    it('[SY11] tells a newer app to wait and an older one to update, losing neither’s work', async () => {
      const { wang, receive } = await setUp()
      const behind = { kind: 'server-behind' }
      expect(await failure(wang.sync([{ ...receive, schema: SCHEMA + 1 }]))).toEqual(behind)
      expect(await failure(wang.sync([], { protocol: 2 }))).toEqual({ kind: 'protocol-unknown' })
    })

    it('[SY15] writes a record that moves as a row here and gone there, in one version', async () => {
      const server = new WireServer(await makeStore())
      const other = newId<CommunityId>()
      const both = await server.phone(['supervisor'], [server.community, other])
      const here = await server.phone(['steward'])
      const id = newId()
      const receive = receiveTicket(server.community, both.caller.staff)
      await both.sync([both.change('Ticket', id, receive)])
      expect((await here.sync()).rows).toHaveLength(1)
      const act = { act: 'relocate', community: other, place: null, home: null }
      const { rows } = await both.sync([both.change('Ticket', id, act)])
      expect(rows.map((row) => ('gone' in row ? row.gone : row.scope)).sort()).toEqual(
        [`community:${other}`, 'moved'].sort(),
      )
      expect((await here.sync()).rows).toMatchObject([{ id, gone: 'moved', revision: 2 }])
    })

    it('[SY16] pages in version order, never splits a version, and says what is incomplete', async () => {
      const { server, wang } = await setUp()
      wang.seq = 0
      const make = () =>
        wang.change('Ticket', newId(), receiveTicket(server.community, wang.caller.staff))
      for (let call = 0; call < 3; call += 1)
        await wang.sync(Array.from({ length: 150 }, make), { want: 200 })
      const li = await server.phone(['steward'])
      const first = await li.sync()
      expect(first.rows).toHaveLength(300)
      expect(first.more).toBe(true)
      expect(first.scopes.incomplete).toContain(`community:${server.community}`)
      const second = await li.sync()
      expect(second.rows).toHaveLength(150)
      expect(second).toMatchObject({ more: false, scopes: { incomplete: [] } })
      expect((await li.sync()).rows).toEqual([])
    })

    it('[SY17] starts a newly granted scope from nothing without the others starting over', async () => {
      const server = new WireServer(await makeStore())
      const other = newId<CommunityId>()
      const both = await server.phone(['supervisor'], [server.community, other])
      const make = (community: CommunityId) =>
        both.change('Ticket', newId(), receiveTicket(community, both.caller.staff))
      await both.sync([make(server.community), make(other)])
      const one = await server.phone(['steward'])
      expect((await one.sync()).rows).toHaveLength(1)
      const wider = { ...one.caller, scopes: both.caller.scopes }
      const more = new WirePhone(server, wider, one.device)
      more.cursor = one.cursor
      const answer = await more.sync()
      expect(answer.scopes.granted).toContain(`community:${other}`)
      expect(answer.rows.map(({ scope }) => scope)).toEqual([`community:${other}`])
    })

    it('[SY17] refuses a cursor it did not write', async () => {
      const { wang } = await setUp()
      for (const cursor of ['x', '{}', Buffer.from('{"t":1}').toString('base64url')])
        expect(await failure(wang.sync([], { cursor }))).toEqual({ kind: 'malformed' })
    })

    it('[SY18] notices a history that is not the one the cursor was read from', async () => {
      const { server, wang, receive } = await setUp()
      await wang.sync([receive])
      const twin = new WireServer(await makeStore(), undefined, server.company, server.community)
      const li = await twin.phone(['steward'])
      await li.sync([li.change('Ticket', newId(), receiveTicket(twin.community, li.caller.staff))])
      li.cursor = wang.cursor
      expect(await failure(li.sync())).toEqual({ kind: 'history-changed', common: 0 })
    })

    it('[SY19] leaves what was settled 90 days ago to the history', async () => {
      const { server, wang, ticket } = await setUp()
      wang.seq = 0
      const fixed = { after: [], words: '拧紧' }
      const act = receiveTicket(server.community, wang.caller.staff, { fixed })
      await wang.sync([wang.change('Ticket', ticket, act)])
      server.clock += 91 * 86_400_000
      const li = await server.phone(['steward'])
      expect(await li.sync()).toMatchObject({ rows: [], keptDays: 90 })
    })

    it('[SY24] says which photos are missing until their bytes are here', async () => {
      const { server, wang, ticket } = await setUp()
      wang.seq = 0
      const act = receiveTicket(server.community, wang.caller.staff, { photos: [photo('a')] })
      const { rows, missingPhotos } = await wang.sync([wang.change('Ticket', ticket, act)])
      expect(rows).toMatchObject([{ photosMissing: [photo('a').sha256] }])
      expect(missingPhotos).toEqual([photo('a').sha256])
      const verified = {
        ...{ sha256: photo('a').sha256, bytes: 100, type: 'image/webp' },
        ...{ staff: wang.caller.staff, verifiedAt: server.clock },
      }
      await photoVerified(server.store, server.company, verified, 'later')
      const after = await wang.sync()
      expect(after.rows).toMatchObject([{ id: ticket, revision: 2 }])
      expect(after.rows[0]).not.toHaveProperty('photosMissing')
      expect(after.missingPhotos).toEqual([])
    })

    it('[SY25] takes in exported work once, without moving its device’s numbers', async () => {
      const { server, wang, receive } = await setUp()
      const exported = [{ ...receive, device: wang.device }]
      const services = { now: () => server.clock, newMark: () => newId<string>(), nameId }
      const rolesOf = () => Promise.resolve(wang.caller.roles)
      const take = () => importChanges(server.store, wang.caller, exported, rolesOf, services)
      const first = await take()
      expect(first).toMatchObject([{ outcome: 'accepted' }])
      expect(await take()).toEqual(first)
      expect((await wang.sync([receive])).outcomes).toEqual(first)
    })

    it('[WI10] remembers who brought a photo’s record in, known before or not', async () => {
      const { server, wang } = await setUp()
      const administrator = (await server.phone(['administrator'])).caller
      const services = { now: () => server.clock, newMark: () => newId<string>(), nameId }
      const rolesOf = () => Promise.resolve(wang.caller.roles)
      const exported = (letter: string) => {
        const act = receiveTicket(server.community, wang.caller.staff, { photos: [photo(letter)] })
        return wang.change('Ticket', newId(), act)
      }
      const bring = (change: ReturnType<typeof exported>) =>
        importChanges(
          ...([server.store, administrator, [{ ...change, device: wang.device }]] as const),
          ...([rolesOf, services] as const),
        )
      const vouchers = (letter: string) =>
        server.store.read(server.company, (reader) => reader.vouchersOf(photo(letter).sha256))
      wang.seq = 0
      const sent = exported('d')
      await wang.sync([sent])
      expect(await vouchers('d')).toEqual([])
      const { staff } = administrator
      for (const change of [sent, exported('e')]) await bring(change)
      for (const letter of ['d', 'e'])
        expect(await vouchers(letter)).toMatchObject([{ kind: 'Ticket', staff }])
    })

    it('[WI10] lets a later importer vouch beside the first, and for an act that waits for its record', async () => {
      const { server, wang, receive, ticket } = await setUp()
      const services = { now: () => server.clock, newMark: () => newId<string>(), nameId }
      const rolesOf = () => Promise.resolve(wang.caller.roles)
      const say = wang.change('Ticket', ticket, { act: 'say', words: '', photos: [photo('f')] })
      const bring = (caller: typeof wang.caller, change: typeof say) =>
        importChanges(
          ...([server.store, caller, [{ ...change, device: wang.device }], rolesOf] as const),
          services,
        )
      const importers = [
        (await server.phone(['administrator'])).caller,
        (await server.phone(['administrator'])).caller,
        (await server.phone(['administrator'])).caller,
      ] as const
      expect(await bring(importers[0], say)).toMatchObject([{ outcome: 'parked' }])
      expect(await bring(importers[1], say)).toMatchObject([{ outcome: 'parked' }])
      await wang.sync([receive])
      await bring(importers[2], say)
      await bring(importers[2], say)
      const found = await server.store.read(server.company, (reader) =>
        reader.vouchersOf(photo('f').sha256),
      )
      expect(found.map(({ staff }) => staff).sort()).toEqual(
        importers.map(({ staff }) => staff).sort(),
      )
    })

    it('[SY30] says of a record which of its acts came by a file, and whose device nobody knows', async () => {
      const { server, wang, receive, ticket } = await setUp()
      const administrator = (await server.phone(['administrator'])).caller
      const services = { now: () => server.clock, newMark: () => newId<string>(), nameId }
      const rolesOf = () => Promise.resolve(wang.caller.roles)
      const bring = (caller: typeof wang.caller, change: object, device: typeof wang.device) =>
        importChanges(
          ...([server.store, caller, [{ ...receive, ...change, device }], rolesOf] as const),
          services,
        )
      await wang.sync()
      const words = (said: string) =>
        wang.change('Ticket', ticket, { act: 'say', words: said, photos: [] })
      const [own, forged, others] = [words('own'), words('forged'), words('others')]
      const li = await server.phone()
      await li.sync()
      await bring(wang.caller, receive, wang.device)
      await bring(wang.caller, own, wang.device)
      const [first] = await bring(administrator, forged, newId())
      expect(first).toMatchObject({ outcome: 'accepted', marks: ['before-registration'] })
      await bring(administrator, others, li.device)
      const { staff: importedBy } = administrator
      const marked = [
        { change: forged.id, marks: ['before-registration'], importedBy },
        { change: others.id, marks: ['before-registration'], importedBy },
      ]
      expect((await li.sync()).rows).toMatchObject([{ id: ticket, marked }])
      const say = words('later')
      await wang.sync([{ ...say, seq: 1 }])
      expect((await li.sync()).rows).toMatchObject([{ id: ticket, marked }])
    })

    it('keeps companies apart', async () => {
      const { server, wang, receive, ticket } = await setUp()
      await wang.sync([receive])
      const other = new WireServer(server.store, undefined, newId(), server.community)
      const spy = await other.phone(['administrator', 'steward'])
      expect((await spy.sync()).rows).toEqual([])
      const say = spy.change('Ticket', ticket, { act: 'say', words: 'hm', photos: [] })
      expect((await spy.sync([say])).outcomes).toMatchObject([{ outcome: 'parked' }])
    })
  })
}
