import type { RouteRecordRaw } from 'vue-router'

export const contractRoutes: RouteRecordRaw[] = [
  {
    path: '/clauses',
    component: () => import('./ClausesPage.vue'),
    meta: { words: ['contract'], hidesTabs: true, isColumn: true },
  },
  {
    path: '/contract-shares',
    component: () => import('./SharesPage.vue'),
    meta: { words: ['contract'], hidesTabs: true, isColumn: true },
  },
]
