import type { RouteRecordRaw } from 'vue-router'

export const facilityRoutes: RouteRecordRaw[] = [
  {
    path: '/facilities',
    component: () => import('./FacilitiesPage.vue'),
    props: ({ query }) => ({ view: String(query['view'] ?? '') }),
    meta: { words: ['facility'], isColumn: true },
  },
  {
    path: '/facilities/unserved',
    component: () => import('./UnservedPage.vue'),
    meta: { words: ['facility', 'serve'], hidesTabs: true, isColumn: true },
  },
  {
    path: '/facilities/form/:facility?',
    component: () => import('./FacilityFormPage.vue'),
    props: ({ params }) => ({ facility: String(params['facility'] ?? '') }),
    meta: { words: ['facility', 'photo', 'place'], hidesTabs: true, isColumn: true },
  },
  {
    path: '/facilities/:facility/maintenance',
    component: () => import('./MaintenancePage.vue'),
    props: true,
    meta: { words: ['facility', 'maintenance', 'photo'], hidesTabs: true, isColumn: true },
  },
  {
    path: '/facilities/:facility',
    component: () => import('./FacilityPage.vue'),
    props: true,
    meta: { words: ['facility', 'maintenance', 'serve'], hidesTabs: true, isColumn: true },
  },
  {
    path: '/facilities/:facility/serves',
    component: () => import('./ServesPage.vue'),
    props: true,
    meta: { words: ['facility', 'place', 'serve'], hidesTabs: true, isColumn: true },
  },
]
