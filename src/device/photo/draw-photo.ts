import { LIKENESS_HEIGHT, LIKENESS_WIDTH } from '../../domain/likeness'
import { markWidth, pathOfMark, type PhotoMark } from '../../domain/photo-mark'
import { stampHeight, stampLetter } from '../../domain/photo-stamp'

/** The picture on a canvas of its own, its longest edge at most so many pixels; never enlarged. */
export const drawScaled = (
  picture: ImageBitmap | OffscreenCanvas,
  longest: number,
): OffscreenCanvas => {
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

/** Room for the stamp, below the picture: nothing of it is covered. */
export const withStampRoom = (picture: OffscreenCanvas): OffscreenCanvas => {
  const canvas = new OffscreenCanvas(picture.width, picture.height + stampHeight(picture))
  penOf(canvas).drawImage(picture, 0, 0)
  return canvas
}

/** Writes the lines into that room, over what stood there; a long one is narrowed rather than cut. */
export const burnIn = (canvas: OffscreenCanvas, lines: readonly string[]): void => {
  const pen = penOf(canvas)
  const size = stampLetter(canvas)
  const top = canvas.height - stampHeight(canvas)
  pen.fillStyle = '#101512'
  pen.fillRect(0, top, canvas.width, canvas.height - top)
  pen.fillStyle = '#ffffff'
  pen.font = `600 ${size}px sans-serif`
  pen.textBaseline = 'top'
  const widest = canvas.width - size * 1.4
  for (const [index, line] of lines.entries())
    pen.fillText(line, size * 0.7, top + size * (0.5 + index * 1.4), widest)
}

/** [PH4] Red within white, seen on any ground; never over the stamp. */
export const drawMarks = (canvas: OffscreenCanvas, marks: readonly PhotoMark[]): void => {
  const pen = penOf(canvas)
  const width = markWidth(canvas)
  pen.save()
  pen.beginPath()
  pen.rect(0, 0, canvas.width, canvas.height - stampHeight(canvas))
  pen.clip()
  pen.lineCap = 'round'
  pen.lineJoin = 'round'
  for (const mark of marks) {
    const path = new Path2D(pathOfMark(mark, canvas))
    for (const [colour, thick] of [
      ['#ffffff', width * 1.9],
      ['#e0121c', width],
    ] as const) {
      pen.strokeStyle = colour
      pen.lineWidth = thick
      pen.stroke(path)
    }
  }
  pen.restore()
}
