import type { RouteRecordRaw } from 'vue-router'

export const communityRoutes: RouteRecordRaw[] = [
  {
    path: '/community',
    component: () => import('./CommunityPage.vue'),
    meta: { words: ['community', 'topic'], hidesTabs: true, isColumn: true },
  },
]
