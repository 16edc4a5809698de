import type { Logger } from 'pino'
import type { AcceptanceParts } from '../acceptance/accept-sync'
import type { AcceptanceServices } from '../acceptance/services'
import type { Account } from '../account/account'
import type { AccountBook } from '../account/account-book'
import type { AccountDesk } from '../account/account-desk'
import type { LeaverDesk } from '../account/leaver-desk'
import type { AuditBook } from '../audit/audit-book'
import type { OpenSession, SessionBook } from '../account/session-book'
import type { SignInBrake } from '../account/sign-in-brake'
import type { ErasureLedger } from '../erasure/erasure-ledger'
import type { LiveStreams } from '../live/live-streams'
import type { VersionWatch } from '../live/version-watch'
import type { GrowingUploads } from '../photo/growing-uploads'
import type { PhotoRegister } from '../photo/photo-register'
import type { PhotoShelf } from '../photo/photo-shelf'
import type { UploadLocker } from '../photo/upload-lock'
import type { Settings } from '../settings'
import type { Store } from '../store/store'
import type { Stopping } from './stopping'

/** Everything the routes are built from. */
export interface ServerParts {
  readonly settings: Pick<Settings, 'publicUrl' | 'trustProxy' | 'metricsToken' | 'drainSeconds'>
  readonly store: Store
  readonly accounts: AccountBook
  readonly accountDesk: AccountDesk
  readonly leavers: LeaverDesk
  readonly audit: AuditBook
  readonly sessions: SessionBook
  readonly brake: SignInBrake
  readonly photos: PhotoShelf
  readonly uploads: GrowingUploads
  readonly uploadLocker: UploadLocker
  readonly photoRegister: PhotoRegister
  readonly ledger: ErasureLedger
  readonly watch: VersionWatch
  readonly streams: LiveStreams
  readonly services: AcceptanceServices
  readonly acceptance: AcceptanceParts
  readonly stopping: Stopping
  readonly log: Logger
  readonly isDatabaseUp: () => Promise<boolean>
  /** Folder of the built app, or null when only the API is served. */
  readonly appFolder: string | null
}

/** What middleware leaves for the routes. */
export interface Env {
  Variables: {
    session: OpenSession
    account: Account
  }
}
