import type { App } from 'vue'

/** Whatever breaks on a page is the browser's to report; and somebody here is told. */
export const onFault = (app: App, met: () => void): void => {
  window.addEventListener('error', met)
  window.addEventListener('unhandledrejection', met)
  app.config.errorHandler = (error) => reportError(error)
}
