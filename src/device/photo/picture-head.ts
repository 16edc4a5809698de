/** What a picture says of itself in its first bytes, read before anybody spends memory on it. */
export interface PictureHead {
  readonly type: 'jpeg' | 'png' | 'webp' | 'heic' | 'unknown'
  /** Null where the first bytes do not say. */
  readonly size: { readonly width: number; readonly height: number } | null
}

/** As far as anybody needs to read: a preview inside EXIF is at most 64 kB. */
export const HEAD_BYTES = 256 * 1024

const UNKNOWN: PictureHead = { type: 'unknown', size: null }
const HEIC_BRANDS = ['heic', 'heix', 'hevc', 'heim', 'heis', 'mif1', 'msf1']

const text = (view: DataView, at: number, length: number): string =>
  at + length > view.byteLength
    ? ''
    : String.fromCharCode(...Array.from({ length }, (_, index) => view.getUint8(at + index)))

/** Markers that say nothing of their length stand alone; frames (SOF) say how large the picture is. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

const jpegSize = (view: DataView): PictureHead['size'] => {
  let at = 2
  while (at + 9 <= view.byteLength && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1)
    if (isFrame(marker)) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2)
  }
  return null
}

const u24 = (view: DataView, at: number): number =>
  view.getUint8(at) + view.getUint8(at + 1) * 256 + view.getUint8(at + 2) * 65_536

const webpSize = (view: DataView): PictureHead['size'] => {
  if (view.byteLength < 30) return null
  switch (text(view, 12, 4)) {
    case 'VP8X':
      return { width: u24(view, 24) + 1, height: u24(view, 27) + 1 }
    case 'VP8L': {
      const bits = view.getUint32(21, true)
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
    }
    case 'VP8 ':
      return {
        width: view.getUint16(26, true) & 0x3fff,
        height: view.getUint16(28, true) & 0x3fff,
      }
    default:
      return null
  }
}

export const readPictureHead = (bytes: ArrayBuffer): PictureHead => {
  const view = new DataView(bytes)
  if (view.byteLength < 12) return UNKNOWN
  if (view.getUint16(0) === 0xffd8) return { type: 'jpeg', size: jpegSize(view) }
  if (view.getUint32(0) === 0x89504e47)
    return {
      type: 'png',
      size: view.byteLength < 24 ? null : { width: view.getUint32(16), height: view.getUint32(20) },
    }
  if (text(view, 0, 4) === 'RIFF' && text(view, 8, 4) === 'WEBP')
    return { type: 'webp', size: webpSize(view) }
  if (text(view, 4, 4) === 'ftyp' && HEIC_BRANDS.includes(text(view, 8, 4)))
    return { type: 'heic', size: null }
  return UNKNOWN
}
