import type { Checklist } from './checklist/ask'
import { FIRE_CHECKLISTS } from './checklist/fire'
import { GROUND_CHECKLISTS } from './checklist/ground'
import { HOME_CHECKLISTS } from './checklist/home'
import { NIGHT_CHECKLISTS } from './checklist/night'
import { PLANT_ROOM_CHECKLISTS } from './checklist/plant-room'
import { STEWARD_CHECKLISTS } from './checklist/steward'

/** Eleven rounds' worth of checklists; a source is named only where it is a public paper or our own. */
export const CHECKLISTS: readonly Checklist[] = [
  ...FIRE_CHECKLISTS,
  ...PLANT_ROOM_CHECKLISTS,
  ...GROUND_CHECKLISTS,
  ...HOME_CHECKLISTS,
  ...STEWARD_CHECKLISTS,
  ...NIGHT_CHECKLISTS,
]
