/** Calls `work` each time the page may be about to be put away; answers how to stop that. */
export const whenLeaving = (work: () => void): (() => void) => {
  const hidden = () => document.visibilityState === 'hidden' && work()
  document.addEventListener('visibilitychange', hidden)
  window.addEventListener('pagehide', work)
  return () => {
    document.removeEventListener('visibilitychange', hidden)
    window.removeEventListener('pagehide', work)
  }
}
