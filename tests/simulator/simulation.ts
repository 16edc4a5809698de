import { grantScopes } from '../../server/acceptance/grant-scopes'
import type { CommunityId } from '../../src/domain/community'
import type { CompanyId, StaffId } from '../../src/domain/id'
import { DAY } from '../../src/domain/instant'
import { scopesOf, type Grant } from '../../src/domain/permission'
import type { PlaceId } from '../../src/domain/place'
import type { Role } from '../../src/domain/role'
import { SCHEMA } from '../../src/protocol/version'
import type { SyncWire, WireReply } from '../../src/sync/wire'
import { serverWire } from '../support/server-wire'
import { Chance } from './chance'
import type { Control } from './control'
import type { Ground } from './ground'
import * as oracle from './oracle'
import { PhotoShelf } from './photo-shelf'
import { RoughWire } from './rough-wire'
import { SimPhone, type PhoneWorld } from './sim-phone'
import { SimServer } from './sim-server'
import type { Step } from './step'
import { Tally, type Cause } from './tally'

export const PHONES = 3
const MOST_PHONES = 4

export interface SimulationParts {
  readonly seed: number
  readonly control: Control | null
  readonly company: CompanyId
  readonly ground: Ground
}

interface Answered {
  readonly error?: { readonly kind: string }
  readonly outcomes?: readonly { readonly outcome: string }[]
  readonly missingPhotos?: readonly string[]
}

/** Phones, staff, communities and one server; each step draws from a chance of its own. */
export class Simulation {
  /** What is drawn from now. */
  chance: Chance
  readonly tally = new Tally()
  readonly story: string[] = []
  readonly phones: SimPhone[] = []
  readonly server: SimServer
  readonly ground: Ground
  readonly #communities: readonly CommunityId[]
  readonly #buildings: readonly PlaceId[]
  readonly #shelf: PhotoShelf
  readonly #faults: string[] = []
  readonly #world: PhoneWorld
  readonly #wires = new Map<SimPhone, SyncWire>()
  #isStormy = true

  constructor(private readonly parts: SimulationParts) {
    const { seed, control, company, ground } = parts
    this.chance = new Chance(seed, 'ffff')
    this.ground = ground
    const chance = () => this.chance
    const [community, other] = [this.chance.id(), this.chance.id()] as CommunityId[]
    this.#communities = [community as CommunityId, other as CommunityId]
    this.#buildings = [this.chance.id(), this.chance.id()] as PlaceId[]
    this.server = new SimServer(ground.store, {
      ...{ company, community: community as CommunityId, control, hasSmallPages: seed % 4 === 0 },
      newMark: () => this.chance.id(),
    })
    const isStormy = () => this.#isStormy
    const tell = (phone: SimPhone, cause: Cause) => this.#tell(cause, phone)
    this.#shelf = new PhotoShelf({ server: this.server, chance, isStormy, tell })
    this.#world = {
      ...{ chance, tell, isHasty: control === 'removed-at-outcome' },
      now: () => (this.server.clock += 7),
      wireOf: (phone) => this.#wireOf(phone),
      photosOf: (phone) => this.#shelf.wireOf(phone),
      note: (line) => this.story.push(`     ${line}`),
    }
  }

  #tell(cause: Cause, phone?: SimPhone): void {
    this.tally.add(cause)
    this.story.push(`     ${phone ? `${phone.name}: ` : ''}${cause}`)
  }

  #hear(phone: SimPhone, reply: WireReply): void {
    if (!reply.reached) return
    const { error, outcomes = [], missingPhotos = [] } = reply.body as Answered
    if (error?.kind === 'history-changed') this.#tell('history changed', phone)
    if (error?.kind === 'device-forked') this.#tell('copy found', phone)
    if (error?.kind === 'other-person') this.#tell('session of another', phone)
    if (missingPhotos.length > 0) this.#tell('asked for a photo again', phone)
    for (const { outcome } of outcomes)
      if (outcome === 'noted' || outcome === 'parked' || outcome === 'refused')
        this.#tell(`act ${outcome}`, phone)
  }

  /** The server as a phone's app speaks with it, the network between, and what befalls both meanwhile. */
  #wireOf(phone: SimPhone): SyncWire {
    const known = this.#wires.get(phone)
    if (known) return known
    const inner = serverWire(this.server, () => phone.session)
    const rough = new RoughWire(inner, {
      ...{ chance: () => this.chance, isStormy: () => this.#isStormy },
      tell: (cause) => this.#tell(cause, phone),
    })
    const wire: SyncWire = {
      post: async (request, signal) => {
        phone.life.point()
        const schema = phone.isOldApp ? SCHEMA : this.server.rowSchema
        if (schema < this.server.rowSchema && request.changes.length > 0)
          this.#tell('sent by an old app', phone)
        const reply = await rough.post({ ...request, schema }, signal)
        this.#hear(phone, reply)
        if (this.#isStormy && this.chance.isLucky(0.06)) {
          this.#tell('killed at the network', phone)
          phone.life.end()
        }
        if (this.#isStormy && this.chance.isLucky(0.08)) await this.#useOtherTab(phone)
        return reply
      },
    }
    this.#wires.set(phone, wire)
    return wire
  }

  #useOtherTab(phone: SimPhone): Promise<void> {
    const acts = this.chance.isLucky(0.5)
    this.#tell(acts ? 'second tab acted' : 'second tab synced', phone)
    return phone.inOtherTab(() => (acts ? phone.actAtRandom(this.#communities) : phone.sync(2)))
  }

  async begin(): Promise<void> {
    for (let index = 0; index < PHONES; index += 1) {
      const staff = this.chance.id() as StaffId
      const isGuard = index === 2 && this.parts.seed % 3 === 0
      const roles: readonly Role[] = [isGuard ? 'security' : 'steward']
      const caller = { company: this.server.company, staff, roles, scopes: [] }
      this.phones.push(new SimPhone(`p${index}`, caller, this.#world))
    }
    for (const phone of this.phones) await this.#grant(phone, this.#communities, this.#buildings)
  }

  /** From now on this person serves these communities and no others. */
  async #grant(
    phone: SimPhone,
    communities: readonly CommunityId[],
    buildings: readonly PlaceId[],
  ) {
    const { company, staff, roles } = phone.caller
    const grants = communities.flatMap((community) =>
      roles.map((role): Grant => ({ role, community, buildings })),
    )
    await grantScopes(this.ground.store, company, staff, grants, this.server.clock)
    const before = new Set<string>(phone.caller.scopes)
    const scopes = scopesOf(grants, staff)
    const now = new Set<string>(scopes)
    if (before.size > 0) {
      const came = scopes.filter((scope) => !before.has(scope))
      const went = [...before].filter((scope) => !now.has(scope))
      if (came.some((scope) => scope.startsWith('community'))) this.#tell('scope granted', phone)
      if (went.some((scope) => scope.startsWith('community'))) this.#tell('scope revoked', phone)
      if ([...came, ...went].some((scope) => scope.startsWith('homes')))
        this.#tell('buildings reassigned', phone)
    }
    for (const each of this.phones)
      if (each.caller.staff === staff) {
        each.caller = { ...each.caller, scopes }
        each.session = each.caller
      }
  }

  async step(step: Step): Promise<void> {
    this.chance = new Chance(step.seed, step.number.toString(16).padStart(4, '0'))
    this.#isStormy = !step.isCalm
    const phone = this.phones[step.phone % this.phones.length]
    if (!phone) return
    this.story.push(`${String(step.number).padStart(3)}. ${phone.name} ${step.deed}`)
    await this.#take(step, phone)
    this.#faults.push(...(await oracle.vanished(phone)))
  }

  /** Sometimes the app dies at one of the points of what it does. */
  #lifeFor(most: number): number {
    return this.#isStormy && this.chance.isLucky(0.12) ? 1 + this.chance.whole(most) : Infinity
  }

  async #take({ deed }: Step, phone: SimPhone): Promise<void> {
    switch (deed) {
      case 'act':
        await phone.live(() => phone.actAtRandom(this.#communities), this.#lifeFor(14))
        return
      case 'sync':
        await phone.live(() => phone.sync(4), this.#lifeFor(150))
        return
      case 'close':
        this.#tell('app closed', phone)
        phone.close()
        return
      case 'prune':
        this.#tell('phone pruned', phone)
        await phone.live(() => phone.prune(), this.#lifeFor(20))
        return
      case 'clock':
        phone.clockError = (this.chance.whole(7) - 3) * DAY
        this.#tell('clock jumped days', phone)
        return
      case 'duties':
        return this.#grant(
          phone,
          this.#communities.filter(() => this.chance.isLucky(0.5)),
          this.#buildings.filter(() => this.chance.isLucky(0.5)),
        )
      case 'backUp':
        this.#tell('server backed up')
        return this.ground.backUp()
      case 'restore':
        return this.#restore()
      case 'borrow':
        return this.#borrow(phone)
      case 'copy':
        return this.#copy(phone)
      case 'erase':
        return this.#erase(phone)
      case 'update':
        this.#update(phone)
        return
    }
  }

  async #restore(): Promise<void> {
    if (!(await this.ground.restore())) return
    this.#tell('server restored')
    const again = await this.server.eraseForgotten()
    for (let each = 0; each < again; each += 1) this.#tell('erased again after restore')
  }

  /** Somebody else signed in in this browser; this person's phone calls by their session. */
  async #borrow(phone: SimPhone): Promise<void> {
    const other = this.phones.find(({ caller }) => caller.staff !== phone.caller.staff)
    if (!other) return
    phone.session = other.caller
    await phone.live(() => phone.sync(1))
    phone.session = phone.caller
  }

  /** The phone's disk is copied to a new phone of the same person; both go on. */
  async #copy(phone: SimPhone): Promise<void> {
    if (this.phones.length === MOST_PHONES) return
    const copy = new SimPhone(`${phone.name}copy`, phone.caller, this.#world)
    await phone.copyOnto(copy)
    copy.isOldApp = phone.isOldApp
    this.phones.push(copy)
    this.#tell('database copied', phone)
  }

  async #erase({ caller }: SimPhone): Promise<void> {
    const { records } = await this.ground.look()
    const tickets = records.filter(({ kind }) => kind === 'Ticket').map(({ id }) => id)
    if (tickets.length === 0) return
    const id = this.chance.pick(tickets.sort())
    await this.server.erase(id, caller.staff)
    this.#tell('record erased')
  }

  /** First the server; then one app after the other. */
  #update(phone: SimPhone): void {
    if (this.server.rowSchema === SCHEMA) {
      this.server.rowSchema = SCHEMA + 1
      for (const each of this.phones) each.isOldApp = true
    } else if (phone.isOldApp) {
      phone.isOldApp = false
      this.#tell('app updated', phone)
    }
  }

  async #allTalk(): Promise<void> {
    for (let round = 0; round < 3; round += 1) for (const phone of this.phones) await phone.sync(60)
  }

  /** The storm is over: every phone talks until it has nothing to say, first with the duties it has. */
  async calm(): Promise<readonly string[]> {
    this.chance = new Chance(this.parts.seed, 'fffe')
    this.#isStormy = false
    this.story.push('  all is calm')
    for (const phone of this.phones) phone.isOldApp = false
    await this.#allTalk()
    const now = await this.ground.look()
    for (const phone of this.phones)
      this.#faults.push(...(await oracle.agreementFaults(phone, now)))
    for (const phone of this.phones.slice(0, PHONES))
      await this.#grant(phone, this.#communities, this.#buildings)
    await this.#allTalk()
    return [...this.#faults, ...(await this.#lookOver())]
  }

  async #lookOver(): Promise<readonly string[]> {
    const held = await this.ground.look()
    const { erased } = this.server
    this.tally.add('record moved scope', held.moved)
    const faults = oracle.serverFaults(held)
    for (const phone of this.phones)
      faults.push(
        ...(await oracle.agreementFaults(phone, held)),
        ...(await oracle.lossFaults(phone, held, erased)),
        ...(await oracle.photoFaults(phone, held, erased)),
        ...(await oracle.erasureFaults(phone, erased)),
      )
    return faults
  }

  close(): void {
    for (const phone of this.phones) phone.close()
  }
}
