import type { HandoverAct, HandoverId, ShiftHandover } from '../domain/handover/handover'
import { handoversHeld, readHandover } from '../storage/day-end'
import { act } from './act'
import { useLive } from './live'
import { usePhone } from './phone'
import { useSaving } from './saving'

export const useHandovers = () => {
  const { database } = usePhone()
  return useLive<readonly ShiftHandover[] | null>(() => () => handoversHeld(database), null)
}

/** Null where there is none, undefined until it was looked up. */
export const useHandover = (id: () => HandoverId) => {
  const { database } = usePhone()
  return useLive<ShiftHandover | null | undefined>(() => {
    const wanted = id()
    return () => readHandover(database, wanted)
  }, undefined)
}

/** What is said of one, or done to it without a signature. */
export const useHandoverDeed = (id: HandoverId) => {
  const phone = usePhone()
  const { failure, isBusy, saving } = useSaving()
  const doTo = (deed: HandoverAct): Promise<boolean> =>
    saving(() => act(phone, [{ kind: 'ShiftHandover', record: id, act: deed }]))
  return { doTo, failure, isBusy }
}
