const NAME = 'mengya/live'

/**
 * Whoever asks last has the browser's one stream, and whoever had it is told. Where there are no locks
 * there is one tab.
 */
export const takeStream = (lost: () => void): void => {
  if (!('locks' in navigator)) return
  const forEver = () => new Promise<never>(() => undefined)
  navigator.locks.request(NAME, { steal: true }, forEver).catch(lost)
}
