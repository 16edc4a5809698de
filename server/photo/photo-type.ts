/** What may be uploaded, and how its bytes begin. A name is believed only when the bytes agree. */
export const PHOTO_TYPES = ['image/webp', 'image/jpeg', 'audio/webm', 'audio/mp4'] as const
export type PhotoType = (typeof PHOTO_TYPES)[number]

export const isPhotoType = (text: string): text is PhotoType =>
  (PHOTO_TYPES as readonly string[]).includes(text)

const ascii = (bytes: Uint8Array, from: number, to: number) =>
  String.fromCharCode(...bytes.subarray(from, to))

export const looksLike = (type: PhotoType, head: Uint8Array): boolean => {
  switch (type) {
    case 'image/webp':
      return ascii(head, 0, 4) === 'RIFF' && ascii(head, 8, 12) === 'WEBP'
    case 'image/jpeg':
      return head[0] === 0xff && head[1] === 0xd8 && head[2] === 0xff
    case 'audio/webm':
      return head[0] === 0x1a && head[1] === 0x45 && head[2] === 0xdf && head[3] === 0xa3
    case 'audio/mp4':
      return ascii(head, 4, 8) === 'ftyp'
  }
}
