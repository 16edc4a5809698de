import { PREVIEW_LIMIT } from '../../domain/photo'
import type { PhotoDone, PhotoJob } from './photo-job'

const LONGEST_EDGE = 1600

const drawn = (picture: ImageBitmap, longest: number): OffscreenCanvas => {
  const scale = Math.min(1, longest / Math.max(picture.width, picture.height))
  const canvas = new OffscreenCanvas(
    Math.max(1, Math.round(picture.width * scale)),
    Math.max(1, Math.round(picture.height * scale)),
  )
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  return canvas
}

const burnIn = (canvas: OffscreenCanvas, lines: readonly string[]): void => {
  const pen = canvas.getContext('2d')
  if (!pen || lines.length === 0) return
  const size = Math.max(14, Math.round(canvas.width / 42))
  const height = (lines.length * 1.4 + 0.6) * size
  pen.fillStyle = 'rgb(0 0 0 / 55%)'
  pen.fillRect(0, canvas.height - height, canvas.width, height)
  pen.fillStyle = '#fff'
  pen.font = `600 ${size}px sans-serif`
  pen.textBaseline = 'top'
  for (const [index, line] of lines.entries())
    pen.fillText(line, size * 0.7, canvas.height - height + size * (0.5 + index * 1.4))
}

/** WebP where the browser writes it, JPEG where it does not. */
const encode = async (canvas: OffscreenCanvas, quality: number): Promise<Blob> => {
  const webp = await canvas.convertToBlob({ type: 'image/webp', quality })
  return webp.type === 'image/webp' ? webp : canvas.convertToBlob({ type: 'image/jpeg', quality })
}

const dataUrl = async (blob: Blob): Promise<string> => {
  const bytes = new Uint8Array(await blob.arrayBuffer())
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return `data:${blob.type};base64,${btoa(text)}`
}

const previewOf = async (picture: ImageBitmap): Promise<string> => {
  for (const edge of [160, 128, 96, 64, 40])
    for (const quality of [0.6, 0.35]) {
      const url = await dataUrl(await encode(drawn(picture, edge), quality))
      if (url.length <= PREVIEW_LIMIT) return url
    }
  throw new Error('No preview fits')
}

const decode = async (file: Blob): Promise<ImageBitmap | null> => {
  try {
    return await createImageBitmap(file, { imageOrientation: 'from-image' })
  } catch {
    // Not a picture this browser knows.
    return null
  }
}

/** Drawing anew leaves EXIF behind: where and with what it was taken does not travel. */
const prepare = async ({ file, stamp }: PhotoJob): Promise<PhotoDone> => {
  const picture = await decode(file)
  if (!picture) return { ok: false, why: 'not-a-picture' }
  try {
    const canvas = drawn(picture, LONGEST_EDGE)
    burnIn(canvas, stamp)
    const { width, height } = canvas
    const blob = await encode(canvas, 0.8)
    return { ok: true, blob, width, height, preview: await previewOf(picture) }
  } catch {
    return { ok: false, why: 'no-memory' }
  } finally {
    picture.close()
  }
}

self.addEventListener('message', (event: MessageEvent<PhotoJob>) => {
  void prepare(event.data).then((done) => self.postMessage(done))
})
