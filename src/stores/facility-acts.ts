import type { Facility } from '../domain/facility'
import type { FacilityAct, FacilityEdits } from '../domain/facility/act'
import { mayAct } from '../domain/permission'
import { act } from './act'
import { usePhone } from './phone'

type Kept = Facility['kept'][number]

/** What staff do with a facility, each saved at once, with a network or without. */
export const useFacilityActs = () => {
  const phone = usePhone()
  const saveAll = (facility: Facility, deeds: readonly FacilityAct[]) =>
    act(
      phone,
      deeds.map((deed) => ({ kind: 'Facility', record: facility.id, act: deed })),
    )
  return {
    mayKeep: mayAct(phone.person.roles, 'Facility', 'amend'),
    /** [FA8] */
    undo: (facility: Facility, change: Facility['states'][number]['change']) =>
      saveAll(facility, [{ act: 'undo', change }]),
    /** [FA6] One of the two stands, and the other is asked about no more. */
    settle: (facility: Facility, { change, part, value }: Kept, isTaken: boolean) => {
      const seen = facility[part as keyof FacilityEdits]
      const take = { act: 'amend', fields: { [part]: { seen, meant: value } } } as FacilityAct
      const done: FacilityAct = { act: 'settle', of: change, part }
      return saveAll(facility, isTaken ? [take, done] : [done])
    },
  }
}
