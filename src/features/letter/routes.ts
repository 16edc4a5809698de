import type { RouteRecordRaw } from 'vue-router'

export const letterRoutes: RouteRecordRaw[] = [
  {
    path: '/letters/new',
    component: () => import('./LetterWritePage.vue'),
    props: ({ query }) => ({ ticket: query['ticket'] ?? '', letter: '' }),
    meta: { words: ['letter'], hidesTabs: true, isColumn: true },
  },
  {
    path: '/letters/:letter/edit',
    component: () => import('./LetterWritePage.vue'),
    props: ({ params }) => ({ ticket: '', letter: params['letter'] }),
    meta: { words: ['letter'], hidesTabs: true, isColumn: true },
  },
  {
    path: '/letters/:letter',
    component: () => import('./LetterPage.vue'),
    props: true,
    meta: { words: ['letter', 'ticket'], hidesTabs: true, isColumn: true },
  },
]
