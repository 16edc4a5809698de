import type { ShiftHandover } from './handover'
import { namesPhone } from './question'

/** [HO8] Whether a telephone stands in any word of it, of an app that did not ask. */
export const carriesPhone = (handover: ShiftHandover): boolean => {
  const { items, renovators, quiet, tickets, rounds, words, thread } = handover
  const differences = handover.status === 'taken' ? handover.taking.differences : []
  return [
    ...[words, ...items.map(({ name }) => name)],
    ...[...renovators, ...quiet, ...tickets, ...rounds].map((line) => line.words),
    ...differences.flatMap((each) => [each.what, each.words]),
    ...thread.map((entry) => ('words' in entry ? entry.words : '')),
  ].some(namesPhone)
}
