import { askToPersist } from '../device/storage-estimate'
import { observe } from '../storage/observe'
import type { Phone } from './phone'

/**
 * [ST16] The browser is asked not to clear this phone by itself once there is work of its person on it:
 * by then it is plain what for, should it ask them.
 */
export const persistAfterFirstSave = (
  { database }: Pick<Phone, 'database'>,
  ask: () => Promise<unknown> = askToPersist,
): (() => void) => {
  let hasAsked = false
  const end = observe(
    async () => (await database.outbox.count()) + (await database.journal.count()),
  ).subscribe(
    (saved) => {
      if (saved === 0 || hasAsked) return
      hasAsked = true
      // Asked once, no save is looked at for it any more.
      end()
      void ask()
    },
    () => undefined,
  )
  return end
}
