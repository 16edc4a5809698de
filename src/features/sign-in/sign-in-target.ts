import { useRoute, useRouter, type Router } from 'vue-router'

/**
 * Where somebody was going who must sign in first. Only what a page of ours answers to: an address that
 * anybody may have written never leads out of the app.
 */
export const ownPath = (router: Router, wanted: unknown): string | null => {
  if (typeof wanted !== 'string' || !wanted.startsWith('/')) return null
  const { matched, path, fullPath } = router.resolve(wanted)
  const isAnswered = matched.some(({ redirect, meta }) => !redirect && !meta.isNowhere)
  return isAnswered && path !== '/sign-in' ? fullPath : null
}

/** [CI5] Where the app opens once somebody has signed in. */
export const useSignInTarget = () => {
  const [router, route] = [useRouter(), useRoute()]
  return (): string => ownPath(router, route.query['to']) ?? '/today'
}
