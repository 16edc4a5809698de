import type { RouteRecordRaw } from 'vue-router'

/** Development only: every part in its states. */
export const designRoutes: RouteRecordRaw[] = [
  {
    path: '/design',
    component: () => import('./DesignPage.vue'),
    meta: {
      words: [
        'checkIn',
        'design',
        'marked',
        'nearHomes',
        'nextWord',
        'patrol',
        'photo',
        'place',
        'signature',
        'sound',
        'ticket',
        'visit',
        'workbook',
      ],
    },
  },
  {
    path: '/design/long',
    component: () => import('./DesignLongPage.vue'),
    meta: { words: ['design'] },
  },
]
