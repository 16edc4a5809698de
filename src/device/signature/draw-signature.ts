import { INK_WIDTH, PAD_RATIO, pathOfSignature, type Stroke } from '../../domain/signature'
import { encodePicture } from '../photo/encode-picture'

const WIDTH = 800

/** A picture of what was signed, and how large it is. */
export interface DrawnSignature {
  readonly blob: Blob
  readonly width: number
  readonly height: number
}

/** [SG4] Dark ink on white, nothing else; null where the phone cannot draw it. */
export const drawSignature = async (strokes: readonly Stroke[]): Promise<DrawnSignature | null> => {
  const [width, height] = [WIDTH, WIDTH / PAD_RATIO]
  try {
    const canvas = new OffscreenCanvas(width, height)
    const pen = canvas.getContext('2d')
    if (!pen) return null
    pen.fillStyle = '#ffffff'
    pen.fillRect(0, 0, width, height)
    pen.strokeStyle = '#101512'
    pen.lineWidth = width * INK_WIDTH
    pen.lineCap = 'round'
    pen.lineJoin = 'round'
    pen.stroke(new Path2D(pathOfSignature(strokes, width)))
    return { blob: await encodePicture(canvas, 0.9), width, height }
  } catch {
    // No canvas of this kind, or no memory for one: the strokes stand alone.
    return null
  }
}
