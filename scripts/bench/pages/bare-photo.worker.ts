import { spin } from './spin'

/** The least that makes an upload of a shot: opened, made smaller, written; and a loop to time. */
const smaller = async (file: Blob): Promise<number> => {
  const picture = await createImageBitmap(file)
  const scale = 1600 / Math.max(picture.width, picture.height)
  const canvas = new OffscreenCanvas(
    Math.round(picture.width * scale),
    Math.round(picture.height * scale),
  )
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  picture.close()
  return (await canvas.convertToBlob({ type: 'image/webp', quality: 0.8 })).size
}

self.addEventListener('message', ({ data }: MessageEvent<Blob | 'spin'>) => {
  if (data === 'spin') self.postMessage(spin())
  else void smaller(data).then((bytes) => self.postMessage(bytes))
})
