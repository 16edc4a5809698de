import type { RouteRecordRaw } from 'vue-router'

export const homeRoutes: RouteRecordRaw[] = [
  {
    path: '/homes/units/:home',
    component: () => import('./HomePage.vue'),
    props: true,
    meta: { words: ['home', 'owner', 'promise', 'visit'], hidesTabs: true, isColumn: true },
  },
  {
    path: '/homes/units/:home/people/:file/:part(paper|data)?',
    component: () => import('./FilePage.vue'),
    props: true,
    meta: {
      words: ['owner', 'personal', 'visit', 'photo', 'workbook'],
      ...{ hidesTabs: true, isColumn: true },
    },
  },
  {
    path: '/homes/:building?',
    component: () => import('./HomesPage.vue'),
    props: ({ params }) => ({ building: String(params['building'] ?? '') }),
    meta: { words: ['home', 'owner'] },
  },
]
