import type { RouteRecordRaw } from 'vue-router'

export const facilityRoutes: RouteRecordRaw[] = [
  {
    path: '/facilities',
    component: () => import('./FacilitiesPage.vue'),
    meta: { words: ['facility'], isColumn: true },
  },
  {
    path: '/facilities/:facility',
    component: () => import('./FacilityPage.vue'),
    props: true,
    meta: { words: ['facility'], hidesTabs: true, isColumn: true },
  },
]
