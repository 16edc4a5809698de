import type { RouteRecordRaw } from 'vue-router'

export const uploadRoutes: RouteRecordRaw[] = [
  {
    path: '/upload',
    component: () => import('./UploadPage.vue'),
    meta: { words: ['storage', 'upload', 'ticket'], hidesTabs: true, isColumn: true },
  },
]
