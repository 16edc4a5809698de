import type { RouteRecordRaw } from 'vue-router'

export const rosterRoutes: RouteRecordRaw[] = [
  {
    path: '/roster/:month(\\d{4}-\\d{2})?',
    component: () => import('./RosterPage.vue'),
    props: ({ params }) => ({ asked: String(params['month'] ?? '') }),
    meta: { words: ['roster'], hidesTabs: true },
  },
]
