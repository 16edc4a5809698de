import type { RouteRecordRaw } from 'vue-router'

export const interruptionRoutes: RouteRecordRaw[] = [
  {
    path: '/interruptions',
    component: () => import('./InterruptionsPage.vue'),
    meta: { words: ['interruption'], hidesTabs: true, isColumn: true },
  },
  {
    path: '/interruptions/new',
    component: () => import('./InterruptionNewPage.vue'),
    meta: { words: ['interruption', 'place'], hidesTabs: true, isColumn: true },
  },
  {
    path: '/interruptions/:interruption',
    component: () => import('./InterruptionPage.vue'),
    props: true,
    meta: { words: ['interruption'], hidesTabs: true, isColumn: true },
  },
]
