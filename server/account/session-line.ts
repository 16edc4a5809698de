import { createHash } from 'node:crypto'
import type { DeviceId } from '../../src/domain/id'
import type { Instant } from '../../src/domain/instant'

/** All that is kept of a token. */
export const hashOf = (token: string): string =>
  createHash('sha256').update(token).digest('base64url')

/** What an administrator calls a session by: nothing that could be used as one. */
export const sessionIdOf = (hashed: string): string => hashOf(hashed).slice(0, 22)

/** The same of one that is open here. */
export const sessionIdOfToken = (token: string): string => sessionIdOf(hashOf(token))

export interface SessionLine {
  readonly id: string
  readonly name: string
  readonly device: DeviceId | null
  readonly since: Instant
  readonly until: Instant
}
