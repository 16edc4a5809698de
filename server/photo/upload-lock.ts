import type { Lock, Locker, RequestRelease } from '@tus/server'
import { randomBytes } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { Sql } from 'postgres'
import { TusFailure } from './tus-failure'

/** A lease that is not renewed: its server fell. */
const LEASE_SECONDS = 20
const RENEW_EVERY = 2_000
const ASK_EVERY = 150
const PATIENCE = 30_000

/** One writer per upload, at whichever server: a lease in the database, renewed while bytes flow. */
class UploadLock implements Lock {
  readonly #holder = randomBytes(12).toString('hex')
  #renewing: NodeJS.Timeout | null = null

  constructor(
    private readonly sql: Sql,
    private readonly upload: string,
  ) {}

  /** Asks whoever holds it to let go: a phone whose line broke comes back before its old call ends. */
  async lock(signal: AbortSignal, letGo: RequestRelease): Promise<void> {
    const until = Date.now() + PATIENCE
    while (!(await this.#take())) {
      if (signal.aborted || Date.now() > until) throw new TusFailure(503)
      await wait(ASK_EVERY)
    }
    // Nobody waits for a renewal: what breaks while the database is away must not end the server.
    const renew = () => void this.#renew(letGo).catch(() => undefined)
    this.#renewing = setInterval(renew, RENEW_EVERY).unref()
  }

  async unlock(): Promise<void> {
    if (this.#renewing) clearInterval(this.#renewing)
    // With the database away it is let go of all the same: the lease runs out by itself.
    await this.sql`
      delete from upload_lock where upload = ${this.upload} and holder = ${this.#holder}`.catch(
      () => [],
    )
  }

  async #take(): Promise<boolean> {
    const [held] = await this.sql<{ holder: string }[]>`
      insert into upload_lock as l (upload, holder, until, wanted) values (
        ${this.upload}, ${this.#holder}, clock_timestamp() + make_interval(secs => ${LEASE_SECONDS}),
        false)
      on conflict (upload) do update set
        holder = case when l.until < clock_timestamp() then excluded.holder else l.holder end,
        until = case when l.until < clock_timestamp() then excluded.until else l.until end,
        wanted = l.until >= clock_timestamp()
      returning holder`
    return held?.holder === this.#holder
  }

  async #renew(letGo: RequestRelease): Promise<void> {
    const [held] = await this.sql<{ wanted: boolean }[]>`
      update upload_lock set until = clock_timestamp() + make_interval(secs => ${LEASE_SECONDS})
      where upload = ${this.upload} and holder = ${this.#holder} returning wanted`.catch(() => [])
    // Wanted elsewhere, lost, or the database is away: nobody may write without it.
    if (held?.wanted !== false) await letGo()
  }
}

export class UploadLocker implements Locker {
  constructor(private readonly sql: Sql) {}

  newLock(upload: string): Lock {
    return new UploadLock(this.sql, upload)
  }
}
