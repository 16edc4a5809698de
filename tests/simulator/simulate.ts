import { createHash } from 'node:crypto'
import type { AcceptanceParts } from '../../server/acceptance/accept-sync'
import { grantScopes } from '../../server/acceptance/grant-scopes'
import type { CompanyState } from '../../server/store/memory/company-state'
import { MemoryReader } from '../../server/store/memory/memory-reader'
import { MemoryStore } from '../../server/store/memory/memory-store'
import type { StoreReader, StoreWriter } from '../../server/store/store'
import type { CommunityId } from '../../src/domain/community'
import type { CompanyId } from '../../src/domain/id'
import { KINDS } from '../../src/domain/kind-table'
import { scopesOf, type Grant } from '../../src/domain/permission'
import type { Ticket } from '../../src/domain/ticket/ticket'
import { applyChange as applyReal } from '../../src/protocol/apply-change'
import type { SyncWire } from '../../src/sync/wire'
import { WireServer } from '../support/acceptance'
import { serverWire, type Weather } from '../support/server-wire'
import { Chance } from './chance'
import { PhotoShelf } from './photo-shelf'
import { Died, SimPhone } from './sim-phone'

/** Parts of the house taken out on purpose, to see the oracles go red. */
export type Control =
  'no-apply-check' | 'ack-before-commit' | 'plain-sequence' | 'removed-at-outcome'

export interface Simulated {
  readonly seed: number
  readonly digest: string
  /** Empty when every oracle holds. */
  readonly faults: readonly string[]
}

const PHONES = 3
const STEPS = 30

/** Trusts an answer although the transaction is then thrown away. */
class ForgetfulStore extends MemoryStore {
  constructor(private readonly chance: Chance) {
    super()
  }

  override async write<T>(
    company: CompanyId,
    work: Parameters<MemoryStore['write']>[1],
  ): Promise<T> {
    const before = this.stateOf(company)
    const value = await super.write(company, work)
    if (this.chance.isLucky(0.1))
      this.restore(company, { ...before, devices: this.stateOf(company).devices })
    return value as T
  }
}

/**
 * Hands out numbers that are known before their work is seen, as a sequence does: a slow writer's rows
 * come into sight when the next writer is done.
 */
class SequenceStore extends MemoryStore {
  #seenBefore: CompanyState | null = null

  constructor(private readonly chance: Chance) {
    super()
  }

  override async write<T>(
    company: CompanyId,
    work: (writer: StoreWriter) => Promise<T>,
  ): Promise<T> {
    const before = this.stateOf(company)
    const value = await super.write(company, work)
    this.#seenBefore = this.chance.isLucky(0.2) ? before : null
    return value
  }

  override read<T>(company: CompanyId, work: (reader: StoreReader) => Promise<T>): Promise<T> {
    const state = this.stateOf(company)
    const { records, gone } = this.#seenBefore ?? state
    return work(new MemoryReader({ ...state, records, gone }))
  }
}

/** Remembers no outcome: what was answered before is taken as new. */
class UnrememberingStore extends MemoryStore {
  override write<T>(company: CompanyId, work: (writer: StoreWriter) => Promise<T>): Promise<T> {
    return super.write(company, (writer) => {
      const ground = writer.ground.bind(writer)
      writer.ground = async (needs) => ({ ...(await ground(needs)), outcomes: new Map() })
      return work(writer)
    })
  }
}

const storeFor = (control: Control | null, chance: Chance): MemoryStore => {
  if (control === 'ack-before-commit') return new ForgetfulStore(chance)
  if (control === 'plain-sequence') return new SequenceStore(chance)
  if (control === 'no-apply-check') return new UnrememberingStore()
  return new MemoryStore()
}

/** Does not look whether an act is in the thread already. */
const unchecked: AcceptanceParts = {
  apply: (record, change, at, nameId) => {
    if (record === null || !('thread' in record)) return applyReal(record, change, at, nameId)
    const known = record.thread.filter((entry) => entry.change === change.id)
    const thread = record.thread.filter((entry) => entry.change !== change.id)
    const result = applyReal({ ...record, thread } as Ticket, change, at, nameId)
    if (result.outcome === 'refused' || !('thread' in result.record)) return result
    const doubled = [...known, ...result.record.thread] as Ticket['thread']
    return { ...result, record: { ...(result.record as Ticket), thread: doubled } }
  },
}

const weatherOf = (chance: Chance): Weather => {
  const luck = chance.next()
  if (luck < 0.12) return 'lost-before'
  if (luck < 0.24) return 'lost-after'
  if (luck < 0.32) return 'doubled'
  return luck < 0.4 ? 'stray' : 'fine'
}

/** A server whose pages are small: what was answered and what shows it come in different calls. */
class SmallPages extends WireServer {
  override accept(...[caller, request]: Parameters<WireServer['accept']>) {
    return super.accept(caller, { ...request, want: 3 })
  }
}

class Simulation {
  readonly chance: Chance
  readonly store: MemoryStore
  readonly server: WireServer
  readonly phones: SimPhone[] = []
  readonly story: string[] = []
  readonly communities: readonly CommunityId[]
  isStormy = true
  readonly #shelf: PhotoShelf
  readonly #vanished: string[] = []
  #backup: CompanyState | null = null

  constructor(
    readonly seed: number,
    readonly control: Control | null,
  ) {
    this.chance = new Chance(seed)
    this.store = storeFor(control, this.chance)
    const parts = control === 'no-apply-check' ? unchecked : undefined
    const [company, community] = [this.chance.id(), this.chance.id()]
    const Server = seed % 4 === 0 ? SmallPages : WireServer
    this.server = new Server(this.store, parts, company as CompanyId, community as CommunityId)
    this.#shelf = new PhotoShelf(this.server, this.chance, () => this.isStormy)
    this.server.newMark = () => this.chance.id()
    this.communities = [this.server.community, this.chance.id() as CommunityId]
  }

  #grantsIn(communities: readonly CommunityId[]): readonly Grant[] {
    return communities.map((community) => ({ role: 'steward', community, buildings: [] }))
  }

  #wire = (phone: SimPhone): SyncWire => {
    const weather = () => (this.isStormy ? weatherOf(this.chance) : 'fine')
    const inner = serverWire(this.server, () => phone.caller, weather)
    return {
      post: async (request, signal) => {
        const reply = await inner.post(request, signal)
        if (this.isStormy && this.chance.isLucky(0.06)) phone.die()
        if (this.isStormy && this.chance.isLucky(0.08))
          await phone.inOtherTab(() =>
            this.chance.isLucky(0.5) ? phone.actAtRandom(this.communities) : phone.sync(2),
          )
        return reply
      },
    }
  }

  async begin(): Promise<void> {
    for (let index = 0; index < PHONES; index += 1) {
      const staff = this.chance.id() as SimPhone['caller']['staff']
      const { company } = this.server
      const grants = this.#grantsIn(this.communities)
      await grantScopes(this.store, company, staff, grants, this.server.clock)
      const caller = {
        company,
        staff,
        roles: ['steward' as const],
        scopes: scopesOf(grants, staff),
      }
      const world = {
        ...{ chance: this.chance, now: () => (this.server.clock += 7), wireOf: this.#wire },
        photosOf: (phone: SimPhone) => this.#shelf.wireOf(phone),
        isHasty: this.control === 'removed-at-outcome',
      }
      this.phones.push(new SimPhone(`p${index}`, caller, world))
    }
  }

  /** From now on this person serves these communities and no others. */
  async #grant(phone: SimPhone, communities: readonly CommunityId[]): Promise<void> {
    const grants = this.#grantsIn(communities)
    const { company, staff } = phone.caller
    await grantScopes(this.store, company, staff, grants, this.server.clock)
    phone.caller = { ...phone.caller, scopes: scopesOf(grants, staff) }
  }

  async step(): Promise<void> {
    const phone = this.chance.pick(this.phones)
    const luck = this.chance.next()
    const name = `${phone.name} ${luck.toFixed(2)}`
    this.story.push(name)
    if (luck < 0.5) return phone.actAtRandom(this.communities)
    if (luck < 0.82) {
      await phone.sync(4).catch((error: unknown) => {
        if (!(error instanceof Died)) throw error
      })
      for (const id of await phone.vanished())
        this.#vanished.push(`${phone.name} no longer shows ${id}`)
      return
    }
    if (luck < 0.88) {
      phone.crash()
      return
    }
    if (luck < 0.9) return phone.prune()
    if (luck < 0.92) {
      phone.clockError = (this.chance.whole(7) - 3) * 86_400_000
      return
    }
    if (luck < 0.95)
      return this.#grant(
        phone,
        this.communities.filter(() => this.chance.isLucky(0.5)),
      )
    if (luck < 0.975) {
      this.#backup = this.store.stateOf(this.server.company)
      const { version } = this.#backup
      this.store.restore(this.server.company, { ...this.#backup, backedUpTo: version })
      return
    }
    if (this.#backup) {
      const { periods } = this.store.stateOf(this.server.company)
      this.store.restore(this.server.company, { ...this.#backup, periods })
    }
  }

  /** The storm is over: every scope is given back and every phone talks until it has nothing to say. */
  async calm(): Promise<void> {
    this.isStormy = false
    for (const phone of this.phones) await this.#grant(phone, this.communities)
    for (let round = 0; round < 3; round += 1) for (const phone of this.phones) await phone.sync(60)
  }

  async faults(): Promise<string[]> {
    const faults: string[] = [...this.#vanished]
    const state = this.store.stateOf(this.server.company)
    const tickets = new Map(
      [...state.records.values()]
        .filter(({ kind }) => kind === 'Ticket')
        .map((row) => [row.id, row.body as Ticket]),
    )
    const inThreads = new Set<string>()
    for (const ticket of tickets.values()) {
      const seen = new Set<string>()
      for (const entry of ticket.thread) {
        const key = `${entry.change}/${entry.kind}${entry.kind === 'conflict' ? entry.field : ''}`
        if (seen.has(key)) faults.push(`doubled ${entry.change}`)
        seen.add(key)
        inThreads.add(entry.change)
      }
    }
    for (const ticket of tickets.values())
      for (const { sha256 } of KINDS.Ticket.photosOf(ticket))
        if (!state.photos.has(sha256)) faults.push(`${ticket.id} names ${sha256}, which is nowhere`)
    for (const phone of this.phones)
      faults.push(
        ...(await this.#phoneFaults(phone, tickets, inThreads)),
        ...(await this.#photoFaults(phone)),
      )
    return faults
  }

  /** Every photo saved is at the server, and the phone says of none that it is there when it is not. */
  async #photoFaults(phone: SimPhone): Promise<string[]> {
    const { photos } = this.store.stateOf(this.server.company)
    const held = await (await phone.database()).photos.toArray()
    return [
      ...[...phone.photographed]
        .filter((sha256) => !photos.has(sha256))
        .map((sha256) => `${phone.name} lost photo ${sha256}`),
      ...held
        .filter(({ state, sha256 }) => state !== 'confirmed' || !photos.has(sha256))
        .map(({ state, sha256 }) => `${phone.name} says ${state} of photo ${sha256}`),
    ]
  }

  async #phoneFaults(
    phone: SimPhone,
    tickets: ReadonlyMap<string, Ticket>,
    inThreads: ReadonlySet<string>,
  ): Promise<string[]> {
    const faults: string[] = []
    const database = await phone.database()
    const waiting = await database.outbox.toArray()
    const refused = new Set(
      waiting.filter(({ state }) => state === 'refused').map((i) => i.change.id as string),
    )
    for (const { state, change } of waiting)
      if (state !== 'refused') faults.push(`${phone.name} still holds ${change.id} (${state})`)
    for (const id of phone.saved.keys())
      if (!inThreads.has(id) && !refused.has(id)) faults.push(`${phone.name} lost ${id}`)
    const own = await phone.ticketsById()
    if (own.size !== tickets.size) faults.push(`${phone.name} holds ${own.size} of ${tickets.size}`)
    for (const [id, ticket] of tickets)
      if (JSON.stringify(sorted(own.get(ticket.id))) !== JSON.stringify(sorted(ticket)))
        faults.push(`${phone.name} disagrees on ${id}`)
    return faults
  }

  digest(): string {
    const state = this.store.stateOf(this.server.company)
    const rows = [...state.records.values()].map(({ id, body }) => [id, sorted(body)])
    const text = JSON.stringify([
      this.story,
      rows.sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
    ])
    return createHash('sha256').update(text).digest('hex').slice(0, 16)
  }
}

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, each]) => [key, sorted(each)]),
  )
}

/** One story from one seed, ended in calm and looked over. */
export const simulate = async (
  seed: number,
  control: Control | null = null,
): Promise<Simulated> => {
  const simulation = new Simulation(seed, control)
  await simulation.begin()
  for (let step = 0; step < STEPS; step += 1) await simulation.step()
  await simulation.calm()
  return { seed, digest: simulation.digest(), faults: await simulation.faults() }
}
