import type { RouteRecordRaw } from 'vue-router'

export const dayEndRoutes: RouteRecordRaw[] = [
  {
    path: '/wrap-up',
    component: () => import('./WrapUpPage.vue'),
    meta: { words: ['wrapUp'], hidesTabs: true, isColumn: true },
  },
  {
    path: '/wrap-up/:wrapUp',
    component: () => import('./WrapUpReadPage.vue'),
    props: true,
    meta: { words: ['wrapUp'], hidesTabs: true, isColumn: true },
  },
]
