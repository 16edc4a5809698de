import type { RouteRecordRaw } from 'vue-router'

export const ticketRoutes: RouteRecordRaw[] = [
  { path: '/tickets', component: () => import('./TicketsPage.vue'), props: { ticket: '' } },
  {
    path: '/tickets/:ticket',
    component: () => import('./TicketsPage.vue'),
    props: true,
    meta: { hidesTabs: true },
  },
]
