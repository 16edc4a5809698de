import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import type { Settings } from '../settings'

type Trust = Pick<Settings, 'trustProxy' | 'publicUrl'>

/** Where a call comes from; a proxy's word counts only when the settings say there is one. */
export const clientAddress = (c: Context, { trustProxy }: Pick<Trust, 'trustProxy'>): string => {
  const forwarded = trustProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : null
  if (forwarded) return forwarded
  try {
    return getConnInfo(c).remote.address ?? 'unknown'
  } catch {
    // Called without a socket, as tests do.
    return 'unknown'
  }
}

export const isTls = (c: Context, { trustProxy, publicUrl }: Trust): boolean =>
  publicUrl.startsWith('https:') || (trustProxy && c.req.header('x-forwarded-proto') === 'https')
