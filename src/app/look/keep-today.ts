import type { Router } from 'vue-router'
import { after } from '../../device/after'
import { addDays } from '../../domain/calendar-day'
import { SECOND } from '../../domain/instant'
import { instantOf, localDay, type TimeZone } from '../../domain/time-zone'
import { onChange } from '../../storage/on-change'
import { TABLE_OF } from '../../storage/phone-database'
import { lockKey } from '../../stores/lock'
import { dropLook, keepLook } from '../../stores/look'
import type { Phone } from '../../stores/phone'
import { isSame, rememberedPerson } from '../../stores/remembered'
import { readLook } from './read-look'

/** What the thumb asked for comes first. */
const CALM = 2 * SECOND
/** Every record, and what is begun or on its way. */
const SHOWN = [...Object.values(TABLE_OF), 'outbox', 'drafts']
const ROOT = ['lang', 'data-theme', 'data-text']

/** [TD17] Keeps how Today looks while it is what is on the screen, and nothing that has changed since. */
export const keepToday = (phone: Phone, router: Router, zone: () => TimeZone): void => {
  const keep = () => {
    const page = document.querySelector('#app:not([data-look]) > .phone')
    if (!page || router.currentRoute.value.path !== '/today') return
    const drawn = readLook(page)
    const now = phone.now()
    const day = localDay(now, zone())
    const root = ROOT.map((name) => [name, document.documentElement.getAttribute(name) ?? ''])
    // Somebody else may have come to the phone in another tab, and nothing is kept as theirs.
    const here = rememberedPerson()
    if (!here || !isSame(here, phone.person) || !phone.database.isOpen()) return
    keepLook({
      ...{ from: now, until: instantOf(addDays(day, 1), 0, zone()), lock: lockKey(phone.person) },
      ...{ root: Object.fromEntries(root) as Record<string, string>, drawn },
    })
  }
  let callOff: () => void = () => undefined
  const keepSoon = () => {
    callOff()
    callOff = after(CALM, keep)
  }
  onChange(phone.database, SHOWN, () => {
    dropLook()
    keepSoon()
  })
  // Deleted under the open app: what it held is not shown once more.
  phone.database.on('versionchange', dropLook)
  router.afterEach(keepSoon)
  keepSoon()
}
