import type { Kysely } from 'kysely'
import { randomBytes } from 'node:crypto'
import type { CompanyId, DeviceId, StaffId } from '../../src/domain/id'
import { DAY, type Instant } from '../../src/domain/instant'
import type { Sql } from 'postgres'
import { kyselyOver } from '../store/postgres/postgres-store'
import type { Tables } from '../store/postgres/tables'
import type { Account } from './account'
import { accountFromRow, type AccountRow } from './account-book'
import { hashOf, sessionIdOf, type SessionLine } from './session-line'

/** How long a phone stays signed in after it was last heard. */
export const SESSION_LIVES = 14 * DAY

/** Renewed when this much of it has passed, so that not every call writes. */
const RENEWED_AFTER = 1 * DAY

export interface OpenSession {
  readonly company: CompanyId
  readonly staff: StaffId
  readonly token: string
  readonly expiresAt: Instant
  /** Which device was last heard under it. */
  readonly device: DeviceId | null
  /** [DV3] Since when that is revoked. */
  readonly revokedAt: Instant | null
  /** Whether this use lengthened it: the browser's cookie must follow. */
  readonly isRenewed: boolean
}

interface SessionRow {
  readonly expires_at: Instant
  readonly device: DeviceId | null
  readonly revoked_at: Instant | null
}

/** Sessions by the hash of their token: whoever reads the table cannot use it. */
export class SessionBook {
  private readonly db: Kysely<Tables>

  constructor(private readonly sql: Sql) {
    this.db = kyselyOver(sql)
  }

  async open(
    company: CompanyId,
    staff: StaffId,
    deviceName: string,
    at: Instant,
  ): Promise<OpenSession> {
    const token = randomBytes(32).toString('base64url')
    const expiresAt = at + SESSION_LIVES
    const name = hashOf(token)
    const times = { created_at: at, expires_at: expiresAt }
    const session = { company, token: name, staff, device_name: deviceName, ...times }
    await this.db.transaction().execute(async (db) => {
      const place = { what: 'session', name, company, subject: staff }
      await db.insertInto('directory').values(place).execute()
      await db.insertInto('session').values(session).execute()
    })
    await this.#end(company, staff, ({ expires_at }) => expires_at <= at)
    return { company, staff, token, expiresAt, device: null, revokedAt: null, isRenewed: false }
  }

  /** A session that is open still and the account behind it, as both are now: every call asks. */
  async read(
    token: string,
    now: Instant,
  ): Promise<{ readonly session: OpenSession; readonly account: Account } | null> {
    const name = hashOf(token)
    const [row] = await this.sql<(AccountRow & SessionRow)[]>`
      select a.*, s.expires_at, s.device, v.revoked_at from directory d
      join session s on s.company = d.company and s.token = d.name
      join account a on a.company = s.company and a.staff = s.staff
      left join device v on v.company = s.company and v.id = s.device
      where d.what = 'session' and d.name = ${name}`
    if (!row || row.expires_at <= now) return null
    const isRenewed = row.expires_at - now < SESSION_LIVES - RENEWED_AFTER
    const expiresAt = isRenewed ? now + SESSION_LIVES : row.expires_at
    if (isRenewed) await this.#renew(row.company, name, expiresAt)
    const account = accountFromRow(row)
    const { company, staff } = account
    const { device, revoked_at: revokedAt } = row
    return {
      account,
      session: { company, staff, token, expiresAt, device, revokedAt, isRenewed },
    }
  }

  /** [DV2] A device speaks under this session from now on; it is called what its browser says. */
  async noteDevice({ company, token }: OpenSession, device: DeviceId): Promise<void> {
    await this.sql`
      with heard as (update session set device = ${device}
        where company = ${company} and token = ${hashOf(token)} returning device_name)
      update device set name = heard.device_name from heard
      where company = ${company} and id = ${device}`
  }

  /** [AC6] Where somebody is signed in, the latest first. */
  async openOf(company: CompanyId, staff: StaffId, now: Instant): Promise<readonly SessionLine[]> {
    const rows = await this.db
      .selectFrom('session')
      .selectAll()
      .where('company', '=', company)
      .where('staff', '=', staff)
      .where('expires_at', '>', now)
      .orderBy('created_at', 'desc')
      .execute()
    return rows.map((row) => ({
      ...{ id: sessionIdOf(row.token), name: row.device_name, device: row.device as DeviceId },
      ...{ since: row.created_at, until: row.expires_at },
    }))
  }

  /** How many sessions are open, by whose they are. */
  async countOpen(company: CompanyId, now: Instant): Promise<ReadonlyMap<string, number>> {
    const rows = await this.db
      .selectFrom('session')
      .select(({ fn }) => ['staff', fn.countAll<string>().as('sessions')])
      .where('company', '=', company)
      .where('expires_at', '>', now)
      .groupBy('staff')
      .execute()
    return new Map(rows.map(({ staff, sessions }) => [staff, Number(sessions)]))
  }

  /** [DV2] Devices of a company somebody is signed in on. */
  async devicesOpen(company: CompanyId, now: Instant): Promise<ReadonlySet<string>> {
    const rows = await this.db
      .selectFrom('session')
      .select('device')
      .where('company', '=', company)
      .where('expires_at', '>', now)
      .where('device', 'is not', null)
      .execute()
    return new Set(rows.flatMap(({ device }) => device ?? []))
  }

  async close({ company, staff, token }: OpenSession): Promise<void> {
    await this.#end(company, staff, (row) => row.token === hashOf(token))
  }

  /** After a new password every other session ends. */
  async closeOthers({ company, staff, token }: OpenSession): Promise<void> {
    await this.#end(company, staff, (row) => row.token !== hashOf(token))
  }

  async closeAllOf(company: CompanyId, staff: StaffId): Promise<void> {
    await this.#end(company, staff, () => true)
  }

  /** [AC6] One of them, as `openOf` names it. */
  async closeNamed(company: CompanyId, staff: StaffId, id: string): Promise<void> {
    await this.#end(company, staff, ({ token }) => sessionIdOf(token) === id)
  }

  async #renew(company: string, token: string, expiresAt: Instant): Promise<void> {
    await this.db
      .updateTable('session')
      .set({ expires_at: expiresAt })
      .where('company', '=', company)
      .where('token', '=', token)
      .execute()
  }

  async #end(
    company: CompanyId,
    staff: StaffId,
    isMeant: (row: { readonly token: string; readonly expires_at: Instant }) => boolean,
  ): Promise<void> {
    const rows = await this.db
      .selectFrom('session')
      .select(['token', 'expires_at'])
      .where('company', '=', company)
      .where('staff', '=', staff)
      .execute()
    const tokens = rows.filter(isMeant).map(({ token }) => token)
    if (tokens.length === 0) return
    await this.db.transaction().execute(async (db) => {
      await db
        .deleteFrom('session')
        .where('company', '=', company)
        .where('token', 'in', tokens)
        .execute()
      await db
        .deleteFrom('directory')
        .where('what', '=', 'session')
        .where('name', 'in', tokens)
        .execute()
    })
  }
}
