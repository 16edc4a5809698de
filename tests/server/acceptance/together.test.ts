import { afterAll, describe, expect, it } from 'vitest'
import { acceptSync } from '../../../server/acceptance/accept-sync'
import { pushTogether } from '../../../server/acceptance/push-together'
import type { Caller } from '../../../server/acceptance/caller'
import type { Store } from '../../../server/store/store'
import { MemoryStore } from '../../../server/store/memory/memory-store'
import type { Ticket } from '../../../src/domain/ticket/ticket'
import { applyChange } from '../../../src/protocol/apply-change'
import { isGone } from '../../../src/protocol/row'
import type { SyncRequest } from '../../../src/protocol/sync-request'
import { failure, WireServer } from '../../support/acceptance'
import { nameId, newId } from '../../support/build/ids'
import { receiveTicket } from '../../support/build/ticket'
import { postgresStore } from '../../support/postgres-store'

/** A server whose calls share transactions, as the real one's do. */
class SharingServer extends WireServer {
  readonly #services = {
    now: () => (this.clock += 1),
    newMark: () => newId<string>(),
    nameId,
  }
  readonly #push = pushTogether(this.store, this.#services)

  override accept(caller: Caller, request: SyncRequest) {
    const parts = { apply: applyChange, push: this.#push }
    return acceptSync(this.store, caller, request, this.#services, parts)
  }
}

const say = { act: 'say', words: '到了', photos: [] }
const opened: { close(): Promise<void> }[] = []
const overPostgres = async () => {
  const made = await postgresStore(4)
  opened.push(made)
  return made.store
}

afterAll(async () => {
  for (const each of opened) await each.close()
})

const STORES: readonly [string, () => Promise<Store>][] = [
  ['memory', () => Promise.resolve(new MemoryStore())],
  ['PostgreSQL', overPostgres],
]

describe.each(STORES)('[SY28] calls that share a transaction, over %s', (_name, makeStore) => {
  const setUp = async (count: number) => {
    const server = new SharingServer(await makeStore())
    const phones = await Promise.all(Array.from({ length: count }, () => server.phone(['steward'])))
    return { server, phones }
  }

  it('have a version, an outcome and rows each, as if each were alone', async () => {
    const { server, phones } = await setUp(20)
    const ids = phones.map(() => newId<Ticket['id']>())
    const answers = await Promise.all(
      phones.map((phone, index) => {
        const act = receiveTicket(server.community, phone.caller.staff)
        return phone.sync([phone.change('Ticket', ids[index] ?? '', act)])
      }),
    )
    const versions = answers.map(({ outcomes: [first] }) =>
      first && 'version' in first ? first.version : 0,
    )
    expect([...versions].sort((a, b) => a - b)).toEqual(versions.map((_, index) => index + 1))
    for (const [index, { rows }] of answers.entries())
      expect(rows.find(({ id }) => id === ids[index])?.revision).toBe(versions[index])
    const reader = await server.phone(['supervisor'])
    expect((await reader.sync()).rows).toHaveLength(20)
  })

  it('on one record, each stands on what the others left; what waits finds its record', async () => {
    const { server, phones } = await setUp(12)
    const ticket = newId<Ticket['id']>()
    await Promise.all(
      phones.map((phone, index) => {
        const act = index === 5 ? receiveTicket(server.community, phone.caller.staff) : say
        return phone.sync([phone.change('Ticket', ticket, act)])
      }),
    )
    const reader = await server.phone(['supervisor'])
    const [row] = (await reader.sync()).rows
    const thread = row && !isGone(row) ? (row.record as unknown as Ticket).thread : []
    expect(new Set(thread.map(({ change }) => change)).size).toBe(12)
    expect(thread).toHaveLength(12)
  })

  it('fail alone: a gap, a stranger’s device and a fork leave the others standing', async () => {
    const { server, phones } = await setUp(6)
    const [first, gap, thief, twice, last] = phones
    if (!first || !gap || !thief || !twice || !last) throw new Error('too few')
    const make = (phone: typeof first, over: object = {}) =>
      phone.change('Ticket', newId(), receiveTicket(server.community, phone.caller.staff), over)
    await last.sync([make(last)])
    const doubled = twice.request([make(twice)])
    const told = await Promise.all([
      failure(first.sync([make(first)])),
      failure(gap.sync([make(gap, { seq: 9 })])),
      failure(thief.sync([make(thief)], { device: last.device })),
      failure(server.accept(twice.caller, doubled)),
      failure(server.accept(twice.caller, doubled)),
      failure(last.sync([make(last, { seq: 1 })])),
      failure(last.sync([make(last)], { cursor: 'x' })),
    ])
    expect(told).toEqual([
      null,
      { kind: 'sequence-gap', expected: 1 },
      { kind: 'other-person' },
      null,
      null,
      { kind: 'device-forked' },
      { kind: 'malformed' },
    ])
    const reader = await server.phone(['supervisor'])
    expect((await reader.sync()).rows).toHaveLength(3)
  })

  it('that break something nobody foresaw break for themselves alone', async () => {
    const { server, phones } = await setUp(8)
    const broken = phones[3]?.caller.staff
    const write = server.store.write.bind(server.store)
    server.store.write = (company, work) =>
      write(company, (writer) => {
        const ground = writer.ground.bind(writer)
        writer.ground = (needs) =>
          broken !== undefined && needs.staff.includes(broken)
            ? Promise.reject(new Error('broken'))
            : ground(needs)
        return work(writer)
      })
    const told = await Promise.all(
      phones.map((phone) => {
        const act = receiveTicket(server.community, phone.caller.staff)
        return failure(phone.sync([phone.change('Ticket', newId(), act)]))
      }),
    )
    expect(told.map((each) => each === null)).toEqual(phones.map((_each, index) => index !== 3))
  })
})
