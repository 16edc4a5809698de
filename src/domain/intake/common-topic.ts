import type { Topic } from '../topic'

/** [IN4] The seven ordinary sorts of complaint of the trade; their words are on the screen. */
export const COMMON_TOPICS: readonly Pick<Topic, 'id' | 'role' | 'hours'>[] = [
  { id: 'renovationNoise', role: 'steward', hours: 2 },
  { id: 'sharedFacility', role: 'engineer', hours: 4 },
  { id: 'indoorRepair', role: 'engineer', hours: null },
  { id: 'mail', role: 'customerService', hours: null },
  { id: 'surroundings', role: 'cleaner', hours: null },
  { id: 'pests', role: 'cleaner', hours: null },
  { id: 'service', role: 'supervisor', hours: null },
]
