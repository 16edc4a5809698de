import type { Sql } from 'postgres'
import type { Community } from '../../src/domain/community'
import { MINUTE, type Instant } from '../../src/domain/instant'
import type { Place, PlaceId } from '../../src/domain/place'
import type { Ticket } from '../../src/domain/ticket/ticket'
import { upcastRecord } from '../../src/protocol/upcast'
import { RobotBook } from './robot-book'
import { sendToRobot } from './robot-call'
import { messagesOf, type RobotMessage } from './robot-message'

/** A robot takes twenty messages a minute; what is left comes with the next look. */
const MOST_AT_ONCE = 15

export interface Robot {
  readonly address: string
  /** Whose tickets it tells of; null where only one company is on the server. */
  readonly company: string | null
}

interface Around {
  readonly sql: Sql
  readonly robot: Robot
  readonly now: () => Instant
  /** In words, never with the address. */
  readonly onFault: (what: string) => void
}

interface Row {
  readonly schema: number
  readonly body: object
}

/** [CK14] Tells a group robot of what was escalated, once each; nothing else waits for it. */
export class RobotWatch {
  readonly #book: RobotBook
  readonly #stopped = new AbortController()
  #timer: NodeJS.Timeout | null = null
  #looking: Promise<number> | null = null

  constructor(private readonly around: Around) {
    this.#book = new RobotBook(around.sql)
  }

  start(): void {
    const look = () =>
      void this.look().catch((error: unknown) =>
        this.around.onFault(error instanceof Error ? error.message : String(error)),
      )
    this.#timer = setInterval(look, MINUTE).unref()
    look()
  }

  /** Whatever the robot has not answered by now is told again by whoever looks next. */
  async stop(): Promise<void> {
    this.#stopped.abort()
    if (this.#timer) clearInterval(this.#timer)
    await this.#looking?.catch(() => 0)
  }

  /** How many messages went out. */
  look(): Promise<number> {
    this.#looking ??= this.#look().finally(() => (this.#looking = null))
    return this.#looking
  }

  async #look(): Promise<number> {
    const company = await this.#company()
    if (company === null) return 0
    const now = this.around.now()
    await this.#book.forget(now)
    let sent = 0
    for (const message of await this.#messages(company, now)) {
      if (sent >= MOST_AT_ONCE || this.#stopped.signal.aborted) break
      if (await this.#send(company, message)) sent += 1
    }
    return sent
  }

  /** A robot that tells of several companies would tell one of the other: none is told of then. */
  async #company(): Promise<string | null> {
    const { sql, robot, onFault } = this.around
    if (robot.company !== null) return robot.company
    const rows = await sql<{ company: string }[]>`select company from company_version limit 2`
    if (rows.length > 1) onFault('several companies: name one in WECOM_ROBOT_COMPANY')
    return rows.length === 1 ? (rows[0]?.company ?? null) : null
  }

  async #send(company: string, { name, content }: RobotMessage): Promise<boolean> {
    const { robot, now, onFault } = this.around
    if (!(await this.#book.claim(company, name, now()))) return false
    const fault = await sendToRobot(robot.address, content, this.#stopped.signal)
    if (fault === null) {
      await this.#book.sent(company, name, now())
      return true
    }
    onFault(fault)
    await this.#book.giveBack(company, name, now())
    return false
  }

  async #messages(company: string, now: Instant): Promise<readonly RobotMessage[]> {
    const { sql } = this.around
    const open = await sql<Row[]>`
      select schema, body from record
      where company = ${company} and kind = 'Ticket' and settled_at is null`
    if (open.length === 0) return []
    const communities = new Map(
      (await this.#all<Community>(company, 'Community')).map((each) => [each.id, each]),
    )
    const places = new Map(
      (await this.#all<Place>(company, 'Place')).map((each) => [each.id, each]),
    )
    const placeById = (id: PlaceId) => places.get(id)
    return open.flatMap(({ schema, body }) => {
      const ticket = upcastRecord('Ticket', schema, body) as Ticket
      const community = communities.get(ticket.community)
      return community ? messagesOf(ticket, community, placeById, now) : []
    })
  }

  async #all<Thing extends object>(company: string, kind: string): Promise<readonly Thing[]> {
    const rows = await this.around.sql<Row[]>`
      select schema, body from record where company = ${company} and kind = ${kind}`
    return rows.map(({ schema, body }) => upcastRecord(kind, schema, body) as Thing)
  }
}
