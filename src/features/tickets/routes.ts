import type { RouteRecordRaw } from 'vue-router'

const words = [
  'clocks',
  'closing',
  'contract',
  'letter',
  'marked',
  'nextWord',
  'photo',
  'place',
  'repair',
  'sound',
  'telling',
  'ticket',
  'topic',
  'workbook',
]

export const ticketRoutes: RouteRecordRaw[] = [
  {
    path: '/snap',
    component: () => import('./SnapPage.vue'),
    props: ({ query }) => ({ facility: query['facility'] ?? '' }),
    meta: {
      words: ['nextWord', 'photo', 'place', 'sound', 'ticket'],
      hidesTabs: true,
      isColumn: true,
    },
  },
  {
    path: '/tickets',
    component: () => import('./TicketsPage.vue'),
    props: { ticket: '' },
    meta: { words },
  },
  {
    path: '/tickets/earlier',
    component: () => import('./EarlierPage.vue'),
    meta: {
      words: ['earlier', 'marked', 'place', 'sound', 'ticket'],
      hidesTabs: true,
      isColumn: true,
    },
  },
  {
    path: '/tickets/book',
    component: () => import('./BookPage.vue'),
    meta: { words: ['book', 'topic', 'workbook'], hidesTabs: true, isColumn: true },
  },
  {
    path: '/tickets/new/:intake?',
    component: () => import('./IntakePage.vue'),
    props: ({ params, query }) => ({
      ...{ intake: String(params['intake'] ?? ''), home: String(query['home'] ?? '') },
    }),
    meta: {
      words: ['intake', 'nextWord', 'photo', 'place', 'sound', 'topic'],
      ...{ hidesTabs: true, isColumn: true },
    },
  },
  {
    path: '/tickets/tellings',
    component: () => import('./TellingsPage.vue'),
    meta: { words: ['telling'], hidesTabs: true, isColumn: true },
  },
  {
    path: '/tickets/:ticket',
    component: () => import('./TicketsPage.vue'),
    props: true,
    meta: { words, hidesTabs: true },
  },
]
