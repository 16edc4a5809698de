import type { Caller } from '../../server/acceptance/caller'
import { joinedOf } from '../../src/domain/ticket/join'
import type { TicketId, Ticket } from '../../src/domain/ticket/ticket'
import type { TicketAct } from '../../src/domain/ticket/act'
import type { PhoneDatabase } from '../../src/storage/phone-database'
import { saveActs } from '../../src/storage/save-acts'
import { exchange } from '../../src/sync/exchange'
import type { ExchangeParts } from '../../src/sync/exchange-parts'
import { freshMemory } from '../../src/sync/poison'
import type { SyncWire } from '../../src/sync/wire'
import { nameId, newId } from '../support/build/ids'
import { receiveTicket } from '../support/build/ticket'
import { PhoneDisk } from '../support/phone-parts'
import type { Chance } from './chance'

const never = new AbortController().signal

/** The app died here; what the disk holds is all that is left. */
export class Died extends Error {}

export interface World {
  readonly chance: Chance
  readonly now: () => number
  readonly community: Caller['company'] & string
}

/** One phone: the real storage and sync over a disk that outlives each crash of the app. */
export class SimPhone {
  readonly #disk = new PhoneDisk()
  #database: PhoneDatabase | null = null
  #isInOtherTab = false
  /** Ids of changes this phone said were saved. */
  readonly saved = new Set<string>()
  clockError = 0

  constructor(
    readonly name: string,
    public caller: Caller,
    private readonly world: { chance: Chance; now: () => number },
    private readonly wire: (phone: SimPhone) => SyncWire,
  ) {}

  async database(): Promise<PhoneDatabase> {
    this.#database ??= await this.#disk.open()
    return this.#database
  }

  /** Everything in memory is gone; nothing on disk is. */
  crash(): void {
    this.#database?.close()
    this.#database = null
  }

  now(): number {
    return this.world.now() + this.clockError
  }

  async #save(record: string, act: TicketAct): Promise<void> {
    const { chance } = this.world
    const saved = await saveActs(await this.database(), [{ kind: 'Ticket', record, act }], {
      ...{ staff: this.caller.staff, at: this.now(), clockOffset: null, nameId },
      newId: () => chance.id(),
    })
    if (saved.ok) for (const id of saved.value) this.saved.add(id)
  }

  /** Another tab over the same disk does something while this one waits; when it dies, it dies alone. */
  async inOtherTab(work: () => Promise<unknown>): Promise<void> {
    if (this.#isInOtherTab) return
    const first = this.#database
    this.#isInOtherTab = true
    this.#database = await this.#disk.open()
    try {
      await work()
    } catch (error) {
      if (!(error instanceof Died)) throw error
    } finally {
      this.#database?.close()
      this.#database = first
      this.#isInOtherTab = false
    }
  }

  async actAtRandom(communities: readonly Ticket['community'][]): Promise<void> {
    const { chance } = this.world
    const community = chance.pick(communities)
    const { staff } = this.caller
    const held = await (await this.database()).tickets.toArray()
    const sorted = held.map(({ record }) => record).sort((a, b) => (a.id < b.id ? -1 : 1))
    if (sorted.length === 0 || chance.isLucky(0.3))
      return this.#save(chance.id(), receiveTicket(community, staff))
    const ticket = chance.pick(sorted)
    await this.#save(ticket.id, this.#deed(ticket, community, sorted))
  }

  #deed(ticket: Ticket, community: Ticket['community'], others: readonly Ticket[]): TicketAct {
    const { chance } = this.world
    const from = ticket.status
    const words = `句${chance.whole(1_000)}`
    const edit: TicketAct = {
      act: 'edit',
      fields: { title: { seen: ticket.title, meant: `题${chance.whole(1_000)}` } },
    }
    const deeds: readonly TicketAct[] = [
      { act: 'say', words, photos: [] },
      edit,
      { act: 'accept', from },
      { act: 'start', from, words, photos: [] },
      { act: 'resolve', from, words, photos: [] },
      { act: 'close', from },
      { act: 'return', from, words },
      { act: 'putOff', from, why: 'parts', until: 1, words },
      { act: 'transfer', from, to: this.caller.staff, words },
      { act: 'reopen', from, words, photos: [] },
      { act: 'cancel', from, words },
      { act: 'decline', from, words },
      { act: 'engage', from, name: '恒通电梯', what: words, until: 1 },
      { act: 'release', from, words },
      { act: 'join', from, into: chance.pick(others).id },
      { act: 'separate', from },
      { act: 'relocate', community, place: null, home: null },
      { act: 'takeIn', joined: joinedOf(chance.pick(others)) },
      { act: 'takeOut', ticket: chance.pick(others).id },
      { act: 'undo', change: ticket.before?.change ?? ticket.thread[0]?.change ?? newId() },
    ]
    return chance.pick(deeds)
  }

  async parts(): Promise<ExchangeParts> {
    const { chance } = this.world
    return {
      ...{ database: await this.database(), staff: this.caller.staff, app: 'sim', nameId },
      wire: this.wire(this),
      now: () => this.now(),
      newId: () => chance.id(),
    }
  }

  /** A few exchanges; ends early when the network or the app does. */
  async sync(most: number): Promise<string> {
    const memory = freshMemory()
    const parts = await this.parts()
    for (let round = 0; round < most; round += 1) {
      const result = await exchange(parts, memory, never)
      if (result.ended === 'again' || (result.ended === 'done' && result.more)) continue
      return result.ended
    }
    return 'circling'
  }

  async ticketsById(): Promise<ReadonlyMap<TicketId, Ticket>> {
    const rows = await (await this.database()).tickets.toArray()
    return new Map(rows.map(({ record }) => [record.id, record]))
  }
}
