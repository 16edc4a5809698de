import { begunDrafts } from '../storage/in-hand'
import type { Begun } from '../domain/today/matter'
import { useLive } from './live'
import { usePhone } from './phone'

/** Other intakes somebody was interrupted in. */
export const useBegunIntakes = (but: () => string) => {
  const { database } = usePhone()
  return useLive<readonly Begun[]>(() => {
    const own = `intake/${but()}`
    return async () =>
      (await begunDrafts(database)).filter(({ key }) => /^intake\/[^/]+$/.test(key) && key !== own)
  }, [])
}
