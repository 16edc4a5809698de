import type { Caller } from '../../server/acceptance/caller'
import type { CommunityId } from '../../src/domain/community'
import { DAY } from '../../src/domain/instant'
import type { Ticket } from '../../src/domain/ticket/ticket'
import type { PhoneDatabase } from '../../src/storage/phone-database'
import { prune } from '../../src/storage/prune'
import { saveActs } from '../../src/storage/save-acts'
import { exchange } from '../../src/sync/exchange'
import type { ExchangeParts } from '../../src/sync/exchange-parts'
import type { PhotoWire } from '../../src/sync/photo-wire'
import { freshMemory } from '../../src/sync/poison'
import { freshPhotoMemory, sendPhotos } from '../../src/sync/send-photos'
import type { SyncWire } from '../../src/sync/wire'
import { nameId } from '../support/build/ids'
import { hashOf, PhoneDisk } from '../support/phone-parts'
import type { Chance } from './chance'
import { blobOf, deedAtRandom } from './deeds'
import { Died, Life, mortal } from './life'
import { removeAtOutcome } from './remove-at-outcome'
import type { Cause } from './tally'

const never = new AbortController().signal

export interface PhoneWorld {
  readonly chance: () => Chance
  readonly now: () => number
  readonly wireOf: (phone: SimPhone) => SyncWire
  readonly photosOf: (phone: SimPhone) => PhotoWire
  /** An act leaves at its outcome; of the controls only. */
  readonly isHasty: boolean
  readonly tell: (phone: SimPhone, cause: Cause) => void
  readonly note: (line: string) => void
}

/** One phone: the real storage and sync over a disk that outlives each death of the app. */
export class SimPhone {
  readonly #disk = new PhoneDisk()
  #database: PhoneDatabase | null = null
  #life = new Life()
  #isInOtherTab = false
  /** Changes this phone said were saved, and the record of each. */
  readonly saved = new Map<string, string>()
  /** Photos saved with them, and the records they were saved to. */
  readonly photographed = new Map<string, Set<string>>()
  /** Whose session the calls of this phone go by. */
  session: Caller
  clockError = 0
  isOldApp = false

  constructor(
    readonly name: string,
    public caller: Caller,
    private readonly world: PhoneWorld,
  ) {
    this.session = caller
  }

  get life(): Life {
    return this.#life
  }

  async database(): Promise<PhoneDatabase> {
    if (this.#database) return this.#database
    const life = new Life()
    const database = await this.#disk.open('mengya/sim', (each) => each.use(mortal(life)))
    this.#life = life
    this.#database = database
    return database
  }

  /** Everything in memory is gone; nothing on disk is. */
  close(): void {
    this.#database?.close()
    this.#database = null
  }

  now(): number {
    return this.world.now() + this.clockError
  }

  /**
   * One run of the app, over at the latest when its life is; what it answers then nobody hears. With
   * `points`, it dies at the so-manieth.
   */
  async live<T>(work: () => Promise<T>, points = Infinity): Promise<T | null> {
    await this.database()
    const life = this.#life
    life.endAfter(points, () => this.world.tell(this, 'killed in storage'))
    try {
      const value = await work()
      return life.isOver ? null : value
    } catch (error) {
      if (!life.isOver) throw error
      return null
    } finally {
      life.endAfter(Infinity, () => undefined)
      if (life.isOver) this.close()
    }
  }

  /** Another tab over the same disk does something while this one waits; when it dies, it dies alone. */
  async inOtherTab(work: () => Promise<unknown>): Promise<void> {
    if (this.#isInOtherTab) return
    const [database, life] = [this.#database, this.#life]
    this.#isInOtherTab = true
    this.#database = null
    try {
      await this.live(work)
    } finally {
      this.close()
      this.#database = database
      this.#life = life
      this.#isInOtherTab = false
    }
  }

  async actAtRandom(communities: readonly CommunityId[]): Promise<void> {
    const chance = this.world.chance()
    const { staff, roles } = this.caller
    const at = this.now()
    const hearsCallers = roles.includes('steward')
    const doer = { name: this.name, staff, hearsCallers, communities, now: at, chance }
    const acts = deedAtRandom(doer, [...(await this.ticketsById()).values()])
    const author = { staff, at, clockOffset: null, nameId, newId: () => chance.id() }
    const named = acts.flatMap(({ act }) => ('photos' in act ? act.photos : []))
    const photos = named.map((ref) => ({ ref, blob: blobOf(ref) }))
    const whole = acts.length > 1
    const saved = await saveActs(await this.database(), acts, author, { photos, whole })
    const record = acts[0]?.record ?? ''
    const what = `${acts.map(({ act }) => act.act).join(' + ')} on ${record.slice(-4)}`
    if (!saved.ok) {
      this.world.note(`may not ${what}`)
      return
    }
    if (this.#life.isOver) throw new Died()
    for (const [index, id] of saved.value.entries()) this.saved.set(id, acts[index]?.record ?? '')
    for (const { sha256 } of named) {
      const records = this.photographed.get(sha256) ?? new Set()
      this.photographed.set(sha256, records.add(record))
    }
    if (whole) this.world.tell(this, 'group saved')
    const withPhoto = named.length > 0 ? ' with a photo' : ''
    this.world.note(`saves ${what}${withPhoto}, as ${saved.value.map((id) => id.slice(-4)).join()}`)
  }

  async #parts(): Promise<ExchangeParts> {
    return {
      ...{ database: await this.database(), staff: this.caller.staff, app: 'sim', nameId },
      wire: this.world.wireOf(this),
      now: () => this.now(),
      newId: () => this.world.chance().id(),
    }
  }

  /** A few exchanges, then the photos; ends early when the network or the app does. */
  async sync(most: number): Promise<string> {
    const memory = freshMemory()
    const parts = await this.#parts()
    for (let round = 0; round < most; round += 1) {
      const result = await exchange(parts, memory, never)
      if (this.world.isHasty) await removeAtOutcome(parts.database, this.now())
      if (result.ended === 'again' || (result.ended === 'done' && result.more)) continue
      if (result.ended !== 'done') return result.ended
      const run = { memory: freshPhotoMemory(), signal: never, mustPause: () => false }
      const life = this.#life
      const hashed = async (blob: Blob) => {
        life.point()
        return hashOf(blob)
      }
      const maySendPhotos = () => Promise.resolve(true)
      const photos = { ...parts, maySendPhotos, photos: this.world.photosOf(this), hashOf: hashed }
      return (await sendPhotos(photos, run)).ended
    }
    return 'circling'
  }

  /** A month later the phone makes room. */
  async prune(): Promise<void> {
    await prune(await this.database(), this.now() + 31 * DAY)
  }

  /** What is on this phone's disk goes onto another's, to the last row. */
  async copyOnto(other: SimPhone): Promise<void> {
    const [from, to] = [await this.database(), await other.database()]
    for (const { name } of from.tables)
      await to.table(name).bulkPut((await from.table(name).toArray()) as unknown[])
    await this.#giveNoNumberTwice(to)
  }

  /** A number the outbox gave once it gives no more, on a copied disk either. */
  async #giveNoNumberTwice({ journal, outbox }: PhoneDatabase): Promise<void> {
    const remembered = await journal.toArray()
    const last = remembered.sort((a, b) => b.order - a.order)[0]
    if (!last || (await outbox.get(last.order))) return
    const { order, key, change, outcome } = last
    await outbox.put({ order, key, change, outcome, state: 'settled', withdrawn: false })
    await outbox.delete(order)
  }

  async ticketsById(): Promise<ReadonlyMap<string, Ticket>> {
    const rows = await (await this.database()).tickets.toArray()
    return new Map(rows.map(({ record }) => [record.id as string, record]))
  }
}
