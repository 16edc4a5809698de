import type { Checkpoint } from '../../src/domain/checkpoint'
import type { Item } from '../../src/domain/form/item'
import type { Instant } from '../../src/domain/instant'
import type { TicketId } from '../../src/domain/ticket/ticket'
import type { Chance } from './chance'
import type { Trouble } from './trouble/trouble'
import { chanceOf, troubleOf } from './trouble/troubles'

/** What one look at an item found, and what the walker does about it. */
export interface Finding {
  readonly trouble: Trouble
  readonly words: string
  readonly done: string
  readonly remedy: 'fixed' | 'ticket' | 'lookAgain'
  /** The ticket it is in already, when somebody reported it before. */
  readonly ticket: TicketId | null
}

interface Standing {
  readonly trouble: Trouble
  readonly words: string
  readonly done: string
  readonly ticket: TicketId | null
  /** Until then it is as it was found; a watched thing stays for so many looks. */
  until: Instant
  looksLeft: number
}

/** What is wrong where, from the first look until it is put right. */
export class Findings {
  readonly #standing = new Map<string, Standing>()

  constructor(private readonly chance: Chance) {}

  look(checklist: string, point: Checkpoint, item: Item, at: Instant): Finding | null {
    const key = `${point.id} ${item.id}`
    const standing = this.#standing.get(key)
    if (standing) return this.#lookAgain(key, standing, at)
    const trouble = troubleOf(checklist, item.id)
    if (!trouble || !this.chance.isLucky(chanceOf(point.name, trouble))) return null
    return this.#begin(key, trouble)
  }

  /** It was reported: until then every look finds it in its ticket. */
  report(
    point: Checkpoint,
    item: string,
    finding: Finding,
    ticket: TicketId,
    until: Instant,
  ): void {
    const { trouble, words, done } = finding
    this.#standing.set(`${point.id} ${item}`, { trouble, words, done, ticket, until, looksLeft: 0 })
  }

  #begin(key: string, trouble: Trouble): Finding {
    const index = this.chance.whole(0, trouble.words.length - 1)
    const words = trouble.words[index] ?? ''
    const done = trouble.done[Math.min(index, trouble.done.length - 1)] ?? ''
    const found = { trouble, words, done, ticket: null }
    if (trouble.end !== 'watch')
      return { ...found, remedy: trouble.end === 'spot' ? this.#spotOrTicket() : 'ticket' }
    this.#standing.set(key, { ...found, until: 0, looksLeft: this.chance.whole(1, 3) })
    return { ...found, remedy: 'lookAgain' }
  }

  #spotOrTicket(): 'fixed' | 'ticket' {
    return this.chance.isLucky(0.85) ? 'fixed' : 'ticket'
  }

  #lookAgain(key: string, standing: Standing, at: Instant): Finding | null {
    const { trouble, words, done, ticket } = standing
    if (ticket) {
      if (at < standing.until)
        return { trouble, words: `${words}。已报过,还没修好`, done, remedy: 'ticket', ticket }
      this.#standing.delete(key)
      return null
    }
    standing.looksLeft -= 1
    if (standing.looksLeft > 0)
      return {
        trouble,
        words: `${words}。和上轮差不多,再看一轮`,
        done,
        remedy: 'lookAgain',
        ticket,
      }
    this.#standing.delete(key)
    if (this.chance.isLucky(0.2)) return null
    return { trouble, words, done, remedy: this.chance.isLucky(0.5) ? 'fixed' : 'ticket', ticket }
  }
}
