import type { RouteRecordRaw } from 'vue-router'

export const repairRoutes: RouteRecordRaw[] = [
  {
    path: '/repair-notes/new',
    component: () => import('./RepairWritePage.vue'),
    props: ({ query }) => ({ ticket: query['ticket'] ?? '', note: '' }),
    meta: {
      words: ['photo', 'place', 'repair', 'signature'],
      hidesTabs: true,
      isColumn: true,
    },
  },
  {
    path: '/repair-notes/:note/edit',
    component: () => import('./RepairWritePage.vue'),
    props: ({ params }) => ({ ticket: '', note: params['note'] }),
    meta: {
      words: ['photo', 'place', 'repair', 'signature'],
      hidesTabs: true,
      isColumn: true,
    },
  },
  {
    path: '/repair-notes/:note',
    component: () => import('./RepairNotePage.vue'),
    props: true,
    meta: { words: ['repair', 'signature', 'ticket'], hidesTabs: true, isColumn: true },
  },
]
