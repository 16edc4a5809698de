import type { Kysely } from 'kysely'
import { createHash, randomBytes } from 'node:crypto'
import type { CompanyId, StaffId } from '../../src/domain/id'
import { DAY, type Instant } from '../../src/domain/instant'
import type { Tables } from '../store/postgres/tables'

/** How long a phone stays signed in after it was last heard. */
export const SESSION_LIVES = 14 * DAY

/** Renewed when this much of it has passed, so that not every call writes. */
const RENEWED_AFTER = 1 * DAY

export interface OpenSession {
  readonly company: CompanyId
  readonly staff: StaffId
  readonly token: string
  readonly expiresAt: Instant
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url')

/** Sessions by the hash of their token: whoever reads the table cannot use it. */
export class SessionBook {
  constructor(private readonly db: Kysely<Tables>) {}

  async open(
    company: CompanyId,
    staff: StaffId,
    deviceName: string,
    at: Instant,
  ): Promise<OpenSession> {
    const token = randomBytes(32).toString('base64url')
    const expiresAt = at + SESSION_LIVES
    const name = hashOf(token)
    await this.db.transaction().execute(async (db) => {
      await db
        .insertInto('directory')
        .values({ what: 'session', name, company, subject: staff })
        .execute()
      await db
        .insertInto('session')
        .values({
          ...{ company, token: name, staff, device_name: deviceName },
          ...{ created_at: at, expires_at: expiresAt },
        })
        .execute()
    })
    return { company, staff, token, expiresAt }
  }

  async read(token: string, now: Instant): Promise<OpenSession | null> {
    const name = hashOf(token)
    const place = await this.db
      .selectFrom('directory')
      .select('company')
      .where('what', '=', 'session')
      .where('name', '=', name)
      .executeTakeFirst()
    if (!place) return null
    const row = await this.db
      .selectFrom('session')
      .selectAll()
      .where('company', '=', place.company)
      .where('token', '=', name)
      .executeTakeFirst()
    if (!row || row.expires_at <= now) return null
    const isWorn = row.expires_at - now < SESSION_LIVES - RENEWED_AFTER
    const expiresAt = isWorn ? now + SESSION_LIVES : row.expires_at
    if (isWorn) await this.#renew(row.company, name, expiresAt)
    return { company: row.company as CompanyId, staff: row.staff as StaffId, token, expiresAt }
  }

  async close(session: Pick<OpenSession, 'company' | 'token'>): Promise<void> {
    await this.#closeWhere(session.company, (row) => row.token === hashOf(session.token))
  }

  /** After a new password every other session ends. */
  async closeOthers(session: OpenSession): Promise<void> {
    const own = hashOf(session.token)
    await this.#closeWhere(
      session.company,
      (row) => row.staff === session.staff && row.token !== own,
    )
  }

  async closeAllOf(company: CompanyId, staff: StaffId): Promise<void> {
    await this.#closeWhere(company, (row) => row.staff === staff)
  }

  async #renew(company: string, token: string, expiresAt: Instant): Promise<void> {
    await this.db
      .updateTable('session')
      .set({ expires_at: expiresAt })
      .where('company', '=', company)
      .where('token', '=', token)
      .execute()
  }

  async #closeWhere(
    company: CompanyId,
    isMeant: (row: { readonly token: string; readonly staff: string }) => boolean,
  ): Promise<void> {
    await this.db.transaction().execute(async (db) => {
      const rows = await db
        .selectFrom('session')
        .select(['token', 'staff'])
        .where('company', '=', company)
        .execute()
      const tokens = rows.filter(isMeant).map(({ token }) => token)
      if (tokens.length === 0) return
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
