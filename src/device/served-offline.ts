/** Whether this page's own scripts come from the phone: one asked for ahead cannot fail to come. */
export const isServedOffline = (): boolean =>
  'serviceWorker' in navigator && navigator.serviceWorker.controller !== null
