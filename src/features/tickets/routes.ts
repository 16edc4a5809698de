import type { RouteRecordRaw } from 'vue-router'

export const ticketRoutes: RouteRecordRaw[] = [
  {
    path: '/snap',
    component: () => import('./SnapPage.vue'),
    meta: { hidesTabs: true, isColumn: true },
  },
  { path: '/tickets', component: () => import('./TicketsPage.vue'), props: { ticket: '' } },
  {
    path: '/tickets/:ticket',
    component: () => import('./TicketsPage.vue'),
    props: true,
    meta: { hidesTabs: true },
  },
]
