import type { RouteRecordRaw } from 'vue-router'

export const meRoutes: RouteRecordRaw[] = [
  {
    path: '/me',
    component: () => import('./MePage.vue'),
    meta: { words: ['me', 'platform'], hidesTabs: true, isColumn: true },
  },
  {
    path: '/me/lock',
    component: () => import('./LockPage.vue'),
    meta: { words: ['lock'], hidesTabs: true, isColumn: true },
  },
  {
    path: '/me/password',
    component: () => import('./PasswordPage.vue'),
    meta: { words: ['me'], hidesTabs: true, isColumn: true },
  },
  {
    path: '/me/sign-in',
    component: () => import('./SignInAgainPage.vue'),
    meta: { words: ['signIn'], hidesTabs: true, isColumn: true },
  },
]
