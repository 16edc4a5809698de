import type { RouteRecordRaw } from 'vue-router'

const words = ['home', 'promise']

export const homeRoutes: RouteRecordRaw[] = [
  {
    path: '/homes/units/:home',
    component: () => import('./HomePage.vue'),
    props: true,
    meta: { words, hidesTabs: true, isColumn: true },
  },
  {
    path: '/homes/:building?',
    component: () => import('./HomesPage.vue'),
    props: ({ params }) => ({ building: String(params['building'] ?? '') }),
    meta: { words },
  },
]
