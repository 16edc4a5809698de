import type { Sql } from 'postgres'
import { DAY, MINUTE, type Instant } from '../../src/domain/instant'

/** How long one server has for a message before another may take it up. */
const LEASE = 2 * MINUTE
const MOST_TRIES = 8
const KEPT = 60 * DAY

/** Which messages were sent to a robot, so that several servers send each once. */
export class RobotBook {
  constructor(private readonly sql: Sql) {}

  /** True for one server only, until its time is over or the message was given back. */
  async claim(company: string, name: string, now: Instant): Promise<boolean> {
    const rows = await this.sql`
      insert into robot_message as m (company, name, tries, claimed_until, first_at)
      values (${company}, ${name}, 1, ${now + LEASE}, ${now})
      on conflict (company, name) do update
        set tries = m.tries + 1, claimed_until = excluded.claimed_until
        where m.sent_at is null and m.claimed_until <= ${now} and m.tries < ${MOST_TRIES}
      returning name`
    return rows.length > 0
  }

  async sent(company: string, name: string, now: Instant): Promise<void> {
    await this.sql`
      update robot_message set sent_at = ${now} where company = ${company} and name = ${name}`
  }

  /** Not sent: again in one minute, two, four … */
  async giveBack(company: string, name: string, now: Instant): Promise<void> {
    await this.sql`
      update robot_message set claimed_until = ${now} + ${MINUTE}::bigint * (2 ^ (tries - 1))::bigint
      where company = ${company} and name = ${name}`
  }

  async forget(now: Instant): Promise<number> {
    return (await this.sql`delete from robot_message where first_at < ${now - KEPT}`).count
  }
}
