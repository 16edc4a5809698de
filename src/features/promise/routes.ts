import type { RouteRecordRaw } from 'vue-router'

const words = ['promise']

export const promiseRoutes: RouteRecordRaw[] = [
  {
    path: '/promises',
    component: () => import('./PromisesPage.vue'),
    props: { promise: '' },
    meta: { words, hidesTabs: true },
  },
  {
    path: '/promises/new',
    component: () => import('./NewPromisePage.vue'),
    meta: { words: ['place', 'promise'], hidesTabs: true, isColumn: true },
  },
  {
    path: '/promises/rates',
    component: () => import('./RatesPage.vue'),
    meta: { words, hidesTabs: true, isColumn: true },
  },
  {
    path: '/promises/:promise',
    component: () => import('./PromisesPage.vue'),
    props: true,
    meta: { words, hidesTabs: true },
  },
]
