import { after } from './after'

/** A window nobody sees is not painted: it waits no longer than this. */
const LATEST = 100

/** Once what was just changed can be seen. */
export const afterPaint = (): Promise<void> =>
  new Promise((done) => {
    after(LATEST, done)
    requestAnimationFrame(() => after(0, done))
  })
