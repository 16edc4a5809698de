import { createHash } from 'node:crypto'
import type { Sql } from 'postgres'
import { MINUTE, SECOND, type Instant } from '../../src/domain/instant'

const FREE_TRIES = 10
const FORGOTTEN_AFTER = 15 * MINUTE
const LONGEST_WAIT = 5 * MINUTE
/** Whoever guesses under ever new names must not fill the table. */
const FORGET_EVERY = 500

const pauseAfter = (tries: number): number =>
  tries < FREE_TRIES ? 0 : Math.min(2 ** (tries - FREE_TRIES) * SECOND, LONGEST_WAIT)

/** Names of people and addresses are not kept, only that somebody tried. */
const nameOf = (account: string, address: string): string =>
  createHash('sha256').update(`${account.toLowerCase()} ${address}`).digest('base64url')

/**
 * Slows guessing down, per account and address; never locks anybody out for good. Tries are counted in
 * the database, so that several servers are one door.
 */
export class SignInBrake {
  #tries = 0

  constructor(private readonly sql: Sql) {}

  /**
   * Counts a try, unless it comes too early: then the seconds to wait. One statement under the row's
   * lock, so that many at once, at however many servers, gain nothing.
   */
  async tryNow(account: string, address: string, now: Instant): Promise<number> {
    this.#tries += 1
    if (this.#tries % FORGET_EVERY === 0) await this.forget(now)
    const name = nameOf(account, address)
    const [counted] = await this.sql`
      insert into sign_in_try as t (name, tries, last_at) values (${name}, 1, ${now})
      on conflict (name) do update set last_at = excluded.last_at,
        tries = case when ${now} - t.last_at > ${FORGOTTEN_AFTER} then 1 else t.tries + 1 end
      where ${now} - t.last_at > ${FORGOTTEN_AFTER} or t.tries < ${FREE_TRIES}
        or t.last_at + least(2 ^ least(t.tries - ${FREE_TRIES}, 20) * ${SECOND}, ${LONGEST_WAIT})
          <= ${now}
      returning tries`
    if (counted) return 0
    const [held] = await this.sql<{ tries: number; last_at: number }[]>`
      select tries, last_at from sign_in_try where name = ${name}`
    if (!held) return 1
    return Math.max(1, Math.ceil((held.last_at + pauseAfter(held.tries) - now) / SECOND))
  }

  async right(account: string, address: string): Promise<void> {
    await this.sql`delete from sign_in_try where name = ${nameOf(account, address)}`
  }

  /** Old tries say nothing any more. */
  async forget(now: Instant): Promise<number> {
    return (await this.sql`delete from sign_in_try where last_at < ${now - FORGOTTEN_AFTER}`).count
  }
}
