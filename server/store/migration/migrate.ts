import {
  Migrator,
  type Kysely,
  type Migration,
  type MigrationProvider,
  type MigrationResultSet,
} from 'kysely'
import * as records from './0001-records'
import * as accounts from './0002-accounts'
import * as logOrder from './0003-log-order'
import * as erasures from './0004-erasures'
import * as nightChecks from './0005-night-checks'
import * as importsAndTries from './0006-imports-and-tries'
import * as revokedDevices from './0007-revoked-devices'
import * as importedPhotos from './0008-imported-photos'
import * as vouchersAndMarks from './0009-vouchers-and-marks'
import * as robotMessages from './0010-robot-messages'
import * as accountDeeds from './0011-account-deeds'
import * as audit from './0012-audit'

/** Append-only: a step that was released never changes. */
const STEPS: Readonly<Record<string, Migration>> = {
  '0001-records': records,
  '0002-accounts': accounts,
  '0003-log-order': logOrder,
  '0004-erasures': erasures,
  '0005-night-checks': nightChecks,
  '0006-imports-and-tries': importsAndTries,
  '0007-revoked-devices': revokedDevices,
  '0008-imported-photos': importedPhotos,
  '0009-vouchers-and-marks': vouchersAndMarks,
  '0010-robot-messages': robotMessages,
  '0011-account-deeds': accountDeeds,
  '0012-audit': audit,
}

const provider: MigrationProvider = { getMigrations: () => Promise.resolve({ ...STEPS }) }

const say = ({ error, results }: MigrationResultSet): void => {
  if (error === undefined) return
  const step = results?.find(({ status }) => status === 'Error')?.migrationName ?? '?'
  throw new Error(`Migration ${step} failed`, { cause: error })
}

/** Brings a database to the newest step; throws with the step that failed, which is rolled back. */
export const migrate = async <Tables>(database: Kysely<Tables>): Promise<void> =>
  say(await new Migrator({ db: database, provider }).migrateToLatest())

/** Brings an empty database to the shape another had. Throws where this server is older than it. */
export const migrateTo = async <Tables>(database: Kysely<Tables>, step: string): Promise<void> => {
  if (!Object.hasOwn(STEPS, step))
    throw new Error(`This server does not know ${step}: take the server that made the backup.`)
  say(await new Migrator({ db: database, provider }).migrateTo(step))
}
