import type { RouteRecordRaw } from 'vue-router'

export const importRoutes: RouteRecordRaw[] = [
  {
    path: '/import',
    component: () => import('./ImportPage.vue'),
    meta: { words: ['import', 'owner'], hidesTabs: true },
  },
]
