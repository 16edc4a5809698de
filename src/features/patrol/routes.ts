import type { RouteRecordRaw } from 'vue-router'

export const patrolRoutes: RouteRecordRaw[] = [
  {
    path: '/patrol',
    component: () => import('./PatrolPage.vue'),
    meta: { words: ['patrol', 'round'], isColumn: true },
  },
  {
    path: '/c/:token',
    component: () => import('./LabelArrivalPage.vue'),
    props: true,
    meta: { words: ['checkIn', 'patrol', 'round'], hidesTabs: true, isColumn: true },
  },
  {
    path: '/scan',
    component: () => import('./ScanPage.vue'),
    meta: { words: ['checkIn', 'patrol'], hidesTabs: true, isColumn: true },
  },
  {
    path: '/patrol/earlier',
    component: () => import('./EarlierRoundsPage.vue'),
    meta: {
      words: [
        'checkIn',
        'doubt',
        'earlierRound',
        'marked',
        'patrol',
        'round',
        'signature',
        'sound',
      ],
      hidesTabs: true,
      isColumn: true,
    },
  },
  {
    path: '/patrol/night-check',
    component: () => import('./NightCheckPage.vue'),
    meta: { words: ['round'], hidesTabs: true, isColumn: true },
  },
  {
    path: '/patrol/labels/:checkpoint',
    component: () => import('./LabelPage.vue'),
    props: true,
    meta: { words: ['checkIn', 'patrol'], hidesTabs: true, isColumn: true },
  },
  {
    path: '/patrol/positions/:checkpoint',
    component: () => import('./PositionPage.vue'),
    props: ({ params, query }) => ({ ...params, round: query['round'] ?? '' }),
    meta: { words: ['patrol', 'pointPosition'], hidesTabs: true },
  },
  {
    path: '/patrol/rounds/:round',
    component: () => import('./RoundPage.vue'),
    props: true,
    meta: {
      words: ['doubt', 'marked', 'patrol', 'round', 'signature'],
      hidesTabs: true,
      isColumn: true,
    },
  },
  {
    path: '/patrol/rounds/:round/stops/:checkpoint',
    component: () => import('./StopPage.vue'),
    props: ({ params, query }) => ({ ...params, fromLabel: query['from'] === 'label' }),
    meta: {
      words: [
        'checkIn',
        'closing',
        'nearHomes',
        'doubt',
        'marked',
        'nextWord',
        'patrol',
        'photo',
        'place',
        'pointPosition',
        'round',
        'signature',
        'sound',
      ],
      hidesTabs: true,
      isColumn: true,
    },
  },
]
