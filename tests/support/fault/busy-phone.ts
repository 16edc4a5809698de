import { setTimeout as wait } from 'node:timers/promises'
import type { StaffId } from '../../../src/domain/id'
import { saveActs } from '../../../src/storage/save-acts'
import { httpPhone } from '../http-phone'
import { author } from '../phone-parts'
import type { Witness } from './witness'

/** So much may wait on a phone before its owner stops for a while. */
const MOST_WAITING = 12
const TICKET_EVERY = 4
const BREATH = 20

/** Somebody who writes tickets with a photo and words under everybody's, and sends all the time. */
export class BusyPhone {
  /** Whatever was saved here, each in words of its own. */
  readonly titles: string[] = []
  readonly words: string[] = []
  #count = 0

  private constructor(
    private readonly name: string,
    readonly witness: Witness,
    private readonly phone: Awaited<ReturnType<typeof httpPhone>>,
  ) {}

  static async begin(name: string, witness: Witness, community: string): Promise<BusyPhone> {
    return new BusyPhone(name, witness, await httpPhone(witness, community))
  }

  moveTo(url: string): void {
    this.phone.moveTo(url)
  }

  /** Until told; a server that is away only makes it wait. */
  async work(isOver: () => boolean, onTrouble: () => void = () => undefined): Promise<void> {
    while (!isOver()) {
      if ((await this.phone.database.outbox.count()) < MOST_WAITING) await this.#act()
      // A cut line is the life of a phone; what is left is counted when all is quiet.
      const ended = await this.phone.go().catch(() => 'offline')
      if (ended !== 'done') onTrouble()
      await wait(BREATH)
    }
  }

  /** Sends what is left; throws where something cannot be sent. */
  async settle(): Promise<void> {
    for (let tries = 0; tries < 5; tries += 1) {
      const ended = await this.phone.go()
      if (ended !== 'done') throw new Error(`${this.name}: ${ended}`)
      if ((await this.phone.database.outbox.count()) === 0) break
    }
  }

  /** The ids of all it ever sent or wants to send. */
  async unsent(): Promise<number> {
    return this.phone.database.outbox.count()
  }

  photosMissing() {
    return this.phone.photosMissing()
  }

  shows(): Promise<readonly string[]> {
    return this.phone.titles()
  }

  async #act(): Promise<void> {
    const words = `${this.name}第${(this.#count += 1)}条`
    const held = await this.phone.database.tickets.toCollection().primaryKeys()
    if (held.length === 0 || this.#count % TICKET_EVERY === 1) {
      await this.phone.newTicket(words)
      this.titles.push(words)
      return
    }
    const record = held[this.#count % held.length]
    if (record === undefined) return
    const acts = [
      { kind: 'Ticket' as const, record, act: { act: 'say' as const, words, photos: [] } },
    ]
    const staff = this.witness.staff as StaffId
    await saveActs(this.phone.database, acts, author(staff, Date.now()))
    this.words.push(words)
  }
}
