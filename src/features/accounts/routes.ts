import type { RouteRecordRaw } from 'vue-router'

const words = ['accounts']

export const accountRoutes: RouteRecordRaw[] = [
  {
    path: '/accounts',
    component: () => import('./AccountsPage.vue'),
    meta: { words, hidesTabs: true },
  },
  {
    path: '/accounts/form/:staff?',
    component: () => import('./AccountEditPage.vue'),
    meta: { words, hidesTabs: true, isColumn: true },
  },
  {
    path: '/audit',
    component: () => import('./AuditPage.vue'),
    meta: { words: ['accounts', 'audit', 'workbook'], hidesTabs: true },
  },
  {
    path: '/accounts/:staff',
    component: () => import('./AccountPage.vue'),
    meta: { words: ['accounts', 'devices'], hidesTabs: true, isColumn: true },
  },
]
