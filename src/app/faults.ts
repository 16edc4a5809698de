import type { App } from 'vue'

let isMet = false
let tell = () => {
  isMet = true
}

/** Whatever breaks on a page is the browser's to report; what may mend it is loaded later. */
export const followFaults = (app: App): void => {
  const met = () => tell()
  window.addEventListener('error', met)
  window.addEventListener('unhandledrejection', met)
  app.config.errorHandler = (error) => reportError(error)
}

/** What broke before is told at once. */
export const onFault = (met: () => void): void => {
  tell = met
  if (isMet) met()
}
