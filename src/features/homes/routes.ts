import type { RouteRecordRaw } from 'vue-router'

export const homeRoutes: RouteRecordRaw[] = [
  {
    path: '/homes/units/:home',
    component: () => import('./HomePage.vue'),
    props: true,
    meta: { words: ['home', 'owner', 'promise', 'visit'], hidesTabs: true, isColumn: true },
  },
  {
    path: '/homes/units/:home/people/:file',
    component: () => import('./OwnerPage.vue'),
    props: true,
    meta: { words: ['owner'], hidesTabs: true, isColumn: true },
  },
  {
    path: '/homes/units/:home/people/:file/paper',
    component: () => import('./PaperPage.vue'),
    props: true,
    meta: { words: ['owner', 'photo'], hidesTabs: true, isColumn: true },
  },
  {
    path: '/homes/units/:home/people/:file/data',
    component: () => import('./PersonalDataPage.vue'),
    props: true,
    meta: { words: ['owner', 'personal', 'visit', 'workbook'], hidesTabs: true, isColumn: true },
  },
  {
    path: '/homes/:building?',
    component: () => import('./HomesPage.vue'),
    props: ({ params }) => ({ building: String(params['building'] ?? '') }),
    meta: { words: ['home', 'owner'] },
  },
]
