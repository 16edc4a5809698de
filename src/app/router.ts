import { createRouter, createWebHistory, type Router, type RouteRecordRaw } from 'vue-router'
import { designRoutes } from '../features/design/routes'
import { homeRoutes } from '../features/homes/routes'
import { nowhereRoutes } from '../features/nowhere/routes'
import { patrolRoutes } from '../features/patrol/routes'
import { signInRoutes } from '../features/sign-in/routes'
import { ownPath } from '../features/sign-in/sign-in-target'
import { ticketRoutes } from '../features/tickets/routes'
import { todayRoutes } from '../features/today/routes'
import { afterPaint } from '../device/after-paint'
import { goingTo } from './going-to'
import type { Wording } from './i18n'

declare module 'vue-router' {
  interface RouteMeta {
    /** The files of wording this page says beyond those said everywhere. */
    words?: readonly string[]
    /** A page of work: the tabs make room for it. */
    hidesTabs?: boolean
    /** On the desk too it is as wide as one reads. */
    isColumn?: boolean
    /** The page that says there is none: nobody is led there on purpose. */
    isNowhere?: boolean
  }
}

const routes: RouteRecordRaw[] = [
  { path: '/', redirect: '/today' },
  ...signInRoutes,
  ...todayRoutes,
  ...patrolRoutes,
  ...ticketRoutes,
  ...homeRoutes,
  ...(import.meta.env.DEV ? designRoutes : []),
  ...nowhereRoutes,
]

/** The pages behind those: their table comes when the first of them is asked for. */
const addRest = async (router: Router): Promise<void> => {
  const { restRoutes } = await import('./rest-routes')
  for (const route of restRoutes) router.addRoute(route)
}

/** Signed out there is one page, which remembers where somebody was going; signed in all others. */
export const createAppRouter = (isSignedIn: boolean, { load }: Pick<Wording, 'load'>) => {
  const router = createRouter({
    history: createWebHistory(),
    routes,
    scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
  })
  let isWhole = false
  router.beforeEach(async (to) => {
    if (isWhole || (!to.meta.isNowhere && to.path !== '/sign-in')) return true
    await addRest(router)
    isWhole = true
    return to.meta.isNowhere ? to.fullPath : true
  })
  const signInFor = (wanted: string) => {
    const to = ownPath(router, wanted)
    return { path: '/sign-in', query: to && to !== '/today' ? { to } : {} }
  }
  router.beforeEach((to) => {
    if (import.meta.env.DEV && to.path.startsWith('/design')) return true
    if (!isSignedIn && to.path !== '/sign-in') return signInFor(to.fullPath)
    if (isSignedIn && to.path === '/sign-in') return ownPath(router, to.query['to']) ?? '/today'
    return true
  })
  // The words of a page come beside its script, and are there before it is entered.
  router.beforeEach((to) => {
    // Should they not come, the wait before entering meets it again.
    load(to.meta.words ?? []).catch(() => undefined)
  })
  router.beforeResolve((to) => load(to.meta.words ?? []))
  // The tap is seen before the page it asks for is built, which holds a slow phone for some frames.
  router.beforeEach((to, from) => {
    if (from.matched.length > 0) goingTo.value = to.path
  })
  router.beforeResolve(async (to, from) => {
    if (from.matched.length > 0 && to.path !== from.path) await afterPaint()
  })
  router.afterEach((to, from) => {
    goingTo.value = null
    if (from.matched.length > 0 && to.path !== from.path)
      requestAnimationFrame(() => document.querySelector<HTMLElement>('h1')?.focus())
  })
  return router
}
