import type { RouteRecordRaw } from 'vue-router'

export const voicesRoutes: RouteRecordRaw[] = [
  {
    path: '/follow-ups',
    component: () => import('./VoicesPage.vue'),
    meta: { words: ['closing'], hidesTabs: true, isColumn: true },
  },
]
