import type { StaffId } from '../id'
import type { Role } from '../role'
import type { Difference, ShiftHandover } from './handover'

/** [HO4] Whether it waits for this person: meant by name, or standing at the post; never the giver. */
export const waitsFor = (
  handover: ShiftHandover,
  staff: StaffId,
  roles: readonly Role[],
): boolean => {
  if (handover.status !== 'waiting' || handover.giver === staff) return false
  const { to } = handover
  if (to.by === 'person') return to.staff === staff
  return to.roles.some((role) => roles.includes(role))
}

/** How many of something were found when it was counted; null where nobody counted. */
export type Counted = Readonly<Record<string, number | null | undefined>>

/** [HO6] Where the count differs from what was handed over, said with both numbers. */
export const countedDifferences = (
  items: ShiftHandover['items'],
  counted: Counted,
): readonly Difference[] =>
  items.flatMap(({ name, count }, index) => {
    const found = counted[String(index)] ?? count
    return found === count ? [] : [{ what: name, told: count, found, words: '' }]
  })

/** A mobile number, however it is spaced: it belongs in no record the whole community reads. */
const PHONE = /(?<!\d)1[3-9]\d(?:[ -]?\d){8}(?!\d)/

/** [HO2] Words the community may read name no telephone. */
export const namesPhone = (words: string): boolean => PHONE.test(words)
