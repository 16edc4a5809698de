import type { RouteRecordRaw } from 'vue-router'

export const planningRoutes: RouteRecordRaw[] = [
  {
    path: '/plans',
    component: () => import('./PlansPage.vue'),
    meta: { words: ['planning'], hidesTabs: true },
  },
  {
    path: '/plans/form/:plan?',
    component: () => import('./PlanFormPage.vue'),
    props: ({ params }) => ({ plan: params['plan'] ?? '' }),
    meta: { words: ['planning'], hidesTabs: true },
  },
  {
    path: '/plans/routes',
    component: () => import('./RoutesPage.vue'),
    meta: { words: ['planning'], hidesTabs: true, isColumn: true },
  },
  {
    path: '/plans/routes/form/:route?',
    component: () => import('./RouteFormPage.vue'),
    props: ({ params }) => ({ route: params['route'] ?? '' }),
    meta: { words: ['planning'], hidesTabs: true, isColumn: true },
  },
  {
    path: '/plans/points/form/:point?',
    component: () => import('./PointFormPage.vue'),
    props: ({ params }) => ({ point: params['point'] ?? '' }),
    meta: { words: ['planning', 'place'], hidesTabs: true, isColumn: true },
  },
]
