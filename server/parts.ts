import { randomBytes } from 'node:crypto'
import type { Logger } from 'pino'
import type { Sql } from 'postgres'
import { v5 } from 'uuid'
import { DAY } from '../src/domain/instant'
import { applyChange } from '../src/protocol/apply-change'
import { pushTogether } from './acceptance/push-together'
import { AccountBook } from './account/account-book'
import { AccountDesk } from './account/account-desk'
import { LeaverDesk } from './account/leaver-desk'
import { AuditBook } from './audit/audit-book'
import { SessionBook } from './account/session-book'
import { SignInBrake } from './account/sign-in-brake'
import { ErasureLedger } from './erasure/erasure-ledger'
import type { ServerParts } from './http/environment'
import { faultOf } from './http/fault'
import { Stopping } from './http/stopping'
import { LiveStreams } from './live/live-streams'
import { VersionWatch } from './live/version-watch'
import { PhotoRegister } from './photo/photo-register'
import type { PhotoStore } from './photo/photo-store'
import { UploadLocker } from './photo/upload-lock'
import type { Settings } from './settings'
import { kyselyOver, PostgresStore } from './store/postgres/postgres-store'

export interface Surroundings {
  readonly settings: ServerParts['settings'] & Pick<Settings, 'erasureLedger' | 'rowsKeptDays'>
  readonly photoStore: PhotoStore
  readonly sql: Sql
  readonly log: Logger
  readonly now: () => number
  readonly appFolder: string | null
}

/** The server's parts, built once. The database is migrated already. */
export const createParts = (around: Surroundings): ServerParts => {
  const { settings, sql, log, now, appFolder, photoStore } = around
  const db = kyselyOver(sql)
  const store = new PostgresStore(sql)
  const services = {
    now,
    newMark: () => randomBytes(9).toString('base64url'),
    nameId: (namespace: string, name: string) => v5(name, namespace),
  }
  return {
    ...{ settings, log, appFolder },
    ...{ store, services },
    acceptance: {
      apply: applyChange,
      push: pushTogether(store, services),
      keptFor: settings.rowsKeptDays * DAY,
    },
    accounts: new AccountBook(db),
    accountDesk: new AccountDesk(store, services),
    leavers: new LeaverDesk(store, services),
    audit: new AuditBook(db),
    sessions: new SessionBook(sql),
    brake: new SignInBrake(sql),
    photos: photoStore.shelf,
    uploads: photoStore.uploads,
    uploadLocker: new UploadLocker(sql),
    photoRegister: new PhotoRegister(db),
    ledger: new ErasureLedger(settings.erasureLedger),
    watch: new VersionWatch(db, (error) => log.warn(faultOf(error), 'the version watch broke')),
    streams: new LiveStreams(),
    stopping: new Stopping(),
    isDatabaseUp: () =>
      sql`select 1`.then(
        () => true,
        () => false,
      ),
  }
}
