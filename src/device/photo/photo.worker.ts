import { likenessOf } from '../../domain/likeness'
import { PREVIEW_LIMIT } from '../../domain/photo'
import { burnIn, drawMarks, drawScaled, greyOf, withStampRoom } from './draw-photo'
import { encodePicture } from './encode-picture'
import type { PhotoDone, PhotoFault, PhotoJob } from './photo-job'
import { HEAD_BYTES, readPictureHead, type PictureHead } from './picture-head'

const LONGEST_EDGE = 1600

/** Four bytes each, and twice over while it is scaled: more than this takes the whole app down. */
const MOST_PIXELS = 100_000_000

const dataUrl = async (blob: Blob): Promise<string> => {
  const bytes = new Uint8Array(await blob.arrayBuffer())
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return `data:${blob.type};base64,${btoa(text)}`
}

const previewOf = async (picture: ImageBitmap | OffscreenCanvas): Promise<string> => {
  for (const edge of [160, 128, 96, 64, 40])
    for (const quality of [0.6, 0.35]) {
      const url = await dataUrl(await encodePicture(drawScaled(picture, edge), quality))
      if (url.length <= PREVIEW_LIMIT) return url
    }
  throw new Error('No preview fits')
}

/** Drawing anew leaves EXIF behind: where and with what it was taken does not travel. */
const prepared = async (picture: ImageBitmap, job: PhotoJob): Promise<PhotoDone> => {
  const canvas = job.marks
    ? drawScaled(picture, Math.max(picture.width, picture.height))
    : withStampRoom(drawScaled(picture, LONGEST_EDGE))
  drawMarks(canvas, job.marks ?? [])
  burnIn(canvas, job.stamp)
  const { width, height } = canvas
  const blob = await encodePicture(canvas, 0.8)
  const likeness = likenessOf(greyOf(picture))
  const preview = await previewOf(job.marks ? canvas : picture)
  return { ok: true, blob, width, height, likeness, preview }
}

/** What need not be tried at all. */
const faultOf = (file: Blob, { size }: PictureHead): PhotoFault | null => {
  if (file.size === 0) return 'empty'
  return size && size.width * size.height > MOST_PIXELS ? 'too-large' : null
}

const prepare = async (job: PhotoJob): Promise<PhotoDone> => {
  const { file } = job
  let picture: ImageBitmap | null = null
  let head: PictureHead | null = null
  try {
    head = readPictureHead(await file.slice(0, HEAD_BYTES).arrayBuffer())
    const fault = faultOf(file, head)
    if (fault) return { ok: false, why: fault }
    picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
    return await prepared(picture, job)
  } catch (error) {
    // A browser says InvalidStateError of what it cannot decode; the rest is want of room.
    const isUnknown = error instanceof DOMException && error.name === 'InvalidStateError'
    if (!isUnknown || picture) return { ok: false, why: 'no-memory' }
    return { ok: false, why: head?.type === 'heic' ? 'heic' : 'not-a-picture' }
  } finally {
    picture?.close()
  }
}

self.addEventListener('message', (event: MessageEvent<PhotoJob>) => {
  void prepare(event.data).then((done) => self.postMessage(done))
})
