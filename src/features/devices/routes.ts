import type { RouteRecordRaw } from 'vue-router'

export const deviceRoutes: RouteRecordRaw[] = [
  {
    path: '/devices',
    component: () => import('./DevicesPage.vue'),
    meta: { words: ['devices'], hidesTabs: true },
  },
]
