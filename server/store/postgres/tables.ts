import type { AccountDeed } from '../../account/account-deed'
import type { Grant } from '../../../src/domain/permission'
import type { Outcome } from '../../../src/protocol/outcome'
import type { DeviceState, Marked, ParkedChange } from '../stored'

/** The rows as PostgreSQL has them. */
export interface Tables {
  company_version: { company: string; version: number; backed_up_to: number }
  version_mark: { company: string; version: number; mark: string; at: number }
  record: {
    company: string
    kind: string
    id: string
    scope: string
    revision: number
    schema: number
    body: unknown
    settled_at: number | null
    about: string[]
    marked: readonly Marked[]
  }
  gone: {
    company: string
    scope: string
    revision: number
    kind: string
    id: string
    why: string
    at: number
  }
  change_log: {
    company: string
    id: string
    version: number
    device: string
    seq: number
    author: string | null
    kind: string | null
    record: string | null
    act: unknown
    at: number
    clock_offset: number | null
    received_at: number
    imported_by: string | null
    place: number
    schema: number
    group_id: string | null
    import_id: string | null
    outcome: Outcome
  }
  parked_change: {
    company: string
    id: string
    kind: string
    record: string
    group_id: string | null
    received_at: number
    seq: number
    body: ParkedChange
  }
  device: {
    company: string
    id: string
    staff: string
    last_seq: number
    registered_at: number
    heard_at: number
    app: string
    schema: number
    waiting: DeviceState['waiting']
    name: string
    revoked_at: number | null
  }
  scope_grant: {
    company: string
    staff: string
    scope: string
    granted_at: number
    taken_at: number | null
  }
  photo_name: {
    company: string
    sha256: string
    kind: string
    record: string
    device: string
    staff: string
  }
  photo_voucher: { company: string; sha256: string; kind: string; record: string; staff: string }
  photo: {
    company: string
    sha256: string
    bytes: number
    type: string
    staff: string
    verified_at: number
  }
  erasure: {
    company: string
    kind: string
    record: string
    at: number
    author: string
    reason: string
  }
  sign_in_try: { name: string; tries: number; last_at: number }
  robot_message: {
    company: string
    name: string
    tries: number
    claimed_until: number
    first_at: number
    sent_at: number | null
  }
  upload_lock: { upload: string; holder: string; until: Date; wanted: boolean }
  photo_sender: { company: string; sha256: string; staff: string }
  company: { id: string; name: string; demonstration: boolean }
  directory: { name: string; what: string; company: string; subject: string }
  account: {
    company: string
    staff: string
    account: string
    password: string
    name: string
    roles: string[]
    past_roles: string[]
    grants: readonly Grant[]
    closed_at: number | null
    edge_at: number | null
  }
  account_deed: {
    company: string
    id: string
    at: number
    author: string
    subject: string
    what: AccountDeed
    given: readonly Grant[]
    taken: readonly Grant[]
  }
  session: {
    company: string
    token: string
    staff: string
    device_name: string
    device: string | null
    created_at: number
    expires_at: number
  }
}
