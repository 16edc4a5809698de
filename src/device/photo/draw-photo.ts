import { LIKENESS_HEIGHT, LIKENESS_WIDTH } from '../../domain/likeness'

/** The picture on a canvas of its own, its longest edge at most so many pixels; never enlarged. */
export const drawScaled = (picture: ImageBitmap, longest: number): OffscreenCanvas => {
  const scale = Math.min(1, longest / Math.max(picture.width, picture.height))
  const canvas = new OffscreenCanvas(
    Math.max(1, Math.round(picture.width * scale)),
    Math.max(1, Math.round(picture.height * scale)),
  )
  penOf(canvas).drawImage(picture, 0, 0, canvas.width, canvas.height)
  return canvas
}

/** A phone short of memory gives no pen; a blank picture must not pass for a photo. */
const penOf = (canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D => {
  const pen = canvas.getContext('2d')
  if (!pen) throw new RangeError('No memory for a canvas')
  return pen
}

/** The picture made tiny and grey, row by row, for comparing it with another. */
export const greyOf = (picture: ImageBitmap): readonly number[] => {
  const pen = penOf(new OffscreenCanvas(LIKENESS_WIDTH, LIKENESS_HEIGHT))
  pen.imageSmoothingQuality = 'high'
  pen.drawImage(picture, 0, 0, LIKENESS_WIDTH, LIKENESS_HEIGHT)
  const { data } = pen.getImageData(0, 0, LIKENESS_WIDTH, LIKENESS_HEIGHT)
  return Array.from({ length: LIKENESS_WIDTH * LIKENESS_HEIGHT }, (_, cell) => {
    const [red = 0, green = 0, blue = 0] = data.subarray(cell * 4, cell * 4 + 3)
    return 0.299 * red + 0.587 * green + 0.114 * blue
  })
}

/** Writes the lines over the lower edge; a long one is narrowed rather than cut. */
export const burnIn = (canvas: OffscreenCanvas, lines: readonly string[]): void => {
  if (lines.length === 0) return
  const pen = penOf(canvas)
  const size = Math.max(14, Math.round(Math.max(canvas.width, canvas.height) / 46))
  const height = (lines.length * 1.4 + 0.6) * size
  pen.fillStyle = 'rgb(0 0 0 / 55%)'
  pen.fillRect(0, canvas.height - height, canvas.width, height)
  pen.fillStyle = '#fff'
  pen.font = `600 ${size}px sans-serif`
  pen.textBaseline = 'top'
  const widest = canvas.width - size * 1.4
  for (const [index, line] of lines.entries())
    pen.fillText(line, size * 0.7, canvas.height - height + size * (0.5 + index * 1.4), widest)
}
