import { vi } from 'vitest'

/** What a browser has and a test's page has not, given as a phone gives it. */

const track = { stop: () => undefined, getCapabilities: () => ({}) }
const stream = { getTracks: () => [track], getVideoTracks: () => [track] }

const giveMedia = (getUserMedia: () => Promise<unknown>) =>
  Object.defineProperty(navigator, 'mediaDevices', { configurable: true, value: { getUserMedia } })

export const refuseMedia = () =>
  giveMedia(() => Promise.reject(new DOMException('refused', 'NotAllowedError')))

/** A microphone that catches these words. */
export const giveMicrophone = (words: string) => {
  giveMedia(() => Promise.resolve(stream))
  vi.stubGlobal(
    'MediaRecorder',
    class extends EventTarget {
      static isTypeSupported = (type: string) => type.startsWith('audio/webm')
      state: 'inactive' | 'recording' = 'inactive'
      start() {
        this.state = 'recording'
      }
      stop() {
        this.state = 'inactive'
        const data = new Blob([words], { type: 'audio/webm' })
        this.dispatchEvent(Object.assign(new Event('dataavailable'), { data }))
        this.dispatchEvent(new Event('stop'))
      }
    },
  )
}

/** A camera that looks at a code. */
export const giveCamera = (code: string) => {
  giveMedia(() => Promise.resolve(stream))
  vi.stubGlobal(
    'BarcodeDetector',
    class {
      static getSupportedFormats = () => Promise.resolve(['qr_code', 'code_128'])
      detect = () => Promise.resolve([{ rawValue: code }])
    },
  )
  const video = HTMLVideoElement.prototype
  vi.spyOn(video, 'srcObject', 'set').mockReturnValue()
  vi.spyOn(video, 'play').mockResolvedValue()
  vi.spyOn(video, 'readyState', 'get').mockReturnValue(4)
  for (const [is, value] of Object.entries({ HAVE_CURRENT_DATA: 2, videoWidth: 640 }))
    Object.defineProperty(video, is, { configurable: true, value })
}

/** Glass to write on, 300 × 150, and what draws a picture of it. */
export const giveGlass = () => {
  const pen = new Proxy({}, { get: () => () => undefined, set: () => true })
  const glass = HTMLCanvasElement.prototype
  vi.spyOn(glass, 'getContext').mockReturnValue(pen as CanvasRenderingContext2D)
  vi.spyOn(glass, 'clientWidth', 'get').mockReturnValue(300)
  vi.stubGlobal(
    'Path2D',
    class {
      readonly is = 'path'
    },
  )
  vi.stubGlobal(
    'OffscreenCanvas',
    class {
      getContext = () => pen
      convertToBlob = ({ type }: { type: string }) => Promise.resolve(new Blob(['ink'], { type }))
    },
  )
}

type Point = readonly [x: number, y: number]

const point = (kind: string, [clientX, clientY]: Point, buttons: number) =>
  new PointerEvent(kind, { ...{ clientX, clientY, buttons, pointerId: 1 }, bubbles: true })

export const touchDown = (on: Element, from: Point, to: Point) => {
  on.dispatchEvent(point('pointerdown', from, 1))
  window.dispatchEvent(point('pointermove', to, 1))
}
export const liftUp = (at: Point) => window.dispatchEvent(point('pointerup', at, 0))
