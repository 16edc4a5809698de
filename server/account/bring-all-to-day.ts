import type { ServerParts } from '../http/environment'

type Parts = Pick<ServerParts, 'accounts' | 'accountDesk' | 'streams' | 'services' | 'watch'>

/** [AC11] Whatever began or ended by itself since the last look; answers how many people it was of. */
export const bringAllToDay = async (parts: Parts): Promise<number> => {
  const now = parts.services.now()
  const late = await parts.accounts.pastTheirEdge(now)
  for (const account of late) {
    await parts.accountDesk.bringToDay(account, now)
    parts.streams.endStaff(account.staff)
  }
  if (late.length > 0) parts.watch.lookSoon()
  return late.length
}
