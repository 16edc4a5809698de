import { encode } from 'uqr'
import { openCodeReader } from '../../../src/device/scanner/code-reader'

const WIDTH = 640
const HEIGHT = 480
const LABEL = 'https://example.com/c/PumpPumpPumpPump'

/** What a camera shows: a wall with grain, and on half of the pictures a label, a little turned. */
const draw = (pen: CanvasRenderingContext2D, each: number): boolean => {
  const hasLabel = each % 2 === 0
  let seed = each + 1
  const next = (most: number) => (seed = (seed * 48_271) % 2_147_483_647) % most
  pen.resetTransform()
  pen.fillStyle = '#b9b4a8'
  pen.fillRect(0, 0, WIDTH, HEIGHT)
  for (let speck = 0; speck < 4_000; speck += 1) {
    pen.fillStyle = `hsl(40 10% ${40 + next(40)}%)`
    pen.fillRect(next(WIDTH), next(HEIGHT), 3, 3)
  }
  if (!hasLabel) return false
  const { data } = encode(LABEL, { border: 4, ecc: 'M' })
  pen.translate(WIDTH / 2 + next(80) - 40, HEIGHT / 2 + next(60) - 30)
  pen.rotate(((next(30) - 15) * Math.PI) / 180)
  const module = 200 / data.length
  pen.translate(-100, -100)
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, 200, 200)
  pen.fillStyle = '#111'
  for (const [y, row] of data.entries())
    for (const [x, isDark] of row.entries())
      if (isDark) pen.fillRect(x * module, y * module, module + 0.5, module + 0.5)
  return true
}

/** The canvas as the camera's picture: the reader is given the same element as on the page. */
const camera = async () => {
  const canvas = Object.assign(document.createElement('canvas'), { width: WIDTH, height: HEIGHT })
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('No canvas')
  const video = Object.assign(document.createElement('video'), { muted: true })
  draw(pen, 0)
  video.srcObject = canvas.captureStream(0)
  const [track] = video.srcObject.getVideoTracks()
  document.body.append(video, canvas)
  await video.play()
  const show = async (each: number): Promise<boolean> => {
    const shown = new Promise((done) => video.requestVideoFrameCallback(done))
    const hasLabel = draw(pen, each)
    ;(track as CanvasCaptureMediaStreamTrack).requestFrame()
    await shown
    return hasLabel
  }
  return { video, show }
}

/** How long one look at a picture takes, and how many were told right. */
const looks = async (times: number) => {
  const read = await openCodeReader('label')
  const { video, show } = await camera()
  const took: number[] = []
  let right = 0
  for (let each = 0; each < times; each += 1) {
    const hasLabel = await show(each)
    const began = performance.now()
    const text = await read(video)
    took.push(performance.now() - began)
    if ((text === LABEL) === hasLabel && (text === null) !== hasLabel) right += 1
  }
  return { took, right }
}

Object.assign(globalThis, { bench: { looks } })
