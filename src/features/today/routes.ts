import type { RouteRecordRaw } from 'vue-router'
import TodayPage from './TodayPage.vue'

/** The page that is opened most often comes with the app. */
export const todayRoutes: RouteRecordRaw[] = [{ path: '/today', component: TodayPage }]
