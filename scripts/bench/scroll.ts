import type { Page } from 'playwright'

const STEPS = 120
const STEP = 700
const PAUSE = 40

/** Every frame's length while something is done on the page, ms. */
const framesWhile = async (page: Page, work: () => Promise<void>): Promise<number[]> => {
  await page.evaluate(() => {
    const frames: number[] = []
    let last = performance.now()
    let isOver = false
    const step = (now: number) => {
      if (isOver) return
      frames.push(now - last)
      last = now
      requestAnimationFrame(step)
    }
    requestAnimationFrame((now) => {
      last = now
      requestAnimationFrame(step)
    })
    Object.assign(globalThis, {
      benchFrames: () => {
        isOver = true
        return frames
      },
    })
  })
  await work()
  return page.evaluate(() =>
    (globalThis as unknown as { benchFrames: () => number[] }).benchFrames(),
  )
}

/** The same list scrolled by the wheel, and left alone for as long: the page's own frame. */
export const scrollThrough = async (page: Page) => {
  await page.mouse.move(195, 500)
  const still = await framesWhile(page, () => page.waitForTimeout(STEPS * PAUSE))
  const scrolled = await framesWhile(page, async () => {
    for (let each = 0; each < STEPS; each += 1) {
      await page.mouse.wheel(0, STEP)
      await page.waitForTimeout(PAUSE)
    }
  })
  return { still, scrolled }
}
