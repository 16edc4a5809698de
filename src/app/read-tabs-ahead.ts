import type { Router } from 'vue-router'
import { loadRouteLocation } from 'vue-router'
import { whenIdle } from '../device/when-idle'
import type { Wording } from './i18n'

const TABS = ['/tickets', '/patrol', '/snap'] as const

/**
 * Reads the tabs' pages, one at a time, while nobody asks for anything: the first tap on a tab finds
 * its script run already. What does not come is read when it is asked for.
 */
export const readTabsAhead = async (
  router: Router,
  { load }: Pick<Wording, 'load'>,
): Promise<void> => {
  for (const tab of TABS) {
    await whenIdle()
    const to = router.resolve(tab)
    await Promise.all([load(to.meta.words ?? []), loadRouteLocation(to)]).catch(() => undefined)
  }
}
