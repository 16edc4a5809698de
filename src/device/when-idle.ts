import { after } from './after'

/** Where the browser does not tell (Safari), a moment this long stands for it. */
const MOMENT = 300

/** Once the page has nothing to do. */
export const whenIdle = (): Promise<void> =>
  new Promise((done) => {
    if ('requestIdleCallback' in window) requestIdleCallback(() => done())
    else after(MOMENT, done)
  })
