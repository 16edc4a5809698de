import { createHash } from 'node:crypto'
import type { Caller } from '../../server/acceptance/caller'
import { DAY } from '../../src/domain/instant'
import type { Photo } from '../../src/domain/photo'
import { joinedOf } from '../../src/domain/ticket/join'
import type { TicketId, Ticket } from '../../src/domain/ticket/ticket'
import type { TicketAct } from '../../src/domain/ticket/act'
import type { PhoneDatabase } from '../../src/storage/phone-database'
import { prune } from '../../src/storage/prune'
import { saveActs } from '../../src/storage/save-acts'
import { exchange } from '../../src/sync/exchange'
import type { ExchangeParts } from '../../src/sync/exchange-parts'
import { freshMemory } from '../../src/sync/poison'
import type { PhotoWire } from '../../src/sync/photo-wire'
import { freshPhotoMemory, sendPhotos } from '../../src/sync/send-photos'
import type { SyncWire } from '../../src/sync/wire'
import { nameId, newId } from '../support/build/ids'
import { receiveTicket } from '../support/build/ticket'
import { hashOf, PhoneDisk } from '../support/phone-parts'
import type { Chance } from './chance'
import { removeAtOutcome } from './remove-at-outcome'

const never = new AbortController().signal

const bytesOf = (name: string) => `照片 ${name}`

const photoOf = (name: string, takenAt: number): Photo => ({
  sha256: createHash('sha256').update(bytesOf(name)).digest('hex'),
  ...{ width: 10, height: 10, bytes: Buffer.byteLength(bytesOf(name)), takenAt },
  // Stands here for the picture itself, so that its bytes can be had from it.
  preview: `data:image/webp;base64,${Buffer.from(bytesOf(name)).toString('base64')}`,
})

const blobOf = ({ preview }: Photo): Blob =>
  new Blob([Buffer.from(preview.split(',')[1] ?? '', 'base64')], { type: 'image/webp' })

/** The app died here; what the disk holds is all that is left. */
export class Died extends Error {}

export interface World {
  readonly chance: Chance
  readonly now: () => number
  readonly wireOf: (phone: SimPhone) => SyncWire
  readonly photosOf: (phone: SimPhone) => PhotoWire
  /** An act leaves at its outcome; of the controls only. */
  readonly isHasty: boolean
}

/** One phone: the real storage and sync over a disk that outlives each crash of the app. */
export class SimPhone {
  readonly #disk = new PhoneDisk()
  #database: PhoneDatabase | null = null
  #isInOtherTab = false
  /** Changes this phone said were saved, and the record of each. */
  readonly saved = new Map<string, string>()
  /** Photos saved with them. */
  readonly photographed = new Set<string>()
  clockError = 0

  constructor(
    readonly name: string,
    public caller: Caller,
    private readonly world: World,
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

  die(): never {
    this.crash()
    throw new Died()
  }

  now(): number {
    return this.world.now() + this.clockError
  }

  async #save(record: string, act: TicketAct): Promise<void> {
    const { chance } = this.world
    const author = {
      ...{ staff: this.caller.staff, at: this.now(), clockOffset: null, nameId },
      newId: () => chance.id(),
    }
    const named = 'photos' in act ? act.photos : []
    const photos = named.map((ref) => ({ ref, blob: blobOf(ref) }))
    const acts = [{ kind: 'Ticket' as const, record, act }]
    const saved = await saveActs(await this.database(), acts, author, { photos })
    if (!saved.ok) return
    for (const id of saved.value) this.saved.set(id, record)
    for (const { sha256 } of named) this.photographed.add(sha256)
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
      return this.#save(chance.id(), receiveTicket(community, staff, { photos: this.#shots() }))
    const ticket = chance.pick(sorted)
    await this.#save(ticket.id, this.#deed(ticket, community, sorted))
  }

  /** Mostly none; sometimes a new one, sometimes one that was taken before. */
  #shots(): readonly Photo[] {
    const { chance } = this.world
    const luck = chance.next()
    if (luck < 0.6) return []
    const number = luck < 0.9 ? chance.whole(1_000_000) : chance.whole(5)
    return [photoOf(`${this.name} ${number}`, this.now())]
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
      { act: 'say', words, photos: this.#shots() },
      edit,
      { act: 'accept', from },
      { act: 'start', from, words, photos: this.#shots() },
      { act: 'resolve', from, words, photos: this.#shots() },
      { act: 'close', from },
      { act: 'return', from, words },
      { act: 'putOff', from, why: 'parts', until: 1, words },
      { act: 'transfer', from, to: this.caller.staff, words },
      { act: 'reopen', from, words, photos: this.#shots() },
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
      wire: this.world.wireOf(this),
      now: () => this.now(),
      newId: () => chance.id(),
    }
  }

  /** A few exchanges, then the photos; ends early when the network or the app does. */
  async sync(most: number): Promise<string> {
    const memory = freshMemory()
    const parts = await this.parts()
    for (let round = 0; round < most; round += 1) {
      const result = await exchange(parts, memory, never)
      if (this.world.isHasty) await removeAtOutcome(parts.database, this.now())
      if (result.ended === 'again' || (result.ended === 'done' && result.more)) continue
      if (result.ended !== 'done') return result.ended
      const run = { memory: freshPhotoMemory(), signal: never, mustPause: () => false }
      const photos = { ...parts, photos: this.world.photosOf(this), hashOf }
      return (await sendPhotos(photos, run)).ended
    }
    return 'circling'
  }

  /** A month later the phone makes room. */
  async prune(): Promise<void> {
    await prune(await this.database(), this.now() + 31 * DAY)
  }

  /** Acts the server has taken that a record shown here does not hold. */
  async vanished(): Promise<readonly string[]> {
    const database = await this.database()
    const settled = await database.outbox.where('state').equals('settled').toArray()
    const journal = await database.journal.toArray()
    const taken = new Set([...settled, ...journal].map(({ change }) => change.id as string))
    const shown = await this.ticketsById()
    const isMissing = ([id, record]: [string, string]) => {
      const ticket = shown.get(record as TicketId)
      return taken.has(id) && ticket && !ticket.thread.some(({ change }) => change === id)
    }
    return [...this.saved].filter(isMissing).map(([id]) => id)
  }

  async ticketsById(): Promise<ReadonlyMap<TicketId, Ticket>> {
    const rows = await (await this.database()).tickets.toArray()
    return new Map(rows.map(({ record }) => [record.id, record]))
  }
}
