import type { RouteRecordRaw } from 'vue-router'

export const dayEndRoutes: RouteRecordRaw[] = [
  {
    path: '/wrap-up',
    component: () => import('./WrapUpPage.vue'),
    meta: { words: ['promise', 'wrapUp'], hidesTabs: true, isColumn: true },
  },
  {
    path: '/wrap-up/days',
    component: () => import('./WrapUpDaysPage.vue'),
    meta: { words: ['wrapUp'], hidesTabs: true, isColumn: true },
  },
  {
    path: '/wrap-up/:wrapUp',
    component: () => import('./WrapUpReadPage.vue'),
    props: true,
    meta: { words: ['promise', 'ticket', 'wrapUp'], hidesTabs: true, isColumn: true },
  },
  {
    path: '/registers',
    component: () => import('./RegistersPage.vue'),
    meta: { words: ['register'], isColumn: true },
  },
  {
    path: '/handovers',
    component: () => import('./HandoversPage.vue'),
    meta: { words: ['handover'], hidesTabs: true, isColumn: true },
  },
  {
    path: '/handovers/new',
    component: () => import('./HandoverNewPage.vue'),
    meta: { words: ['handover', 'place', 'signature', 'topic'], hidesTabs: true, isColumn: true },
  },
  {
    path: '/handovers/:handover',
    component: () => import('./HandoverPage.vue'),
    props: true,
    meta: { words: ['handover', 'signature'], hidesTabs: true, isColumn: true },
  },
  {
    path: '/weekly-sheets',
    component: () => import('./WeeklySheetsPage.vue'),
    meta: { words: ['weekly'], hidesTabs: true, isColumn: true },
  },
  {
    path: '/weekly-sheets/new',
    component: () => import('./WeeklySheetNewPage.vue'),
    meta: { words: ['signature', 'weekly'], hidesTabs: true, isColumn: true },
  },
  {
    path: '/weekly-sheets/:sheet',
    component: () => import('./WeeklySheetPage.vue'),
    props: true,
    meta: { words: ['signature', 'weekly', 'workbook'], hidesTabs: true, isColumn: true },
  },
]
