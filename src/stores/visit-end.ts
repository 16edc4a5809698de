import type { OwnerVisitAct } from '../domain/visit/owner-visit'
import { act } from './act'
import { usePhone } from './phone'
import { useSaving } from './saving'

/** [VI1] A visit voided, or its appointment called off, with the reason. */
export const useVisitEnd = () => {
  const phone = usePhone()
  const { failure, isBusy, saving } = useSaving()
  const end = (visit: string, deed: 'void' | 'cancel', reason: string): Promise<boolean> => {
    const ending: OwnerVisitAct = { act: deed, reason }
    return saving(() => act(phone, [{ kind: 'OwnerVisit', record: visit, act: ending }]))
  }
  return { end, isBusy, failure }
}
