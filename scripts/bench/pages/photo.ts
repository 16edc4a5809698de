import { preparePhoto } from '../../../src/device/photo/prepare-photo'
import { spin } from './spin'

const WIDTH = 4000
const HEIGHT = 3000

/** A 12-megapixel picture as a camera gives it: large areas, edges and grain, the same every time. */
const shot = async (): Promise<Blob> => {
  const canvas = new OffscreenCanvas(WIDTH, HEIGHT)
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('No canvas')
  const sky = pen.createLinearGradient(0, 0, WIDTH, HEIGHT)
  sky.addColorStop(0, '#8fb4d8')
  sky.addColorStop(1, '#59683f')
  pen.fillStyle = sky
  pen.fillRect(0, 0, WIDTH, HEIGHT)
  let seed = 7
  const next = (most: number) => (seed = (seed * 48_271) % 2_147_483_647) % most
  for (let each = 0; each < 60_000; each += 1) {
    pen.fillStyle = `hsl(${next(360)} ${next(60)}% ${20 + next(60)}% / 0.4)`
    pen.fillRect(next(WIDTH), next(HEIGHT), 2 + next(40), 2 + next(40))
  }
  return canvas.convertToBlob({ type: 'image/jpeg', quality: 0.92 })
}

const inWorker = (job: Blob | 'spin'): Promise<number> =>
  new Promise((done, fail) => {
    const worker = new Worker(new URL('./bare-photo.worker.ts', import.meta.url), {
      type: 'module',
    })
    worker.addEventListener('error', () => fail(new Error('The bare worker failed')))
    worker.addEventListener('message', ({ data }: MessageEvent<number>) => {
      worker.terminate()
      done(data)
    })
    worker.postMessage(job)
  })

const took = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now()
  await work()
  return performance.now() - began
}

const prepare = async (file: Blob) => {
  const prepared = await preparePhoto(file, ['3栋 大堂 · 李敏', '2026-11-25 08:00'], 1)
  if (!prepared.ok) throw new Error(`Not prepared: ${prepared.error}`)
  return prepared.value
}

/** Ours and the bare way in turn, and the long tasks of this thread while ours was at work. */
const photos = async (times: number) => {
  const file = await shot()
  const longTasks: number[] = []
  const ours: number[] = []
  const bare: number[] = []
  let isOurs = false
  const watch = new PerformanceObserver((list) => {
    if (isOurs) longTasks.push(...list.getEntries().map(({ duration }) => duration))
  })
  watch.observe({ type: 'longtask' })
  const settled = () => new Promise((done) => setTimeout(done, 200))
  for (let each = 0; each < times; each += 1) {
    bare.push(await took(() => inWorker(file)))
    await settled()
    isOurs = true
    ours.push(await took(() => prepare(file)))
    await settled()
    isOurs = false
  }
  const { blob, ref } = await prepare(file)
  const size = { shot: file.size, sent: blob.size, preview: ref.preview.length }
  return { ours, bare, longTasks, size }
}

const speed = async () => ({ main: spin(), worker: await inWorker('spin') })

Object.assign(globalThis, { bench: { photos, speed } })
