import type { RouteRecordRaw } from 'vue-router'

/** Stands last: whatever no other route answered to. */
export const nowhereRoutes: RouteRecordRaw[] = [
  {
    path: '/:rest(.*)*',
    component: () => import('./NowherePage.vue'),
    meta: { words: ['nowhere'], isNowhere: true, isColumn: true },
  },
]
