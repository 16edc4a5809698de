/** Reads QR codes from a video frame: the browser's own reader where it has one, else ours. */
export type CodeReader = (frame: ImageBitmapSource & CanvasImageSource) => Promise<string | null>

interface Detector {
  detect(source: ImageBitmapSource): Promise<readonly { readonly rawValue: string }[]>
}

interface DetectorMaker {
  new (options: { formats: string[] }): Detector
  getSupportedFormats(): Promise<string[]>
}

const ownReader = async (): Promise<CodeReader | null> => {
  const maker = (globalThis as { BarcodeDetector?: DetectorMaker }).BarcodeDetector
  if (!maker || !(await maker.getSupportedFormats()).includes('qr_code')) return null
  const detector = new maker({ formats: ['qr_code'] })
  return async (frame) => (await detector.detect(frame))[0]?.rawValue ?? null
}

const wasmReader = async (): Promise<CodeReader> => {
  const [{ prepareZXingModule, readBarcodes }, { default: wasmUrl }] = await Promise.all([
    import('zxing-wasm/reader'),
    import('zxing-wasm/reader/zxing_reader.wasm?url'),
  ])
  await prepareZXingModule({ overrides: { locateFile: () => wasmUrl }, fireImmediately: true })
  const canvas = new OffscreenCanvas(640, 480)
  const pen = canvas.getContext('2d', { willReadFrequently: true })
  return async (frame) => {
    if (!pen) return null
    pen.drawImage(frame, 0, 0, canvas.width, canvas.height)
    const picture = pen.getImageData(0, 0, canvas.width, canvas.height)
    const [found] = await readBarcodes(picture, { formats: ['QRCode'], maxNumberOfSymbols: 1 })
    return found?.text ?? null
  }
}

/** Fetches what our own reader needs while there is a network; the service worker keeps it. */
export const fetchCodeReader = async (): Promise<void> => {
  const { default: wasmUrl } = await import('zxing-wasm/reader/zxing_reader.wasm?url')
  await fetch(wasmUrl)
}

export const openCodeReader = async (): Promise<CodeReader> =>
  (await ownReader()) ?? (await wasmReader())
