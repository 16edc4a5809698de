import type { ReaderOptions } from 'zxing-wasm/reader'

/** What a code is looked for in: the camera's picture. */
export type Frame = HTMLVideoElement

/** Labels of ours are QR codes; what is stuck on devices and seals may be any. */
export type CodeWanted = 'label' | 'any'

/** Reads QR codes from a video frame: the browser's own reader where it has one, else ours. */
export type CodeReader = (frame: Frame) => Promise<string | null>

interface Detector {
  detect(source: ImageBitmapSource): Promise<readonly { readonly rawValue: string }[]>
}

interface DetectorMaker {
  new (options: { formats: string[] }): Detector
  getSupportedFormats(): Promise<string[]>
}

const ANY_FORMAT = [
  ...['qr_code', 'data_matrix', 'pdf417', 'code_128', 'code_39', 'code_93', 'codabar', 'itf'],
  ...['ean_13', 'ean_8', 'upc_a', 'upc_e'],
]

const ownReader = async (wanted: CodeWanted): Promise<CodeReader | null> => {
  const maker = (globalThis as { BarcodeDetector?: DetectorMaker }).BarcodeDetector
  const able = (await maker?.getSupportedFormats()) ?? []
  const formats = (wanted === 'any' ? ANY_FORMAT : ['qr_code']).filter((each) =>
    able.includes(each),
  )
  if (!maker || !formats.includes('qr_code')) return null
  const detector = new maker({ formats })
  return async (frame) => (await detector.detect(frame))[0]?.rawValue ?? null
}

const LONGEST_EDGE = 800

/** The picture's own shape, upright or lying: a squeezed code is no code. */
export const frameSize = (width: number, height: number) => {
  const scale = Math.min(1, LONGEST_EDGE / Math.max(width, height, 1))
  return {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  }
}

const wasmReader = async (wanted: CodeWanted): Promise<CodeReader> => {
  const [{ prepareZXingModule, readBarcodes }, { default: wasmUrl }] = await Promise.all([
    import('zxing-wasm/reader'),
    import('zxing-wasm/reader/zxing_reader.wasm?url'),
  ])
  await prepareZXingModule({ overrides: { locateFile: () => wasmUrl }, fireImmediately: true })
  // Our reader takes an empty list for all it knows.
  const formats: NonNullable<ReaderOptions['formats']> = wanted === 'any' ? [] : ['QRCode']
  const canvas = new OffscreenCanvas(1, 1)
  const pen = canvas.getContext('2d', { willReadFrequently: true })
  if (!pen) throw new RangeError('No memory for a canvas')
  return async (frame) => {
    const { width, height } = frameSize(frame.videoWidth, frame.videoHeight)
    if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height })
    pen.drawImage(frame, 0, 0, width, height)
    const picture = pen.getImageData(0, 0, width, height)
    const [found] = await readBarcodes(picture, { formats, maxNumberOfSymbols: 1 })
    return found?.text ?? null
  }
}

/** Fetches what our own reader needs while there is a network; the service worker keeps it. */
export const fetchCodeReader = async (): Promise<void> => {
  const { default: wasmUrl } = await import('zxing-wasm/reader/zxing_reader.wasm?url')
  await fetch(wasmUrl)
}

export const openCodeReader = async (wanted: CodeWanted): Promise<CodeReader> =>
  (await ownReader(wanted)) ?? (await wasmReader(wanted))
