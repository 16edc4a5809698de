import type { RouteRecordRaw } from 'vue-router'

export const clockRoutes: RouteRecordRaw[] = [
  {
    path: '/clocks',
    component: () => import('./ClocksPage.vue'),
    meta: { words: ['clocks'], hidesTabs: true, isColumn: true },
  },
]
