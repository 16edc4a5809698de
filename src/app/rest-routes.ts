import type { RouteRecordRaw } from 'vue-router'
import { accountRoutes } from '../features/accounts/routes'
import { clockRoutes } from '../features/clocks/routes'
import { communityRoutes } from '../features/community/routes'
import { contractRoutes } from '../features/contract/routes'
import { dayEndRoutes } from '../features/day-end/routes'
import { deviceRoutes } from '../features/devices/routes'
import { facilityRoutes } from '../features/facilities/routes'
import { importRoutes } from '../features/import/routes'
import { interruptionRoutes } from '../features/interruptions/routes'
import { letterRoutes } from '../features/letter/routes'
import { meRoutes } from '../features/me/routes'
import { planningRoutes } from '../features/planning/routes'
import { promiseRoutes } from '../features/promise/routes'
import { repairRoutes } from '../features/repair/routes'
import { rosterRoutes } from '../features/roster/routes'
import { uploadRoutes } from '../features/upload/routes'
import { visitRoutes } from '../features/visits/routes'
import { voicesRoutes } from '../features/voices/routes'

/** Of every feature whose pages are not among the first somebody opens. */
export const restRoutes: readonly RouteRecordRaw[] = [
  ...accountRoutes,
  ...clockRoutes,
  ...communityRoutes,
  ...contractRoutes,
  ...dayEndRoutes,
  ...deviceRoutes,
  ...facilityRoutes,
  ...importRoutes,
  ...interruptionRoutes,
  ...letterRoutes,
  ...meRoutes,
  ...planningRoutes,
  ...promiseRoutes,
  ...repairRoutes,
  ...rosterRoutes,
  ...uploadRoutes,
  ...visitRoutes,
  ...voicesRoutes,
]
