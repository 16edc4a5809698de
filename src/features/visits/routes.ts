import type { RouteRecordRaw } from 'vue-router'

export const visitRoutes: RouteRecordRaw[] = [
  {
    path: '/visits',
    component: () => import('./VisitsPage.vue'),
    meta: { words: ['visit'], hidesTabs: true, isColumn: true },
  },
  {
    path: '/visits/coverage',
    component: () => import('./CoveragePage.vue'),
    meta: { words: ['coverage', 'visit', 'workbook'], hidesTabs: true },
  },
  {
    path: '/visits/month',
    component: () => import('./MonthPage.vue'),
    meta: { words: ['coverage', 'workbook'], hidesTabs: true },
  },
  {
    path: '/visits/notices',
    component: () => import('./NoticesPage.vue'),
    meta: { words: ['visit'], hidesTabs: true, isColumn: true },
  },
  {
    path: '/visits/records/:visit',
    component: () => import('./VisitPage.vue'),
    props: true,
    meta: { words: ['visit'], hidesTabs: true, isColumn: true },
  },
  {
    path: '/visits/homes/:home',
    component: () => import('./DoorPage.vue'),
    props: true,
    meta: { words: ['nearHomes', 'photo', 'visit'], hidesTabs: true, isColumn: true },
  },
]
